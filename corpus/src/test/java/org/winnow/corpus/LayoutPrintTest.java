// SPDX-License-Identifier: Apache-2.0
package org.winnow.corpus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LayoutPrintTest {
  private static LayoutPrint print(int from, int to) {
    return LayoutPrint.ofHashes(
        LongStream.range(from, to).map(number -> LayoutPrint.mix(number + 1)).toArray());
  }

  @ParameterizedTest
  @CsvSource({"0, 100, 1.0", "50, 150, 0.33", "20, 120, 0.67", "100, 200, 0.0"})
  void the_similarity_is_about_the_share_of_common_members(int from, int to, double share) {
    assertThat(print(0, 100).similarity(print(from, to))).isCloseTo(share, within(0.2));
  }

  @Test
  void nothing_resembles_nothing() {
    assertThat(LayoutPrint.NONE.similarity(LayoutPrint.NONE)).isZero();
    assertThat(print(0, 9).similarity(LayoutPrint.NONE)).isZero();
    assertThat(print(0, 9).similarity(new LayoutPrint("damaged"))).isZero();
  }

  @Test
  void a_print_has_32_bytes() {
    assertThat(print(0, 9).hex()).hasSize(64);
  }
}
