// SPDX-License-Identifier: Apache-2.0
package org.winnow.extractors;

import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.winnow.corpus.Decision;
import org.winnow.corpus.Label;

/**
 * Chooses the body where no rule says where it is: the blocks that the model takes for content.
 *
 * @param model what says how likely a block is content
 */
record LearnedBody(BlockModel model) implements BlockLabeller {
  private static final List<Decision> CONTENT = decisions(Label.CONTENT);
  private static final List<Decision> BOILERPLATE = decisions(Label.BOILERPLATE);

  /** One for each of a hundred probabilities: every block of every page is held with one. */
  private static List<Decision> decisions(Label label) {
    return IntStream.rangeClosed(0, 100)
        .mapToObj(i -> String.format(Locale.ROOT, "model:%.2f", i / 100.0))
        .map(reason -> new Decision(label, reason))
        .toList();
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
      int percent = (int) Math.round(probabilities[i] * 100);
      labelling.decide(i, chosen.get(i) ? CONTENT.get(percent) : BOILERPLATE.get(percent));
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
