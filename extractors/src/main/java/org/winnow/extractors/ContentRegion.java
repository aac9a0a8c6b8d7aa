// SPDX-License-Identifier: Apache-2.0
package org.winnow.extractors;

/**
 * The element that holds the content: the one whose blocks' scores have the greatest sum; of equals
 * the innermost.
 */
record ContentRegion(int element, int first, int end, double score) {

  static ContentRegion of(PageBlocks page, double[] scores) {
    return element(page, scores);
  }

  private static double[] sums(double[] scores) {
    double[] sums = new double[scores.length + 1];
    for (int i = 0; i < scores.length; i++) {
      sums[i + 1] = sums[i] + scores[i];
    }
    return sums;
  }

  /** The run of blocks whose scores have the greatest sum, and the element around it. */
  static ContentRegion segment(PageBlocks page, double[] scores) {
    double[] sums = sums(scores);
    ElementTable elements = page.elements();
    int low = 0;
    int first = 0;
    int end = 0;
    double most = Double.NEGATIVE_INFINITY;
    for (int i = 1; i < sums.length; i++) {
      if (sums[i] - sums[low] > most) {
        most = sums[i] - sums[low];
        first = low;
        end = i;
      }
      if (sums[i] < sums[low]) {
        low = i;
      }
    }
    int e = end > first ? page.figures().owner(first) : 0;
    while (e > 0 && elements.end(e) < end) {
      e = elements.parent(e);
    }
    return new ContentRegion(e, first, end, most);
  }

  /** The element whose blocks' scores have the greatest sum; of equals the innermost. */
  static ContentRegion element(PageBlocks page, double[] scores) {
    double[] sums = sums(scores);
    ElementTable elements = page.elements();
    int best = 0;
    double bestSum = Double.NEGATIVE_INFINITY;
    for (int e = 0; e < elements.size(); e++) {
      int first = elements.first(e);
      int end = elements.end(e);
      if (end > first && elements.isBlockLevel(e)) {
        double sum = sums[end] - sums[first];
        if (sum > bestSum * 1.0001 || sum >= bestSum - 1e-9) {
          best = e;
          bestSum = sum;
        }
      }
    }
    return new ContentRegion(best, elements.first(best), elements.end(best), bestSum);
  }
}
