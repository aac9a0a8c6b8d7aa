// SPDX-License-Identifier: Apache-2.0
package org.winnow.extractors;

/**
 * The element that holds the content: the one whose blocks' scores have the greatest sum; of equals
 * the innermost.
 */
record ContentRegion(int element, int first, int end, double score) {

  static ContentRegion of(PageBlocks page, double[] scores) {
    double[] sums = new double[scores.length + 1];
    for (int i = 0; i < scores.length; i++) {
      sums[i + 1] = sums[i] + scores[i];
    }
    ElementTable elements = page.elements();
    int best = 0;
    double bestSum = Double.NEGATIVE_INFINITY;
    for (int e = 0; e < elements.size(); e++) {
      int first = elements.first(e);
      int end = elements.end(e);
      if (end > first) {
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
