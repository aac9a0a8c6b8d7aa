// SPDX-License-Identifier: Apache-2.0
package org.winnow.extractors.learn;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.re2j.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LineRemovalsTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Edition 12 of the Post | Edition 7 of the Post | true",
        "(1) [2] {3} $4 a.b*c+d? | (9) [8] {7} $65 a.b*c+d? | true",
        "a.b 1 | axb 1 | false",
        "Issue ١٢ | Issue 3 | true",
        "Edition 12 of the Post | Edition of the Post | false"
      })
  void a_pattern_matches_its_line_with_other_numbers(String line, String other, boolean matches) {
    Pattern pattern = Pattern.compile(LineRemovals.pattern(line));
    assertThat(pattern.matches(line)).isTrue();
    assertThat(pattern.matches(other)).isEqualTo(matches);
  }
}
