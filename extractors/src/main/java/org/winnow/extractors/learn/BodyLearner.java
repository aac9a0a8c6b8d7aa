// SPDX-License-Identifier: Apache-2.0
package org.winnow.extractors.learn;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jsoup.nodes.Element;
import org.jsoup.select.Evaluator;
import org.jsoup.select.QueryParser;

/**
 * Finds the selectors of the body: those whose elements hold all of the content and nothing else,
 * on every page. A selector that is right on most pages wins over what was found on a single one,
 * so that a mistake there is outvoted.
 */
final class BodyLearner {
  /** An element with less of the content is a paragraph, not a container. */
  private static final double CONTAINER_SHARE = 0.08;

  private static final int MOST_CANDIDATES = 250;
  private static final int MOST_REFINED = 12;
  private static final int MOST_ALTERNATIVES = 3;

  /** A selector this far behind the best one is another element, not another name for it. */
  private static final double NEAR = 0.06;

  /** Below this the extraction without a rule is the better guess. */
  private static final double GOOD_ENOUGH = 0.8;

  private final List<LearnPage> pages;
  private final Map<String, JudgedSelector> judged = new HashMap<>();

  BodyLearner(List<LearnPage> pages) {
    this.pages = pages;
  }

  /**
   * What was found.
   *
   * @param alternatives the best selector, then others of other kinds; empty if none is good enough
   * @param leftOneOut how well selectors chosen without a page do on that page, 0 to 1, mean
   */
  record Found(List<ScoredSelector> alternatives, double leftOneOut) {}

  Found find() {
    List<Selector> simple = simple();
    simple.forEach(this::judge);
    for (JudgedSelector good : best(MOST_REFINED)) {
      refined(good.selector()).forEach(this::judge);
    }
    union();
    List<JudgedSelector> ranked = best(judged.size());
    if (ranked.isEmpty() || ranked.get(0).scored().fit() < GOOD_ENOUGH) {
      return new Found(List.of(), 0);
    }
    return new Found(alternatives(ranked), leftOneOut());
  }

  private List<Selector> simple() {
    Map<Selector, Integer> on = new LinkedHashMap<>();
    for (LearnPage page : pages) {
      Set<Selector> here = new HashSet<>();
      for (int e = 0; e < page.view().elements(); e++) {
        int first = page.view().first(e);
        int end = page.view().end(e);
        Element element = page.view().element(e);
        boolean isContainer = !Selectors.isProse(element);
        if (isContainer && end > first && page.share(first, end) >= CONTAINER_SHARE) {
          here.addAll(Selectors.own(element));
        }
      }
      here.forEach(selector -> on.merge(selector, 1, Integer::sum));
    }
    int most = Shares.most(pages.size());
    return on.entrySet().stream()
        .filter(entry -> entry.getValue() >= most)
        .sorted(
            Map.Entry.<Selector, Integer>comparingByValue()
                .reversed()
                .thenComparing(entry -> entry.getKey().css()))
        .limit(MOST_CANDIDATES)
        .map(Map.Entry::getKey)
        .toList();
  }

  /** The same elements, only where they stand in the one around them. */
  private Set<Selector> refined(Selector selector) {
    Set<Selector> refined = new HashSet<>();
    LearnPage page = pages.get(0);
    for (Element element : select(page, QueryParser.parse(selector.css()))) {
      Element around = element.parent();
      if (around != null && refined.size() < 60) {
        Selectors.own(around).forEach(outer -> refined.add(selector.childOf(outer)));
      }
    }
    return refined;
  }

  private static List<Element> select(LearnPage page, Evaluator evaluator) {
    return page.view().document().select(evaluator);
  }

  private JudgedSelector judge(Selector selector) {
    JudgedSelector known = judged.get(selector.css());
    if (known != null) {
      return known;
    }
    Evaluator evaluator = QueryParser.parse(selector.css());
    List<JudgedSelector.Fit> fits = new ArrayList<>();
    for (LearnPage page : pages) {
      boolean[] covered = page.view().covered(select(page, evaluator));
      fits.add(new JudgedSelector.Fit(page.recall(covered), page.precision(covered)));
    }
    JudgedSelector fresh = new JudgedSelector(selector, fits);
    judged.put(selector.css(), fresh);
    return fresh;
  }

  private List<JudgedSelector> best(int most) {
    return judged.values().stream()
        .sorted(
            Comparator.comparingDouble((JudgedSelector one) -> -one.score())
                .thenComparing(JudgedSelector::selector, Selector.SIMPLEST))
        .limit(most)
        .toList();
  }

  /** A body in several elements with different names: those that hold nothing else, together. */
  private void union() {
    List<JudgedSelector> pure =
        best(judged.size()).stream()
            .filter(one -> one.scored().uniqueness() >= 0.95 && one.scored().pages() > 0)
            .toList();
    JudgedSelector joined = null;
    for (int parts = 1; parts <= 4; parts++) {
      JudgedSelector better = null;
      for (JudgedSelector part : pure) {
        JudgedSelector with = joined == null ? part : judge(joined.selector().or(part.selector()));
        if (better == null || with.scored().fit() > better.scored().fit() + 0.001) {
          better = with;
        }
      }
      if (better == null
          || (joined != null && better.scored().fit() < joined.scored().fit() + 0.03)) {
        return;
      }
      joined = better;
    }
  }

  private List<ScoredSelector> alternatives(List<JudgedSelector> ranked) {
    List<ScoredSelector> chosen = new ArrayList<>();
    Set<SelectorKind> kinds = new HashSet<>();
    double fit = ranked.get(0).scored().fit();
    for (JudgedSelector one : ranked) {
      ScoredSelector scored = one.scored();
      if (chosen.size() < MOST_ALTERNATIVES
          && scored.fit() >= fit - NEAR
          && chosen.stream().noneMatch(other -> one.selector().dependsOn(other.selector()))
          && kinds.add(one.selector().kind())) {
        chosen.add(scored);
      }
    }
    return chosen;
  }

  private double leftOneOut() {
    List<Double> fits = new ArrayList<>();
    for (int i = 0; i < pages.size(); i++) {
      int without = i;
      judged.values().stream()
          .max(Comparator.comparingDouble(one -> one.scoreWithout(without)))
          .ifPresent(best -> fits.add(best.fits().get(without).f1()));
    }
    return Shares.mean(fits);
  }
}
