// SPDX-License-Identifier: Apache-2.0
package org.winnow.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.winnow.app.LabelledPage;
import org.winnow.app.PageScore;
import org.winnow.app.Scores;

/**
 * The scores of a labelled set.
 *
 * @param name the folder's name
 * @param contenders the contenders' names
 * @param pages its pages, in its order
 */
record SetScores(String name, List<String> contenders, List<ScoredPage> pages) {
  SetScores {
    contenders = List.copyOf(contenders);
    pages = List.copyOf(pages);
  }

  /** How the contender at that position did on every page. */
  List<ContenderScore> of(int contender) {
    return pages.stream().map(page -> page.scores().get(contender)).toList();
  }

  /** A contender's scores of its texts with headlines. */
  Scores text(int contender) {
    return Scores.ofText(pageScores(contender));
  }

  /** A contender's scores of its bodies alone. */
  Scores body(int contender) {
    return Scores.ofBody(pageScores(contender));
  }

  /**
   * The better of a contender's mean F1 with headlines and without: sets differ in whether their
   * gold has headlines, and contenders in whether they give them.
   */
  double f1(int contender) {
    return Math.max(text(contender).f1(), body(contender).f1());
  }

  /** The mean CPU time of a contender on a page, in milliseconds. */
  double millis(int contender) {
    return pageScores(contender).stream().mapToDouble(PageScore::millis).average().orElse(0);
  }

  /** The pages by what {@code key} says of them, in the order of its values. */
  Map<String, SetScores> by(Function<LabelledPage, String> key) {
    Map<String, List<ScoredPage>> groups = new TreeMap<>();
    for (ScoredPage page : pages) {
      groups.computeIfAbsent(key.apply(page.page()), value -> new ArrayList<>()).add(page);
    }
    Map<String, SetScores> parts = new TreeMap<>();
    groups.forEach((value, part) -> parts.put(value, new SetScores(value, contenders, part)));
    return parts;
  }

  private List<PageScore> pageScores(int contender) {
    return of(contender).stream().map(ContenderScore::score).toList();
  }
}
