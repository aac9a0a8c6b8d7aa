// SPDX-License-Identifier: Apache-2.0
package org.winnow.extractors;

import java.util.BitSet;
import java.util.List;
import org.winnow.extractors.boilerpipe.BoilerpipeDecision;

/**
 * What several ways of finding a page's text choose, each as a set of blocks. They are figures for
 * the model, and answers that it may take as they are.
 *
 * @param names what each is called in reasons
 * @param sets the blocks of each; empty where a way finds nothing
 */
record BlockCandidates(List<String> names, List<BitSet> sets) {
  private static final List<String> NAMES =
      List.of("scores", "boilerpipe", "json-ld", "entry", "top", "run", "main");

  /** How many there are. */
  static final int COUNT = NAMES.size();

  /** The candidates of that page. */
  static BlockCandidates of(PageBlocks page, double[] scores, PageMetadata metadata) {
    BitSet dense = BoilerpipeDecision.contentOf(page.blocks(), page.figures()::words);
    return new BlockCandidates(
        NAMES,
        List.of(
            ScoredBody.of(page, scores, dense),
            dense,
            StatedBody.of(page, metadata.articleBody()),
            EntryElement.of(page, Cues.BODY | Cues.BODY_PROPERTY),
            TopElement.of(page),
            run(page, scores),
            EntryElement.of(page, Cues.MAIN | Cues.ARTICLE)));
  }

  BitSet set(int candidate) {
    return sets.get(candidate);
  }

  private static BitSet run(PageBlocks page, double[] scores) {
    ContentRegion run = ContentRegion.segment(page, scores);
    BitSet blocks = new BitSet();
    blocks.set(run.first(), run.end());
    return blocks;
  }
}
