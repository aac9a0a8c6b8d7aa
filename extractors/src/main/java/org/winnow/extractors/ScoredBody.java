// SPDX-License-Identifier: Apache-2.0
package org.winnow.extractors;

import java.util.BitSet;

/** The body by the blocks' scores: the region with the greatest sum, less its links and its end. */
final class ScoredBody {
  private ScoredBody() {}

  static BitSet of(PageBlocks page, double[] scores, BitSet dense) {
    ContentRegion region = ContentRegion.of(page, scores);
    ContentRegion run = ContentRegion.segment(page, scores);
    BitSet body = new BitSet(page.size());
    for (int i = region.first(); i < region.end(); i++) {
      boolean isTail = i >= run.end() && !dense.isEmpty() && !dense.get(i) && !isItem(page, i);
      if (page.block(i).linkDensity() <= 0.6 && !isTail && !page.figures().has(i, Cues.AGAINST)) {
        body.set(i);
      }
    }
    return body;
  }

  /** Items of a list without links are as short within a text as elsewhere. */
  private static boolean isItem(PageBlocks page, int i) {
    return page.block(i).tag().equals("li") && page.block(i).linkChars() == 0;
  }
}
