// SPDX-License-Identifier: Apache-2.0
package org.winnow.bench;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * How far a contender's confidence tells its F1 (the better of text and body).
 *
 * @param tenths the pages sorted by confidence, lowest first, in ten groups of one size; fewer
 *     where there are fewer pages
 * @param poor how many pages have an F1 under {@link #POOR}
 * @param poorInLowestFifth how many of those the lowest fifth by confidence holds
 */
record Calibration(List<Tenth> tenths, int poor, int poorInLowestFifth) {
  /** A text under this F1 is one that a reviewer should see. */
  static final double POOR = 0.8;

  Calibration {
    tenths = List.copyOf(tenths);
  }

  /**
   * A group of pages of like confidence.
   *
   * @param pages how many
   * @param confidence their mean confidence
   * @param f1 their mean F1
   * @param poor how many have an F1 under {@link #POOR}
   */
  record Tenth(int pages, double confidence, double f1, int poor) {
    private static Tenth of(List<ContenderScore> scores) {
      return new Tenth(
          scores.size(),
          scores.stream().mapToDouble(ContenderScore::confidence).average().orElse(0),
          scores.stream().mapToDouble(page -> page.score().bestF1()).average().orElse(0),
          Calibration.poor(scores));
    }
  }

  static Calibration of(List<ContenderScore> scores) {
    List<ContenderScore> sorted =
        scores.stream()
            .sorted(
                Comparator.comparingDouble(ContenderScore::confidence)
                    .thenComparing(page -> page.score().id()))
            .toList();
    List<Tenth> tenths = new ArrayList<>();
    int size = sorted.size();
    for (int i = 0; i < 10; i++) {
      List<ContenderScore> tenth = sorted.subList(size * i / 10, size * (i + 1) / 10);
      if (!tenth.isEmpty()) {
        tenths.add(Tenth.of(tenth));
      }
    }
    return new Calibration(tenths, poor(sorted), poor(sorted.subList(0, size / 5)));
  }

  /** The share of the poor pages that the lowest fifth holds; 1 where there are none. */
  double share() {
    return poor == 0 ? 1 : (double) poorInLowestFifth / poor;
  }

  private static int poor(List<ContenderScore> scores) {
    return (int) scores.stream().filter(page -> page.score().bestF1() < POOR).count();
  }
}
