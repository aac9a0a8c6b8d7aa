// SPDX-License-Identifier: Apache-2.0
package org.winnow.extractors;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;
import org.winnow.corpus.FetchedPage;
import org.winnow.corpus.Url;
import org.winnow.extractors.FieldReader.Field;
import org.winnow.siterules.Mark;
import org.winnow.siterules.ValueSelector;

class FieldReaderTest {
  private static final Mark MARK = new Mark("rule.yml", 1, 1);
  private static final String HTML =
      "<meta property='article:section' content='Town'>"
          + "<script type='application/ld+json'>{'@type':'Article','author':[{'name':'Ada'},{'name':'Bo'}]}</script>"
          + "<h1 class='a'> </h1><h1 class='a'>The\u00A0library\n opens</h1>"
          + "<time datetime='2024-01-26'>Friday</time><a class='next' href='?page=2'>Next</a>";

  private static FieldReader reader() {
    Url url = Url.of("https://daily.example/news");
    FetchedPage page =
        new FetchedPage(url, url, Instant.EPOCH, 200, List.of(), HTML.getBytes(UTF_8));
    return new FieldReader(new ParsedPage(page, Jsoup.parse(HTML, url.toString()), UTF_8));
  }

  private static ValueSelector css(String css) {
    return new ValueSelector.Css(css, null, MARK);
  }

  @Test
  void the_first_alternative_that_finds_text_wins_and_is_named() {
    assertThat(reader().read(List.of(css("h2"), css("h1.a"), css("time"))))
        .contains(new Field("The library opens", 1));
  }

  @Test
  void an_attribute_a_meta_element_and_json_ld_are_read() {
    assertThat(reader().read(List.of(new ValueSelector.Css("time", "datetime", MARK))))
        .contains(new Field("2024-01-26", 0));
    assertThat(reader().read(List.of(new ValueSelector.Meta("article:section", MARK))))
        .contains(new Field("Town", 0));
    assertThat(reader().read(List.of(new ValueSelector.JsonLd("author.name", MARK))))
        .contains(new Field("Ada, Bo", 0));
  }

  @Test
  void nothing_is_found_where_no_alternative_finds_text() {
    assertThat(reader().read(List.of(css("h6"), new ValueSelector.Meta("none", MARK)))).isEmpty();
    assertThat(reader().read(List.of())).isEmpty();
  }

  @Test
  void an_address_is_the_links_and_absolute() {
    assertThat(reader().readUrl(List.of(css("h1.a"), css("a.next"))))
        .contains(Url.of("https://daily.example/news?page=2"));
  }
}
