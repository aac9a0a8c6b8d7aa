// SPDX-License-Identifier: Apache-2.0
package org.winnow.pipeline.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class WordDiffTest {
  private static List<String> diff(String expected, String actual) {
    return WordDiff.between(expected, actual).stream().map(WordDiff.Line::toString).toList();
  }

  @Test
  void equal_texts_have_no_difference() {
    assertThat(diff("One.\n\nTwo.\n", "One.\n\nTwo.\n")).isEmpty();
  }

  @Test
  void a_changed_word_stands_on_a_line_of_its_own_between_its_neighbours() {
    assertThat(
            diff(
                "Head\n\nThe council of the old town said on Monday that it will.\n",
                "Head\n\nThe council of the old town said on Tuesday that it will.\n"))
        .containsExactly(
            "paragraph 2",
            "    … of the old town said on",
            "  - Monday",
            "  + Tuesday",
            "    that it will.");
  }

  @Test
  void words_of_another_direction_share_no_line_with_changed_ones() {
    assertThat(
            diff(
                "قال الوزير يوم الاثنين إن السد امتلأ\n",
                "قال الوزير يوم الثلاثاء إن السد امتلأ\n"))
        .containsExactly(
            "paragraph 1",
            "    قال الوزير يوم",
            "  - الاثنين",
            "  + الثلاثاء",
            "    إن السد امتلأ");
  }

  @Test
  void a_paragraph_too_much_is_shown_whole_and_where() {
    assertThat(diff("One.\n\nTwo.\n", "One.\n\nShare this\n\nTwo.\n"))
        .containsExactly("after paragraph 1", "  + Share this");
  }

  @Test
  void a_missing_paragraph_is_shown_whole() {
    assertThat(diff("One.\n\nTwo.\n", "Two.\n")).containsExactly("paragraph 1", "  - One.");
  }

  @Test
  void the_middle_of_a_long_unchanged_passage_is_left_out() {
    String long20 = "a b c d e f g h i j k l m n o p q r s t";
    assertThat(diff("x " + long20 + " y", "X " + long20 + " Y"))
        .contains("    a b c d e f … o p q r s t");
  }

  @Test
  void other_line_ends_are_named_as_such() {
    assertThat(diff("One.\n\nTwo.\n", "One.\nTwo.\n"))
        .containsExactly("the same words, but other line ends or blank lines");
  }
}
