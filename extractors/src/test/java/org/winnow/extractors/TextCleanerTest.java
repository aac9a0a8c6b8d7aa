// SPDX-License-Identifier: Apache-2.0
package org.winnow.extractors;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.winnow.siterules.PhraseLists;
import org.winnow.siterules.SiteRule;

class TextCleanerTest {
  private static final PhraseLists PHRASES = PhraseLists.bundled();
  private static final String FIRST =
      "The ferry crosses the river every hour from April until the first frost of autumn.\n";
  private static final String SECOND =
      "In winter the ferryman repairs the boat and reads the letters of his passengers.\n";

  @Test
  void leaves_a_text_without_boilerplate_as_it_is() {
    String text = "\n\n" + FIRST + "\n\n\n \t" + SECOND + "\n\n";

    assertThat(clean(text)).isEqualTo(text);
  }

  @Test
  void leaves_one_of_the_blank_lines_around_removed_lines() {
    String text = FIRST + "\n\nAdvertisement\n\n\n" + SECOND + "\n\nShare this article\n\n";

    assertThat(clean(text)).isEqualTo(FIRST + "\n" + SECOND);
  }

  @Test
  void joins_lines_that_only_removed_lines_stood_between() {
    assertThat(clean(FIRST + "Advertisement\n" + SECOND)).isEqualTo(FIRST + SECOND);
  }

  @Test
  void takes_an_empty_text() {
    assertThat(clean("")).isEmpty();
    assertThat(clean(" \n\n")).isEqualTo(" \n\n");
  }

  @Test
  void takes_a_very_long_line() {
    String text = "word ".repeat(200_000) + ".\n";

    assertThat(clean(text)).isEqualTo(text);
  }

  @Test
  @Timeout(20)
  void ends_soon_on_a_text_of_nothing_but_headings_and_prose() {
    String text = ("Comments\n" + FIRST + "التعليقات\n").repeat(30_000);

    assertThat(clean(text)).contains(FIRST);
  }

  @Test
  void removes_what_recurs_over_the_texts_of_a_folder() {
    RecurringLines recurring = new RecurringLines();
    for (int i = 0; i < 4; i++) {
      recurring.add("River News\n" + i + " " + FIRST + "Our editors never sleep\n");
    }

    CleanedText cleaned =
        cleaner(recurring).clean("River News\n" + FIRST + SECOND + "Our editors never sleep\n");

    assertThat(cleaned.text()).isEqualTo(FIRST + SECOND);
    assertThat(cleaned.lines().get(0).reason()).isEqualTo("recurring:in 4 of 4 texts");
  }

  @Test
  void counts_copies_of_one_text_once() {
    RecurringLines recurring = new RecurringLines();
    for (int i = 0; i < 5; i++) {
      recurring.add("River News\n" + FIRST + SECOND);
    }

    assertThat(cleaner(recurring).clean("River News\n" + FIRST + SECOND).text())
        .isEqualTo("River News\n" + FIRST + SECOND);
  }

  @Test
  void keeps_subheadings_that_recur_in_few_texts() {
    RecurringLines recurring = new RecurringLines();
    for (int i = 0; i < 20; i++) {
      recurring.add(i + " " + FIRST + (i < 4 ? "Background\n" : "") + i + SECOND);
    }

    assertThat(cleaner(recurring).clean(FIRST + "Background\n" + SECOND).text())
        .contains("Background");
  }

  @Test
  void applies_lines_of_the_rule_in_their_zone() {
    String rule =
        "lines: [ { equals: River page, zone: head }, { regex: 'Bank letter \\d+', zone: tail } ]";

    assertThat(
            withRule(rule, "River page!\nBank letter 1\n" + FIRST + "River page\nBank letter 2\n"))
        .isEqualTo("Bank letter 1\n" + FIRST + "River page\n");
  }

  @Test
  void begins_the_text_where_the_rule_says() {
    assertThat(
            withRule(
                "startAfter: The river today", "Three lines\nThe river today:\n" + FIRST + SECOND))
        .isEqualTo(FIRST + SECOND);
  }

  @Test
  void ends_the_text_where_the_rule_cuts_it() {
    assertThat(
            withRule(
                "cutAt: Imprint of the river",
                FIRST + SECOND + "\nImprint of the river:\nThree lines\n"))
        .isEqualTo(FIRST + SECOND);
  }

  @Test
  void does_not_cut_most_of_the_prose_away() {
    String text = FIRST + "Imprint of the river\n" + SECOND + SECOND.replace("winter", "summer");

    assertThat(withRule("cutAt: Imprint of the river", text)).isEqualTo(text);
  }

  @Test
  void removes_the_region_under_a_heading_of_the_rule_up_to_a_blank_line() {
    assertThat(
            withRule(
                "blocks: { heading: From the bank, until: blank }",
                FIRST + "\nFrom the bank\nA heron\nA boat\n\n" + SECOND))
        .isEqualTo(FIRST + "\n" + SECOND);
  }

  private static String clean(String text) {
    return cleaner(new RecurringLines()).clean(text).text();
  }

  private static TextCleaner cleaner(RecurringLines recurring) {
    return new TextCleaner(PHRASES, Optional.empty(), recurring);
  }

  private static String withRule(String remove, String text) {
    SiteRule rule = RulePages.rule("remove: { " + remove + " }");
    return new TextCleaner(PHRASES, Optional.of(rule), new RecurringLines()).clean(text).text();
  }
}
