// SPDX-License-Identifier: Apache-2.0
package org.winnow.review.sites;

import java.util.List;

/** Upright bars side by side, from zero to the highest of them. */
public record BarChart(List<Bar> bars) {

  /** The size of the drawing, in its own units. */
  public static final int HEIGHT = 100;

  private static final int STEP = 10;
  private static final int BAR = 8;

  public BarChart {
    bars = List.copyOf(bars);
  }

  public int width() {
    return Math.max(1, bars.size()) * STEP;
  }

  public int barWidth() {
    return BAR;
  }

  public int x(int index) {
    return index * STEP + (STEP - BAR) / 2;
  }

  /** A bar's height; anything above zero is seen. */
  public int height(int index) {
    int value = bars.get(index).value();
    return value == 0 ? 0 : Math.max(1, (int) Math.round((double) value * HEIGHT / most()));
  }

  public int most() {
    return Math.max(1, bars.stream().mapToInt(Bar::value).max().orElse(1));
  }

  public int sum() {
    return bars.stream().mapToInt(Bar::value).sum();
  }
}
