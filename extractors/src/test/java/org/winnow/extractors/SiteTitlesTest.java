// SPDX-License-Identifier: Apache-2.0
package org.winnow.extractors;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.winnow.corpus.FetchedPage;
import org.winnow.corpus.Url;

class SiteTitlesTest {
  private static final List<String> HEADLINES =
      List.of("The ferry sails", "Rain in May", "A new bridge", "The harbour", "Bread and salt");

  private final SiteTitles titles = new SiteTitles();

  private static FetchedPage page(String path, String title) {
    Url url = Url.of("https://news.example/" + path);
    String html = "<head><title>" + title + "</title></head><p>x";
    return new FetchedPage(
        url, url, Instant.EPOCH, 200, List.of(), html.getBytes(StandardCharsets.UTF_8));
  }

  private String headline(String title) {
    ParsedPage parsed = PageParser.parse(page("one", title));
    return String.valueOf(
        PageMetadata.of(parsed, new PageScan(parsed.document()), true, titles).headline());
  }

  @Test
  void an_end_that_the_titles_of_a_site_share_is_not_the_headline() {
    HEADLINES.forEach(each -> titles.add(page("a", each + " | Shoreline Courier")));

    assertThat(headline("Snow on the pass | Shoreline Courier")).isEqualTo("Snow on the pass");
  }

  @Test
  void a_beginning_that_the_titles_of_a_site_share_is_not_the_headline() {
    HEADLINES.forEach(each -> titles.add(page("a", "جريدة الشاطئ - " + each)));

    assertThat(headline("جريدة الشاطئ - ثلج في الجبل")).isEqualTo("ثلج في الجبل");
  }

  @Test
  void an_end_that_few_titles_share_stays() {
    HEADLINES.subList(0, 4).forEach(each -> titles.add(page("a", each + " | Shoreline Courier")));

    assertThat(headline("Snow on the pass | Shoreline Courier"))
        .isEqualTo("Snow on the pass | Shoreline Courier");
  }

  @Test
  void a_page_that_is_seen_again_counts_once() {
    for (int i = 0; i < 9; i++) {
      titles.add(page("a", "The ferry sails | Shoreline Courier"));
    }

    assertThat(headline("Snow on the pass | Shoreline Courier"))
        .isEqualTo("Snow on the pass | Shoreline Courier");
  }

  @Test
  void what_was_learnt_is_read_back() {
    HEADLINES.forEach(each -> titles.add(page("a", each + " | Shoreline Courier")));

    assertThat(SiteTitles.of(titles.lines()).isSite("news.example", "shoreline courier")).isTrue();
    assertThat(SiteTitles.of(titles.lines()).lines()).isEqualTo(titles.lines());
  }

  @Test
  void lines_that_are_damaged_are_passed_over() {
    assertThat(SiteTitles.of(List.of("x", "a\tb\tzz", "", "a\tb\t123456789")).lines()).isEmpty();
  }
}
