// SPDX-License-Identifier: Apache-2.0
package org.winnow.extractors;

/**
 * A part of the page: an element, and the blocks from {@code first} up to {@code end}.
 *
 * @param element the element's number
 * @param first the first block
 * @param end the block after the last one
 * @param score the sum of the blocks' scores
 */
record ContentRegion(int element, int first, int end, double score) {

  /** At 0.6, 0.7, 0.8, 0.9 the mean F1 of six labelled sets, half their hosts, was .849 to .856. */
  private static final double MOST_OF_IT = 0.8;

  /** The part that holds the content, by those scores. */
  static ContentRegion of(PageBlocks page, double[] scores) {
    return core(page, scores, element(page, scores));
  }

  /**
   * The innermost element that still holds most of what speaks for content in that region, with
   * what stands between the headline and it, and with its like behind it.
   */
  private static ContentRegion core(PageBlocks page, double[] scores, ContentRegion region) {
    ElementTable elements = page.elements();
    double[] sums = new double[scores.length + 1];
    for (int i = 0; i < scores.length; i++) {
      sums[i + 1] = sums[i] + Math.max(scores[i], 0);
    }
    double all = sums[region.end()] - sums[region.first()];
    int core = region.element();
    for (int e = core + 1; e < elements.size() && elements.first(e) < region.end(); e++) {
      double own = sums[elements.end(e)] - sums[elements.first(e)];
      if (elements.parent(e) == core && elements.isBlockLevel(e) && own >= all * MOST_OF_IT) {
        core = e;
      } else if (elements.parent(e) == core
          && !elements.isBlockLevel(e)
          && own >= all * MOST_OF_IT) {
        core = e;
      }
    }
    int first = elements.first(core);
    int end = elements.end(core);
    for (int i = first - 1; i >= region.first(); i--) {
      if (page.block(i).tag().equals("h1")) {
        first = i;
      }
    }
    String like = ElementPath.kind(elements.element(core));
    if (!like.isEmpty()) {
      for (int e = elements.parent(core) + 1; e < elements.size(); e++) {
        if (elements.parent(e) == elements.parent(core)
            && sums[elements.end(e)] - sums[elements.first(e)] > 0
            && ElementPath.kind(elements.element(e)).equals(like)) {
          first = Math.min(first, elements.first(e));
          end = Math.max(end, elements.end(e));
        }
      }
    }
    return new ContentRegion(core, first, end, region.score());
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
