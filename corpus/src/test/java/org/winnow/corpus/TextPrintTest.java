// SPDX-License-Identifier: Apache-2.0
package org.winnow.corpus;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TextPrintTest {
  private static final String TEXT = words(400, 1);

  @Test
  void texts_that_differ_in_case_and_signs_have_one_print() {
    assertThat(TextPrint.of(TEXT.toUpperCase(java.util.Locale.ROOT).replace(" ", ", ")))
        .isEqualTo(TextPrint.of(TEXT));
  }

  @Test
  void a_text_with_another_word_is_nearly_the_same() {
    String changed = TEXT.replaceFirst(" \\w+ ", " otherwise ");

    assertThat(TextPrint.of(changed)).isNotEqualTo(TextPrint.NONE);
    assertThat(TextPrint.isNear(TextPrint.of(changed), TextPrint.of(TEXT))).isTrue();
  }

  @Test
  void a_text_of_the_same_words_in_another_order_is_another_one() {
    String shuffled = words(400, 2);

    assertThat(TextPrint.isNear(TextPrint.of(shuffled), TextPrint.of(TEXT))).isFalse();
  }

  @Test
  void a_short_text_has_no_print() {
    assertThat(TextPrint.of("Just a few words.")).isEqualTo(TextPrint.NONE);
    assertThat(TextPrint.isNear(TextPrint.NONE, TextPrint.NONE)).isFalse();
  }

  @Test
  void characters_of_scripts_without_spaces_count_as_words() {
    String text =
        IntStream.range(0, 200)
            .mapToObj(i -> Character.toString(0x4e00 + i * 7))
            .collect(Collectors.joining());

    assertThat(TextPrint.of(text)).isNotEqualTo(TextPrint.NONE);
  }

  private static String words(int count, long seed) {
    Random random = new Random(seed);
    return IntStream.range(0, count)
        .mapToObj(i -> "word" + (char) ('a' + random.nextInt(26)) + random.nextInt(40))
        .collect(Collectors.joining(" "));
  }
}
