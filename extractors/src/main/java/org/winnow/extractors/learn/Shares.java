// SPDX-License-Identifier: Apache-2.0
package org.winnow.extractors.learn;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.winnow.siterules.MatchKey;

/** Figures of texts and of pages. */
final class Shares {
  /** What stands on so many of the pages belongs to the site, not to the article. */
  static final double MOST_PAGES = 0.6;

  private Shares() {}

  /** How many of that many pages are most of them; at least two. */
  static int most(int pages) {
    return Math.max(2, (int) Math.ceil(MOST_PAGES * pages));
  }

  static double mean(Collection<Double> figures) {
    return figures.stream().mapToDouble(Double::doubleValue).average().orElse(0);
  }

  static double f1(double precision, double recall) {
    return precision + recall == 0 ? 0 : 2 * precision * recall / (precision + recall);
  }

  /** Words of a text; a letter each in scripts without spaces. */
  static List<String> words(String text) {
    String key = MatchKey.of(text);
    if (key.isEmpty()) {
      return List.of();
    }
    return key.codePoints().anyMatch(Character::isIdeographic)
        ? key.codePoints().filter(Character::isLetterOrDigit).mapToObj(Character::toString).toList()
        : List.of(key.split(" "));
  }

  /** How well two texts agree, word by word, from 0 to 1. */
  static double agreement(String one, String other) {
    List<String> left = words(one);
    List<String> right = words(other);
    if (left.isEmpty() || right.isEmpty()) {
      return left.isEmpty() && right.isEmpty() ? 1 : 0;
    }
    Map<String, Integer> open = new HashMap<>();
    left.forEach(word -> open.merge(word, 1, Integer::sum));
    int common = 0;
    for (String word : right) {
      if (open.merge(word, -1, Integer::sum) >= 0) {
        common++;
      }
    }
    return f1((double) common / right.size(), (double) common / left.size());
  }
}
