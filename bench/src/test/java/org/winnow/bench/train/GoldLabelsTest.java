// SPDX-License-Identifier: Apache-2.0
package org.winnow.bench.train;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class GoldLabelsTest {
  private static final String FIRST = "The ferry left the harbour at noon and came back late.";
  private static final String SECOND = "Its crew had painted the railing white the day before.";

  private static boolean[] labels(List<String> blocks, String gold) {
    return GoldLabels.of(blocks, gold).isContent();
  }

  @Test
  void blocks_whose_words_the_gold_has_in_a_row_are_content() {
    assertThat(labels(List.of("Home News Sport Weather", FIRST, SECOND), FIRST + "\n" + SECOND))
        .containsExactly(false, true, true);
  }

  @Test
  void a_short_line_between_two_paragraphs_is_content_if_the_gold_has_it_there() {
    assertThat(
            labels(
                List.of("The crew", FIRST, "The crew", SECOND, "The crew"),
                FIRST + "\nThe crew\n" + SECOND))
        .containsExactly(false, true, true, true, false);
  }

  @Test
  void of_two_copies_the_one_beside_the_text_is_content() {
    assertThat(labels(List.of(FIRST, "Menu", "Search", "Login", FIRST, SECOND), FIRST + SECOND))
        .containsExactly(false, false, false, false, true, true);
  }

  @Test
  void blocks_without_words_are_none() {
    GoldLabels labels = GoldLabels.of(List.of("***", FIRST), FIRST);
    assertThat(labels.isContent()).containsExactly(false, true);
    assertThat(labels.share()[0]).isEqualTo(-1);
  }
}
