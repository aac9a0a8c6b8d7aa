// SPDX-License-Identifier: Apache-2.0
package org.winnow.app;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * How well a text agrees with the gold text, counted as multisets of tokens or shingles.
 *
 * @param precision the share of the text that is in the gold, from 0 to 1
 * @param recall the share of the gold that is in the text, from 0 to 1
 */
public record TextScore(double precision, double recall) {

  /**
   * The score of {@code text} against {@code gold}. Two empty texts agree; an empty one and another
   * do not at all.
   */
  public static TextScore of(List<String> gold, List<String> text) {
    if (gold.isEmpty() && text.isEmpty()) {
      return new TextScore(1, 1);
    }
    Map<String, Integer> open = new HashMap<>();
    for (String token : gold) {
      open.merge(token, 1, Integer::sum);
    }
    int common = 0;
    for (String token : text) {
      Integer left = open.get(token);
      if (left != null && left > 0) {
        open.put(token, left - 1);
        common++;
      }
    }
    return new TextScore(share(common, text.size()), share(common, gold.size()));
  }

  /** The harmonic mean of precision and recall. */
  public double f1() {
    return precision + recall == 0 ? 0 : 2 * precision * recall / (precision + recall);
  }

  private static double share(int part, int whole) {
    return whole == 0 ? 0 : (double) part / whole;
  }
}
