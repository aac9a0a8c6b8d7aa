// SPDX-License-Identifier: Apache-2.0
package org.winnow.pipeline.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SelectionTest {
  @ParameterizedTest
  @CsvSource(
      nullValues = "-",
      textBlock =
          """
          ar, ar, true
          ar, ar-EG, true
          ar, arz, false
          ar, en, false
          ar, -, false
          ar-EG, ar, false
          """)
  void a_language_has_its_regional_forms(String wanted, String language, boolean isWanted) {
    Selection selection =
        new Selection(null, null, null, null, null, List.of(wanted), Selection.NOT_REJECTED, 0);
    assertThat(selection.hasLanguage(language)).isEqualTo(isWanted);
  }
}
