// SPDX-License-Identifier: Apache-2.0
package org.winnow.extractors;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TextCountTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          The ferry sails, again. | 4 | 1 | 1
          Version 2.5 is out…     | 4 | 0 | 0
          أعلنت الوزارة، أمس؟      | 5 | 1 | 1
          東京都は雨。            | 3 | 0 | 1
          a-b c                   | 2 | 0 | 0
          ...                     | 1 | 0 | 1
          """)
  void words_clauses_and_sentences_are_counted_in_any_script(
      String text, int words, int clauses, int sentences) {
    TextCount count = new TextCount();
    count.of(text);

    assertThat(count.words()).isEqualTo(words);
    assertThat(count.clauses()).isEqualTo(clauses);
    assertThat(count.sentences()).isEqualTo(sentences);
  }

  @ParameterizedTest
  @CsvSource({"Page 1, page 22!", "Żółw-1, żółw 2"})
  void texts_that_differ_in_digits_signs_and_case_have_one_hash(String one, String other) {
    assertThat(BlockFigures.hashOf(one)).isEqualTo(BlockFigures.hashOf(other));
  }
}
