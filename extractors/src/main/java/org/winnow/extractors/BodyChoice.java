// SPDX-License-Identifier: Apache-2.0
package org.winnow.extractors;

import java.util.BitSet;

/**
 * The set of blocks with the best F1 that can be expected of it, by the blocks' probabilities.
 *
 * @param blocks the blocks
 * @param expected their expected F1, from 0 to 1
 */
record BodyChoice(BitSet blocks, double expected) {
  private static final double LOWEST = 0.1;
  private static final double HIGHEST = 0.7;
  private static final double STEP = 0.05;

  /** Where the likely blocks are as likely as this on average, they are the text. */
  private static final double CLEAR = 0.7;

  private static final double CLEARLY = 0.55;

  private static final double LINKS = 0.6;
  private static final int LONGEST_LINK = 200;

  /**
   * On a page whose likely blocks stand out, those; else the best of the sets of blocks that are
   * likelier than a threshold. Against thresholds alone, the first brought 3 points of F1 on news
   * pages of another decade and cost half a point on pages that are no articles.
   */
  static BodyChoice of(PageBlocks page, double[] probabilities) {
    BitSet likely = above(probabilities, 0.5);
    if (precision(page, probabilities, likely) > CLEAR) {
      BitSet clear = above(probabilities, CLEARLY);
      dropLinkLines(page, clear);
      return new BodyChoice(clear, expected(page, probabilities, clear));
    }
    BodyChoice best = new BodyChoice(likely, expected(page, probabilities, likely));
    for (double threshold = LOWEST; threshold < HIGHEST; threshold += STEP) {
      BitSet blocks = above(probabilities, threshold);
      double expected = expected(page, probabilities, blocks);
      if (expected > best.expected()) {
        best = new BodyChoice(blocks, expected);
      }
    }
    return best;
  }

  /** Takes out lines between the paragraphs that only lead elsewhere. */
  private static void dropLinkLines(PageBlocks page, BitSet blocks) {
    for (int i = blocks.nextSetBit(0); i >= 0; i = blocks.nextSetBit(i + 1)) {
      if (page.block(i).linkDensity() > LINKS
          && page.figures().weight(i) < LONGEST_LINK
          && !page.block(i).isHeading()
          && !page.figures().has(i, Cues.ITEM | Cues.TABLE)) {
        blocks.clear(i);
      }
    }
  }

  private static BitSet above(double[] probabilities, double threshold) {
    BitSet blocks = new BitSet(probabilities.length);
    for (int i = 0; i < probabilities.length; i++) {
      if (probabilities[i] > threshold) {
        blocks.set(i);
      }
    }
    return blocks;
  }

  private static double precision(PageBlocks page, double[] probabilities, BitSet blocks) {
    double taken = 0;
    double common = 0;
    for (int i = blocks.nextSetBit(0); i >= 0; i = blocks.nextSetBit(i + 1)) {
      taken += page.figures().weight(i);
      common += probabilities[i] * page.figures().weight(i);
    }
    return taken == 0 ? 0 : common / taken;
  }

  private static double expected(PageBlocks page, double[] probabilities, BitSet blocks) {
    double gold = 0;
    double taken = 0;
    double common = 0;
    for (int i = 0; i < probabilities.length; i++) {
      double weight = page.figures().weight(i);
      gold += probabilities[i] * weight;
      if (blocks.get(i)) {
        taken += weight;
        common += probabilities[i] * weight;
      }
    }
    return taken + gold == 0 ? 0 : 2 * common / (taken + gold);
  }
}
