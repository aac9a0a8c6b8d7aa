// SPDX-License-Identifier: Apache-2.0
package org.winnow.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.winnow.app.PageScore;

class CalibrationTest {
  @Test
  void the_lowest_fifth_is_counted_by_confidence_and_not_by_score() {
    List<ContenderScore> scores =
        IntStream.range(0, 10).mapToObj(i -> page(i, i / 10.0, i == 1 || i == 9)).toList();
    Calibration calibration = Calibration.of(scores);
    assertThat(calibration.poor()).isEqualTo(2);
    assertThat(calibration.poorInLowestFifth()).isEqualTo(1);
    assertThat(calibration.share()).isEqualTo(0.5);
  }

  @Test
  void tenths_come_from_the_least_sure_to_the_surest_and_hold_every_page_once() {
    List<ContenderScore> scores =
        IntStream.range(0, 23).mapToObj(i -> page(i, 1 - i / 23.0, i > 20)).toList();
    List<Calibration.Tenth> tenths = Calibration.of(scores).tenths();
    assertThat(tenths).extracting(Calibration.Tenth::confidence).isSorted();
    assertThat(tenths.stream().mapToInt(Calibration.Tenth::pages).sum()).isEqualTo(23);
    assertThat(tenths.get(0).poor()).isEqualTo(2);
  }

  @Test
  void without_a_poor_page_nothing_is_missed() {
    assertThat(Calibration.of(List.of(page(1, 0.3, false))).share()).isEqualTo(1);
  }

  private static ContenderScore page(int number, double confidence, boolean isPoor) {
    String text = isPoor ? "other words" : "the gold text";
    PageScore score = PageScore.of("p" + number, "en", "the gold text", text, text, 0);
    return new ContenderScore(score, confidence, "article", null);
  }
}
