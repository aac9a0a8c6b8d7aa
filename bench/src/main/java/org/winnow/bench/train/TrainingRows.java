// SPDX-License-Identifier: Apache-2.0
package org.winnow.bench.train;

import java.util.List;
import java.util.Map;
import org.winnow.extractors.LearningPage;

/**
 * The blocks of pages, one row a block, with labels and weights.
 *
 * <p>A block weighs as its words do to the 0.7, and a page with more gold less: what is measured is
 * the mean of the pages' F1. The block that says the headline is left out, because gold texts
 * differ in whether they have it; a step of its own finds it.
 */
@SuppressWarnings("ArrayRecordComponent") // as the library takes them
record TrainingRows(int size, float[] figures, float[] labels, float[] weights) {
  private static final double WORDS = 0.7;
  private static final double GOLD = 0.5;

  static TrainingRows of(List<TrainingPage> pages, Map<String, Double> setWeights) {
    int width = LearningPage.width();
    int most = 0;
    for (TrainingPage page : pages) {
      most += page.learning() == null ? 0 : page.learning().texts().size();
    }
    float[] figures = new float[most * width];
    float[] labels = new float[most];
    float[] weights = new float[most];
    int size = 0;
    for (TrainingPage page : pages) {
      LearningPage learning = page.learning();
      GoldLabels gold = page.labels();
      if (learning == null || gold == null) {
        continue;
      }
      double ofPage = setWeights.getOrDefault(page.set(), 1.0) * pageWeight(gold);
      for (int i = 0; i < gold.tokens().length; i++) {
        if (i != learning.headline()) {
          System.arraycopy(learning.rows(), i * width, figures, size * width, width);
          labels[size] = gold.isContent()[i] ? 1 : 0;
          weights[size] = (float) (ofPage * weight(gold, i));
          size++;
        }
      }
    }
    return new TrainingRows(
        size,
        java.util.Arrays.copyOf(figures, size * width),
        java.util.Arrays.copyOf(labels, size),
        java.util.Arrays.copyOf(weights, size));
  }

  private static double pageWeight(GoldLabels gold) {
    int words = 0;
    for (int i = 0; i < gold.tokens().length; i++) {
      words += gold.isContent()[i] ? gold.tokens()[i] : 0;
    }
    return 100 / Math.pow(Math.max(30, words), GOLD);
  }

  private static double weight(GoldLabels gold, int i) {
    if (gold.tokens()[i] == 0) {
      return 0.2;
    }
    double weight = Math.pow(gold.tokens()[i], WORDS);
    boolean isUnsure = gold.isCopy()[i] || (gold.share()[i] > 0.25 && gold.share()[i] < 0.75);
    return isUnsure ? weight * 0.5 : weight;
  }
}
