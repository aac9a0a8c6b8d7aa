// SPDX-License-Identifier: Apache-2.0
package org.winnow.extractors.learn;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.winnow.corpus.FetchedPage;
import org.winnow.corpus.Url;
import org.winnow.extractors.Extraction;
import org.winnow.extractors.Extractor;
import org.winnow.extractors.learn.SelectorCandidates.Candidate;
import org.winnow.extractors.learn.SelectorCandidates.Level;

class SelectorCandidatesTest {
  private static final String RULE =
      "version: 1\nsite: https://valley.example/\nextract: { body: .story-text }\n";
  private static final Extractor EXTRACTOR = new Extractor(LearnSite.reading(RULE).rules());

  private static String html(int number) {
    StringBuilder text = new StringBuilder();
    for (int p = 1; p <= 4; p++) {
      text.append(
          "<p>Paragraph %d of story %d tells how the bridge over the river was mended, and who"
                  .formatted(p, number)
              + " carried the stones up the hill, which took them all of that spring.</p>");
    }
    String list = number % 4 == 0 ? "" : "<li>Seven hens and number " + number + "</li>";
    return """
        <!doctype html><title>Story %1$d</title><body>
        <div id=page><h1>Story %1$d</h1><div class="story-text css-8x%1$dq">%2$s
        <aside class="more-stories col-md-%1$d"><ul>%3$s</ul></aside>
        <div class=a1b2c3d4><div><span>Printed on Fridays in the old mill</span></div></div>
        </div></div>"""
        .formatted(number, text, list);
  }

  private static StudiedPage page(int number, boolean isApproved) {
    Url url = Url.of("https://valley.example/" + number);
    byte[] bytes = html(number).getBytes(StandardCharsets.UTF_8);
    FetchedPage page = new FetchedPage(url, url, Instant.EPOCH, 200, List.of(), bytes);
    return StudiedPage.of(page, EXTRACTOR.extract(page), isApproved);
  }

  private final List<StudiedPage> pages = new ArrayList<>();

  private SelectorCandidates candidatesFor(String text) {
    for (int i = 1; i <= 8; i++) {
      pages.add(page(i, i == 2));
    }
    Extraction extraction = pages.get(0).view().extraction();
    int block = 0;
    while (!extraction.blocks().get(block).block().text().startsWith(text)) {
      block++;
    }
    return SelectorCandidates.of(pages.get(0), block, pages).orElseThrow();
  }

  @Test
  void the_name_of_the_list_comes_first_with_its_figures() {
    SelectorCandidates found = candidatesFor("Seven hens");
    Level aside = levelNamed(found, "aside.more-stories.col-md-1");

    assertThat(aside.candidates()).hasSizeGreaterThanOrEqualTo(3);
    assertThat(aside.candidates().stream().map(Candidate::css).limit(3))
        .contains("aside", ".more-stories");
    Candidate byClass = named(aside, ".more-stories");
    assertThat(byClass.here()).isEqualTo(1);
    assertThat(byClass.pages()).isEqualTo(8);
    assertThat(byClass.of()).isEqualTo(8);
  }

  @Test
  void names_that_a_tool_made_or_that_say_how_it_looks_are_no_choice() {
    SelectorCandidates found = candidatesFor("Seven hens");
    for (int i = 0; i < found.levels(); i++) {
      assertThat(found.level(i).candidates())
          .extracting(Candidate::css)
          .noneMatch(css -> css.contains("css-8x") || css.contains("col-md"));
    }
  }

  @Test
  void every_element_around_the_block_has_three_candidates() {
    for (String text : List.of("Seven hens", "Printed on", "Paragraph 2", "Story 1")) {
      pages.clear();
      SelectorCandidates found = candidatesFor(text);
      assertThat(found.levels()).isPositive();
      for (int i = 0; i < found.levels(); i++) {
        assertThat(found.level(i).candidates())
            .as(text + " " + found.level(i).element())
            .hasSizeGreaterThanOrEqualTo(3);
      }
    }
  }

  @Test
  void each_level_holds_the_one_before() {
    SelectorCandidates found = candidatesFor("Seven hens");
    for (int i = 1; i < found.levels(); i++) {
      assertThat(found.level(i).first()).isLessThanOrEqualTo(found.level(i - 1).first());
      assertThat(found.level(i).end()).isGreaterThanOrEqualTo(found.level(i - 1).end());
    }
  }

  @Test
  void paragraphs_of_approved_texts_are_counted() {
    SelectorCandidates found = candidatesFor("Paragraph 2");
    Level body = levelNamed(found, "div.story-text.css-8x1q");

    assertThat(named(body, ".story-text").approved()).isGreaterThanOrEqualTo(4);
  }

  @Test
  void a_line_that_is_on_every_page_is_told_by_its_words() {
    assertThat(candidatesFor("Printed on").pagesWithSameText()).isEqualTo(8);
    pages.clear();
    assertThat(candidatesFor("Paragraph 2").pagesWithSameText()).isEqualTo(1);
  }

  @Test
  void a_block_that_is_not_there_has_no_candidates() {
    StudiedPage page = page(1, false);
    assertThat(SelectorCandidates.of(page, -1, List.of(page))).isEmpty();
    assertThat(SelectorCandidates.of(page, 999, List.of(page))).isEmpty();
  }

  private static Level levelNamed(SelectorCandidates found, String element) {
    for (int i = 0; i < found.levels(); i++) {
      if (found.level(i).element().equals(element)) {
        return found.level(i);
      }
    }
    throw new AssertionError(element);
  }

  private static Candidate named(Level level, String css) {
    return level.candidates().stream()
        .filter(each -> each.css().equals(css))
        .findFirst()
        .orElseThrow(() -> new AssertionError(css + " in " + level.candidates()));
  }
}
