// SPDX-License-Identifier: Apache-2.0
package org.winnow.extractors.learn;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.winnow.corpus.Article;
import org.winnow.extractors.Extraction.Extracted;
import org.winnow.extractors.PageView;

/**
 * Sorts pages by layout: those that share most of their tag paths, one by one, belong together. The
 * group that holds the most article text is learned from.
 *
 * @param chosen the group to learn from
 * @param leftOut the other pages, with the reason
 */
record PageGroups(List<PageView> chosen, Map<PageView, String> leftOut) {

  /** Jaccard similarity of tag paths; articles of one template lie above, other pages below. */
  private static final double SAME_LAYOUT = 0.7;

  /** Two pages that agree so far are one article twice: its print page, its AMP twin. */
  private static final double SAME_TEXT = 0.85;

  static PageGroups of(List<PageView> pages) {
    Map<PageView, String> leftOut = new HashMap<>();
    List<PageView> articles = new ArrayList<>();
    for (PageView page : pages) {
      if (page.extraction() instanceof Extracted) {
        articles.add(page);
      } else {
        leftOut.put(page, "no article is found on it");
      }
    }
    List<List<PageView>> groups = groups(articles);
    List<PageView> best =
        groups.stream().max(Comparator.comparingDouble(PageGroups::worth)).orElse(List.of());
    for (PageView page : articles) {
      if (!best.contains(page)) {
        leftOut.put(page, "it has another layout than most");
      }
    }
    return new PageGroups(withoutTwins(best, leftOut), leftOut);
  }

  private static List<List<PageView>> groups(List<PageView> pages) {
    List<Set<String>> paths = pages.stream().map(PageView::tagPaths).toList();
    int[] group = new int[pages.size()];
    for (int i = 0; i < group.length; i++) {
      group[i] = i;
    }
    for (int i = 0; i < group.length; i++) {
      for (int j = 0; j < i; j++) {
        if (group[i] != group[j] && similarity(paths.get(i), paths.get(j)) >= SAME_LAYOUT) {
          int joined = group[i];
          for (int k = 0; k < group.length; k++) {
            group[k] = group[k] == joined ? group[j] : group[k];
          }
        }
      }
    }
    Map<Integer, List<PageView>> groups = new HashMap<>();
    for (int i = 0; i < group.length; i++) {
      groups.computeIfAbsent(group[i], key -> new ArrayList<>()).add(pages.get(i));
    }
    return List.copyOf(groups.values());
  }

  private static double similarity(Set<String> one, Set<String> other) {
    Set<String> common = new HashSet<>(one);
    common.retainAll(other);
    int all = one.size() + other.size() - common.size();
    return all == 0 ? 1 : (double) common.size() / all;
  }

  private static double worth(List<PageView> group) {
    double worth = 0;
    for (PageView page : group) {
      Article article = ((Extracted) page.extraction()).article();
      double dated = article.published() == null ? 0.5 : 1;
      double typed = page.isArticleType() ? 1 : 0.5;
      worth += dated * typed * (0.5 + article.confidence()) * Math.min(1, length(page) / 1500.0);
    }
    return worth;
  }

  private static int length(PageView page) {
    return ((Extracted) page.extraction()).article().bodyText().length();
  }

  private static List<PageView> withoutTwins(List<PageView> group, Map<PageView, String> leftOut) {
    List<PageView> kept = new ArrayList<>();
    for (PageView page : group) {
      String text = ((Extracted) page.extraction()).article().bodyText();
      boolean isTwin =
          kept.stream()
              .map(other -> ((Extracted) other.extraction()).article().bodyText())
              .anyMatch(other -> Shares.agreement(text, other) >= SAME_TEXT);
      if (isTwin) {
        leftOut.put(page, "it has the text of another page");
      } else {
        kept.add(page);
      }
    }
    return kept;
  }
}
