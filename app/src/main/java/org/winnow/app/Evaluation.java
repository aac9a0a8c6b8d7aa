// SPDX-License-Identifier: Apache-2.0
package org.winnow.app;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The scores of a dataset's pages, by language and in all. */
record Evaluation(List<PageScore> pages) {

  /** The name of the group of all pages. */
  static final String ALL = "all";

  Evaluation {
    pages = List.copyOf(pages);
  }

  /** The pages by language, in the order of the languages' names; all of them last. */
  List<Group> groups() {
    Map<String, List<PageScore>> byLanguage = new TreeMap<>();
    for (PageScore page : pages) {
      byLanguage.computeIfAbsent(page.language(), key -> new ArrayList<>()).add(page);
    }
    List<Group> groups = new ArrayList<>();
    byLanguage.forEach((language, scores) -> groups.add(Group.of(language, scores)));
    groups.add(Group.of(ALL, pages));
    return groups;
  }

  /** The pages with the lowest F1, worst first. */
  List<PageScore> worst(int count) {
    return pages.stream()
        .sorted(Comparator.comparingDouble(PageScore::bestF1).thenComparing(PageScore::id))
        .limit(count)
        .toList();
  }

  /**
   * The scores of a group of pages.
   *
   * @param name the language, or {@link #ALL}
   * @param pages how many pages
   * @param text the scores with headlines
   * @param body the scores of the bodies alone
   * @param millis mean CPU time a page
   */
  record Group(String name, int pages, Scores text, Scores body, double millis) {
    private static Group of(String name, List<PageScore> pages) {
      double millis = pages.stream().mapToDouble(PageScore::millis).average().orElse(0);
      return new Group(name, pages.size(), Scores.ofText(pages), Scores.ofBody(pages), millis);
    }
  }
}
