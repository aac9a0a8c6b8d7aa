// SPDX-License-Identifier: Apache-2.0
package org.winnow.extractors;

import java.util.BitSet;
import java.util.Locale;
import org.winnow.corpus.Label;

/**
 * Chooses the body where no rule says where it is: the blocks that the model takes for content.
 *
 * @param model what says how likely a block is content
 */
record LearnedBody(BlockModel model) implements BlockLabeller {
  private static final String[] REASONS = new String[101];

  static {
    for (int i = 0; i <= 100; i++) {
      REASONS[i] = String.format(Locale.ROOT, "model:%.2f", i / 100.0);
    }
  }

  @Override
  public void label(Labelling labelling) {
    PageBlocks page = labelling.page();
    double[] scores = BlockScores.of(page);
    BlockCandidates candidates = BlockCandidates.of(page, scores, labelling.metadata());
    float[] rows = FeatureMatrix.of(page, labelling.metadata(), scores, candidates);
    double[] probabilities = new double[page.size()];
    for (int i = 0; i < probabilities.length; i++) {
      probabilities[i] = model.probability(rows, i * FeatureMatrix.WIDTH);
    }
    goWithWhatIsBefore(page, probabilities);
    BodyChoice choice = BodyChoice.of(page, probabilities);
    BitSet chosen = choice.blocks();
    labelling.confidence(choice.expected());
    for (int i = 0; i < probabilities.length; i++) {
      labelling.decide(
          i,
          chosen.get(i) ? Label.CONTENT : Label.BOILERPLATE,
          REASONS[(int) Math.round(probabilities[i] * 100)]);
    }
  }

  /** Items of a list without links are half as likely as the block above, half as all of them. */
  private static void goWithWhatIsBefore(PageBlocks page, double[] probabilities) {
    for (int first = 1; first < probabilities.length; first++) {
      int end = first;
      double sum = 0;
      while (end < probabilities.length && isPlainItem(page, end)) {
        sum += probabilities[end++];
      }
      double mean = (probabilities[first - 1] + sum / Math.max(1, end - first)) / 2;
      for (int i = first; i < end; i++) {
        probabilities[i] = Math.max(probabilities[i], mean);
      }
      first = end;
    }
  }

  private static boolean isPlainItem(PageBlocks page, int i) {
    return page.block(i).tag().equals("li")
        && page.block(i).linkChars() == 0
        && !page.figures().has(i, Cues.AGAINST);
  }
}
