// SPDX-License-Identifier: Apache-2.0
package org.winnow.extractors;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import org.winnow.corpus.FetchedPage;
import org.winnow.siterules.PresetNames;

/** What training needs of a page: its blocks' texts, their figures, and what other ways choose. */
public final class LearningPage {
  private static final ElementNames NAMES = new ElementNames(PresetNames.bundled());

  private final List<String> texts;
  private final float[] rows;
  private final List<BitSet> candidates;
  private final int[] weights;

  private LearningPage(List<String> texts, float[] rows, List<BitSet> candidates, int[] weights) {
    this.texts = texts;
    this.rows = rows;
    this.candidates = candidates;
    this.weights = weights;
  }

  /** That page; empty where it cannot be read. */
  public static Optional<LearningPage> of(FetchedPage page) {
    if (PageParser.unreadable(page).isPresent()) {
      return Optional.empty();
    }
    ParsedPage parsed = PageParser.parse(page);
    PageWalk walk = PageWalk.over(parsed.document(), NAMES);
    PageBlocks blocks = walk.blocks();
    PageMetadata metadata = PageMetadata.of(parsed, walk.scan());
    double[] scores = BlockScores.of(blocks);
    BlockCandidates candidates = BlockCandidates.of(blocks, scores, metadata);
    List<String> texts = new ArrayList<>();
    int[] weights = new int[blocks.size()];
    for (int i = 0; i < blocks.size(); i++) {
      texts.add(blocks.text(i));
      weights[i] = blocks.figures().weight(i);
    }
    return Optional.of(
        new LearningPage(
            texts,
            FeatureMatrix.of(blocks, metadata, scores, candidates),
            candidates.sets(),
            weights));
  }

  /** The blocks' texts, in page order. */
  public List<String> texts() {
    return texts;
  }

  /** The figures, a row a block, {@link #width} figures a row. */
  public float[] rows() {
    return rows;
  }

  /** How many figures a row has. */
  public static int width() {
    return FeatureMatrix.WIDTH;
  }

  /** The candidates' blocks. */
  public List<BitSet> candidates() {
    return candidates;
  }

  /** The position of the block that says the page's title, a heading if one does; or -1. */
  public int headline() {
    int best = -1;
    for (int i = 0; i < texts.size(); i++) {
      boolean isTitle = rows[i * FeatureMatrix.WIDTH + 29] >= 1;
      if (isTitle
          && (best < 0
              || rows[i * FeatureMatrix.WIDTH + 20] > rows[best * FeatureMatrix.WIDTH + 20])) {
        best = i;
      }
    }
    return best;
  }

  /** How much text each block has, comparable between scripts. */
  public int[] weights() {
    return weights;
  }
}
