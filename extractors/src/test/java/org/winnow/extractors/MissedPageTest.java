// SPDX-License-Identifier: Apache-2.0
package org.winnow.extractors;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.winnow.extractors.Extraction.NothingFound;

/** Whether a page on which its rule finds nothing has an article all the same. */
class MissedPageTest {
  private static final String RULE = "extract: { title: [ .none, h1 ], body: .none }";

  private static NothingFound nothing(String html) {
    return (NothingFound) RulePages.extraction(RULE, html);
  }

  @Test
  void a_page_whose_article_is_found_without_the_rule_was_missed() {
    NothingFound nothing =
        nothing("<article><h1>The ferry</h1>" + RulePages.PROSE.repeat(3) + "</article>");
    assertThat(nothing.isMissed()).isTrue();
    assertThat(Objects.requireNonNull(nothing.use().rule()).name()).isEqualTo("r");
  }

  @Test
  void a_page_that_says_to_be_an_article_was_missed() {
    String dated = "<meta property=article:published_time content=2024-01-26T10:00:00Z>";
    assertThat(nothing("<meta property=og:type content=article>" + dated + "<p>Later.").isMissed())
        .isTrue();
  }

  @Test
  void a_front_page_that_says_to_be_an_article_was_not_missed() {
    String links = "<ul>" + "<li><a href=/1>The ferry is late again</a>".repeat(12) + "</ul>";
    Extraction front =
        new Extractor(RulePages.rules(RULE))
            .extract(
                RulePages.page(
                    "https://www.example.org/", "<meta property=og:type content=article>" + links));
    assertThat(((NothingFound) front).isMissed()).isFalse();
  }

  @Test
  void a_list_of_links_was_not_missed() {
    assertThat(nothing("<ul><li><a href=/1>One</a><li><a href=/2>Two</a></ul>").isMissed())
        .isFalse();
  }

  @Test
  void the_alternatives_that_won_come_with_what_they_found() {
    Extraction.Extracted extracted =
        (Extraction.Extracted)
            RulePages.extraction(
                "extract: { title: [ .none, h1 ], body: [ .none, article ] }",
                "<article><h1>The ferry</h1>" + RulePages.PROSE + "</article>");
    assertThat(extracted.use().hits())
        .extracting(hit -> hit.field() + hit.alternative() + " " + hit.text())
        .contains("title1 The ferry", "body1 article");
  }
}
