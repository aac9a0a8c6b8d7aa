// SPDX-License-Identifier: Apache-2.0
package org.winnow.extractors;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.winnow.corpus.PageKind;

/**
 * Weighs a page's figures for each kind: multinomial logistic regression, its weights read from
 * {@code kind-model.txt}, where the figures and the data that it was trained on are told.
 * Immutable.
 */
final class KindModel {
  /** The kinds that it tells apart, in the order of its columns. */
  static final List<PageKind> KINDS =
      List.of(
          PageKind.ARTICLE,
          PageKind.LISTING,
          PageKind.FORUM,
          PageKind.PRODUCT,
          PageKind.DOCUMENTATION,
          PageKind.SERVICE);

  private final double[][] weights;

  /**
   * @param weights by figure, then by kind
   */
  KindModel(double[][] weights) {
    this.weights = weights;
  }

  private static final class Holder {
    private static final KindModel BUNDLED = read();
  }

  /** The model that comes with Winnow. */
  static KindModel bundled() {
    return Holder.BUNDLED;
  }

  /** How likely each of {@link #KINDS} is; they add up to 1. */
  double[] probabilities(double[] figures) {
    double[] scores = new double[KINDS.size()];
    for (int figure = 0; figure < figures.length; figure++) {
      if (figures[figure] != 0) {
        for (int kind = 0; kind < scores.length; kind++) {
          scores[kind] += figures[figure] * weights[figure][kind];
        }
      }
    }
    double sum = 0;
    for (int kind = 0; kind < scores.length; kind++) {
      scores[kind] = Math.exp(Math.max(Math.min(scores[kind], 50), -50));
      sum += scores[kind];
    }
    for (int kind = 0; kind < scores.length; kind++) {
      scores[kind] /= sum;
    }
    return scores;
  }

  /** The lines of its file. */
  List<String> lines() {
    List<String> lines = new ArrayList<>();
    List<String> names = PageFigures.names();
    for (int figure = 0; figure < weights.length; figure++) {
      StringBuilder line = new StringBuilder(names.get(figure)).append(':');
      for (double weight : weights[figure]) {
        line.append(String.format(Locale.ROOT, " %.3f", weight));
      }
      lines.add(line.toString());
    }
    return lines;
  }

  private static KindModel read() {
    List<String> names = PageFigures.names();
    double[][] weights = new double[names.size()][KINDS.size()];
    List<String> lines = WordList.read("kind-model.txt");
    if (lines.size() != names.size()) {
      throw new IllegalStateException(
          "kind-model.txt has " + lines.size() + " figures, the code " + names.size());
    }
    for (int figure = 0; figure < lines.size(); figure++) {
      String line = lines.get(figure);
      int colon = line.lastIndexOf(':');
      if (!line.substring(0, colon).equals(names.get(figure))) {
        throw new IllegalStateException("kind-model.txt: " + line + " is not " + names.get(figure));
      }
      String[] numbers = line.substring(colon + 1).strip().split(" ", -1);
      for (int kind = 0; kind < numbers.length; kind++) {
        weights[figure][kind] = Double.parseDouble(numbers[kind]);
      }
    }
    return new KindModel(weights);
  }
}
