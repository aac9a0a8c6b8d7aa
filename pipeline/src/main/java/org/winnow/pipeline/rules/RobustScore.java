// SPDX-License-Identifier: Apache-2.0
package org.winnow.pipeline.rules;

import java.util.Arrays;

/** Medians, and how far one is from another, undisturbed by a few odd values. */
final class RobustScore {
  /** Makes the median absolute deviation comparable to a standard deviation (normal numbers). */
  private static final double NORMAL = 0.6745;

  private RobustScore() {}

  /** The median, or 0 of nothing. */
  static double median(double[] values) {
    if (values.length == 0) {
      return 0;
    }
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    int middle = sorted.length / 2;
    return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
  }

  /**
   * How far the median of the recent values is from that of the baseline, in robust standard
   * deviations of the baseline.
   *
   * @param least the smallest deviation that is believed, for baselines of nearly equal values
   */
  static double z(double[] baseline, double[] recent, double least) {
    double middle = median(baseline);
    double[] deviations = Arrays.stream(baseline).map(each -> Math.abs(each - middle)).toArray();
    double deviation = Math.max(least, median(deviations));
    return NORMAL * Math.abs(median(recent) - middle) / deviation;
  }
}
