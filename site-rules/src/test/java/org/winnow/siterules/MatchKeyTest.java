// SPDX-License-Identifier: Apache-2.0
package org.winnow.siterules;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.ValueSource;

class MatchKeyTest {

  @ParameterizedTest
  @CsvFileSource(resources = "match-keys.csv", delimiter = ';')
  void texts_that_read_the_same_have_one_key(String text, String key) {
    assertThat(MatchKey.of(text)).isEqualTo(key);
  }

  @ParameterizedTest
  @CsvFileSource(resources = "match-keys.csv", delimiter = ';')
  void a_key_is_its_own_key(String text, String key) {
    assertThat(MatchKey.of(key)).isEqualTo(key);
    assertThat(MatchKey.of("\u00A0" + text + "\u200F\u202F")).isEqualTo(key);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", " ", "\u00A0\u200B", "\u202A\u202C", "…", "\uFE0F", "😀 ★", "ــ", "***"})
  void a_text_without_letters_and_digits_has_an_empty_key(String text) {
    assertThat(MatchKey.of(text)).isEmpty();
  }

  @Test
  void an_e_with_a_separate_accent_is_the_same_as_one_character() {
    assertThat(MatchKey.of("re\u0301sume\u0301")).isEqualTo(MatchKey.of("résumé"));
  }

  @Test
  void half_a_surrogate_pair_is_punctuation() {
    assertThat(MatchKey.of("a\uD800b")).isEqualTo("a b");
  }

  @Test
  void a_hostile_run_of_marks_takes_linear_time() {
    String marks = "\u0301\u0316".repeat(500_000);

    Assertions.assertTimeout(Duration.ofSeconds(2), () -> MatchKey.of("a" + marks));
  }
}
