// SPDX-License-Identifier: Apache-2.0
package org.winnow.review.sites;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * A line of a few figures, as small as a word; from zero to the highest of them.
 *
 * @param values the oldest first
 */
public record Sparkline(List<Integer> values) {

  /** The size of the drawing, in its own units. */
  public static final int WIDTH = 96;

  public static final int HEIGHT = 22;
  private static final int EDGE = 2;

  public Sparkline {
    values = List.copyOf(values);
  }

  /** Whether there is a line to draw. */
  public boolean isDrawn() {
    return values.size() > 1;
  }

  /** The last figure; 0 if there is none. */
  public int last() {
    return values.isEmpty() ? 0 : values.get(values.size() - 1);
  }

  /** The line, for {@code <polyline points>}. */
  public String points() {
    StringBuilder points = new StringBuilder();
    for (int i = 0; i < values.size(); i++) {
      points.append(String.format(Locale.ROOT, "%s%.1f,%.1f", i == 0 ? "" : " ", x(i), y(i)));
    }
    return points.toString();
  }

  /** Where the last figure is. */
  public String lastX() {
    return String.format(Locale.ROOT, "%.1f", x(values.size() - 1));
  }

  /** Where the last figure is. */
  public String lastY() {
    return String.format(Locale.ROOT, "%.1f", y(values.size() - 1));
  }

  /** The same in words. */
  public String spoken() {
    return values.stream().map(String::valueOf).collect(Collectors.joining(", "));
  }

  private double x(int index) {
    return EDGE + (double) index * (WIDTH - 2 * EDGE) / Math.max(1, values.size() - 1);
  }

  private double y(int index) {
    int most = Math.max(1, values.stream().mapToInt(Integer::intValue).max().orElse(1));
    return HEIGHT - EDGE - (double) values.get(index) * (HEIGHT - 2 * EDGE) / most;
  }
}
