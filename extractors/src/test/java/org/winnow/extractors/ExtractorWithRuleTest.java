// SPDX-License-Identifier: Apache-2.0
package org.winnow.extractors;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.winnow.corpus.LabelledBlock;
import org.winnow.extractors.Extraction.Extracted;
import org.winnow.extractors.Extraction.NothingFound;

class ExtractorWithRuleTest {
  private static final String LONG =
      "The village school has planted an orchard of forty trees, and each class cares for ten.";
  private static final String LONGER =
      "In the first year the children watered them every evening, also in the long holidays.";

  private static Extraction extract(String rule, String body) {
    return new Extractor(Pages.rule(rule))
        .extract(Pages.fetched("<html><head><title>t</title></head><body>" + body + "</body>"));
  }

  private static List<String> text(String rule, String body) {
    return List.of(((Extracted) extract(rule, body)).article().text().strip().split("\n\n", -1));
  }

  private static String reason(Extraction extraction, String text) {
    return extraction.blocks().stream()
        .filter(block -> block.block().text().equals(text))
        .map(LabelledBlock::reason)
        .findFirst()
        .orElseThrow();
  }

  @Test
  void the_body_is_what_the_rule_says() {
    Extraction extraction =
        extract(
            "extract: { body: [ .missing, .text ] }",
            "<p>Outside.</p><div class=text><p>" + LONG + "</p></div>");
    assertThat(((Extracted) extraction).article().body()).containsExactly(LONG);
    assertThat(reason(extraction, LONG)).isEqualTo("site:extract.body[1] .text");
    assertThat(((Extracted) extraction).article().rule()).isEqualTo("daily.example");
  }

  @Test
  void a_body_that_matches_nothing_finds_nothing() {
    Extraction extraction = extract("extract: { body: .text }", "<p>" + LONG + "</p>");
    assertThat(extraction).isInstanceOf(NothingFound.class);
    assertThat(((NothingFound) extraction).reason())
        .contains("extract.body", "daily.example", "matched nothing", "rule.yml:3:");
  }

  @Test
  void a_body_that_the_page_hides_is_shown_if_the_rule_names_it() {
    assertThat(
            text(
                "extract: { body: .text }",
                "<div hidden><div class=text><p>" + LONG + "</p></div></div>"))
        .containsExactly(LONG);
  }

  @Test
  void headline_and_kicker_come_first_and_once() {
    assertThat(
            text(
                "extract: { title: h1, subtitle: .over, body: .text }",
                "<p class=over>Schools</p><h1>An orchard</h1><div class=text><p>An orchard</p><p>"
                    + LONG
                    + "</p></div>"))
        .containsExactly("An orchard", "Schools", LONG);
  }

  @Test
  void an_element_removed_from_the_middle_of_a_line_leaves_the_line_whole() {
    assertThat(
            text(
                "extract: { body: .text }\nremove: { selectors: [ span.ad ] }",
                "<div class=text><p>The school <span class=ad>Buy pears!</span> is old.</p><p>"
                    + LONG
                    + "</p></div>"))
        .containsExactly("The school is old.", LONG);
  }

  @Test
  void a_selector_may_take_as_much_as_it_wants_but_a_name_may_not() {
    String body =
        "<div class=text><div class=most><p>" + LONG + "</p></div><p>It is small.</p></div>";
    assertThat(text("extract: { body: .text }\nremove: { selectors: [ .most ] }", body))
        .containsExactly("It is small.");
    Extraction guarded = extract("extract: { body: .text }\nremove: { names: [ most ] }", body);
    assertThat(((Extracted) guarded).article().body()).containsExactly(LONG, "It is small.");
    assertThat(reason(guarded, LONG)).startsWith("guard:site:remove.names[0] most undone");
  }

  @Test
  void what_the_rule_keeps_no_removal_takes() {
    assertThat(
            text(
                "extract: { body: .text }\nkeep: [ .share-price ]\n"
                    + "remove: { selectors: [ .share-price ] }",
                "<div class=text><p>" + LONG + "</p><p class=share-price>Pears: 3.</p></div>"))
        .containsExactly(LONG, "Pears: 3.");
  }

  @Test
  void a_region_goes_from_its_heading_to_the_end_of_its_container() {
    assertThat(
            text(
                "extract: { body: .text }\n"
                    + "remove: { blocks: [ { heading: [ Elsewhere ], until: blank } ] }",
                "<div class=text><p>"
                    + LONG
                    + "</p><div><b>Elsewhere:</b><p>Two cows were sold.</p></div><p>"
                    + LONGER
                    + "</p></div>"))
        .containsExactly(LONG, LONGER);
  }

  @Test
  void a_cut_ends_the_body() {
    assertThat(
            text(
                "extract: { body: .text }\nremove: { cutAt: [ Your opinion ] }",
                "<div class=text><p>"
                    + LONG
                    + "</p><p>YOUR OPINION:</p><p>"
                    + LONGER
                    + "</p></div>"))
        .containsExactly(LONG);
  }

  @Test
  void lines_are_removed_in_their_zone_only() {
    assertThat(
            text(
                "extract: { body: .text }\n"
                    + "remove: { lines: [ { regex: '^Pear [0-9]+$', zone: tail } ] }",
                "<div class=text><p>Pear 1</p><p>" + LONG + "</p><p>Pear 2</p></div>"))
        .containsExactly("Pear 1", LONG);
  }

  @Test
  void the_text_is_normalised_only_as_the_rule_asks() {
    String body =
        "<div class=text><p>كـــتب «محمّد» في ١٢ آذار لـ“الخبر” كلاماً طويلاً عن المدرسة.</p></div>";
    assertThat(text("extract: { body: .text }", body))
        .containsExactly("كـــتب «محمّد» في ١٢ آذار لـ“الخبر” كلاماً طويلاً عن المدرسة.");
    assertThat(
            text(
                "extract: { body: .text }\n"
                    + "text: { tatweel: runs, diacritics: drop, digits: latin, quotes: straight }",
                body))
        .containsExactly("كتب \"محمد\" في 12 آذار لـ\"الخبر\" كلاما طويلا عن المدرسة.");
  }

  @Test
  void the_next_page_is_where_the_rule_says() {
    Extraction extraction =
        extract(
            "extract: { body: .text, nextPage: a.more }",
            "<div class=text><p>" + LONG + "</p></div><a class=more href='?page=2'>2</a>");
    assertThat(((Extracted) extraction).nextPage())
        .hasToString("https://daily.example/news/ferry?page=2");
  }

  @Test
  void pages_of_other_sites_are_extracted_without_the_rule() {
    Extractor extractor = new Extractor(Pages.rule("extract: { body: .nowhere }"));
    Extraction extraction =
        extractor.extract(
            Pages.fetched(
                "https://other.example/",
                ("<article><p>" + LONG + "</p><p>" + LONGER + "</p></article>")
                    .getBytes(java.nio.charset.StandardCharsets.UTF_8)));
    assertThat(((Extracted) extraction).article().rule()).isEqualTo("auto");
  }
}
