// SPDX-License-Identifier: Apache-2.0
package org.winnow.extractors.learn;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jspecify.annotations.Nullable;
import org.winnow.corpus.Published;
import org.winnow.siterules.MatchKey;

/**
 * Finds where a single value stands on every page: the headline, the kicker, the byline, the date.
 * What the value is, is known from the extraction without a rule; a source that gives another one
 * on some pages loses.
 */
final class ValueLearner {
  private static final int LONGEST = 300;

  /** A longer text with a date in it is a line about the article. */
  private static final int LONGEST_DATE = 40;

  private static final int MOST_NODES = 60;
  private static final int MOST_SOURCES = 80;
  private static final int MOST_ALTERNATIVES = 3;

  /** An alternative with less of the best one's score would only be wrong in its place. */
  private static final double NEAR = 0.85;

  private final List<LearnPage> pages;

  ValueLearner(List<LearnPage> pages) {
    this.pages = pages;
  }

  /** A source and how well it does. */
  record ScoredSource(Source source, ScoredSelector score) {
    private static final Selector NONE = new Selector("", SelectorKind.METADATA);

    /** Metadata stays in the order in which it was listed. */
    private Selector nameOrNone() {
      return source.isCss() ? source.selector() : NONE;
    }
  }

  /** How a value is known on a page, and when a text is that value. */
  private record Target(Function<LearnPage, String> value, Same same, double least) {}

  @FunctionalInterface
  private interface Same {
    boolean test(LearnPage page, String text);
  }

  List<ScoredSource> title() {
    return find(
        text(LearnPage::headline, 0.9),
        List.of(Source.jsonLd("headline"), Source.meta("og:title"), Source.meta("twitter:title")),
        false);
  }

  /** Pages need not have one; but where they have none, the source must find none either. */
  List<ScoredSource> subtitle() {
    return find(text(LearnPage::kicker, 0.9), List.of(Source.jsonLd("alternativeHeadline")), false);
  }

  /** None where every page gives the same: that is the site's name more often than a person's. */
  List<ScoredSource> author() {
    if (pages.stream().map(LearnPage::byline).distinct().count() < 2) {
      return List.of();
    }
    return find(
        text(LearnPage::byline, 0.7),
        List.of(Source.jsonLd("author.name"), Source.meta("author"), Source.meta("dc.creator")),
        false);
  }

  List<ScoredSource> date() {
    Function<LearnPage, String> day =
        page -> {
          Published published = page.article().published();
          return published == null ? "" : published.date().toString();
        };
    Same same =
        (page, text) ->
            text.length() <= LONGEST_DATE
                && page.view()
                    .day(text)
                    .map(found -> found.toString().equals(day.apply(page)))
                    .orElse(false);
    return find(
        new Target(day, same, 0.7),
        List.of(
            Source.jsonLd("datePublished"),
            Source.meta("article:published_time"),
            Source.meta("datePublished"),
            Source.meta("dc.date"),
            Source.meta("date")),
        true);
  }

  private static Target text(Function<LearnPage, String> value, double least) {
    return new Target(
        value,
        (page, text) -> {
          String key = MatchKey.of(text);
          return !key.isEmpty() && key.equals(MatchKey.of(value.apply(page)));
        },
        least);
  }

  private List<ScoredSource> find(Target target, List<Source> metadata, boolean isDate) {
    Map<Source, Integer> sources = new LinkedHashMap<>();
    for (LearnPage page : pages) {
      if (!target.value().apply(page).isEmpty()) {
        here(page, target, isDate).forEach(source -> sources.merge(source, 1, Integer::sum));
      }
    }
    List<Source> candidates = new ArrayList<>(metadata);
    sources.entrySet().stream()
        .sorted(
            Map.Entry.<Source, Integer>comparingByValue()
                .reversed()
                .thenComparing(entry -> entry.getKey().written().length())
                .thenComparing(entry -> entry.getKey().written()))
        .limit(MOST_SOURCES)
        .map(Map.Entry::getKey)
        .forEach(candidates::add);
    List<ScoredSource> scored = new ArrayList<>();
    for (Source candidate : candidates) {
      ScoredSelector score = score(candidate, target);
      if (score != null) {
        scored.add(new ScoredSource(candidate, score));
      }
    }
    scored.sort(
        Comparator.comparingDouble((ScoredSource one) -> -one.score().score())
            .thenComparing(ScoredSource::nameOrNone, Selector.SIMPLEST));
    return ofDifferentKinds(scored);
  }

  private static List<ScoredSource> ofDifferentKinds(List<ScoredSource> ranked) {
    List<ScoredSource> chosen = new ArrayList<>();
    Set<SelectorKind> kinds = new HashSet<>();
    for (ScoredSource one : ranked) {
      boolean isNew =
          chosen.stream()
              .noneMatch(other -> one.source().selector().dependsOn(other.source().selector()));
      if (chosen.size() < MOST_ALTERNATIVES
          && isNew
          && one.score().score() >= NEAR * ranked.get(0).score().score()
          && kinds.add(one.source().selector().kind())) {
        chosen.add(one);
      }
    }
    return chosen;
  }

  /** Every source on the page that gives the value. */
  private static Set<Source> here(LearnPage page, Target target, boolean isDate) {
    Set<Source> found = new HashSet<>();
    for (Element element : page.view().document().body().getAllElements()) {
      String text = shortText(element);
      if (text != null && !text.isBlank() && target.same().test(page, text)) {
        Selectors.scoped(element).forEach(selector -> found.add(Source.css(selector, null)));
      }
      if (isDate) {
        for (String attribute : List.of("datetime", "content")) {
          if (element.hasAttr(attribute) && target.same().test(page, element.attr(attribute))) {
            Selectors.scoped(element)
                .forEach(selector -> found.add(Source.css(selector, attribute)));
          }
        }
      }
    }
    return found;
  }

  /** The element's text, or null if it is longer than any of these values. */
  private static @Nullable String shortText(Element element) {
    int length = 0;
    int nodes = 0;
    Iterator<Node> inside = element.nodeStream().iterator();
    while (inside.hasNext()) {
      length += inside.next() instanceof TextNode text ? text.getWholeText().strip().length() : 0;
      if (length > LONGEST || ++nodes > MOST_NODES) {
        return null;
      }
    }
    return length == 0 ? null : element.text();
  }

  private @Nullable ScoredSelector score(Source source, Target target) {
    int known = 0;
    int right = 0;
    int wrong = 0;
    double unique = 0;
    for (LearnPage page : pages) {
      Source.Value value = source.on(page.view());
      if (target.value().apply(page).isEmpty()) {
        wrong += value.text().isEmpty() ? 0 : 1;
        continue;
      }
      known++;
      if (target.same().test(page, value.text())) {
        right++;
        // The first of several is a matter of luck on the next page.
        unique += value.count() == 1 ? 1 : 0.8;
      }
    }
    if (right == 0 || right < target.least() * (known + wrong)) {
      return null;
    }
    double coverage = (double) right / (known + wrong);
    double uniqueness = unique / right;
    double score = Math.pow(coverage, 3) * uniqueness * source.selector().kind().prior();
    return new ScoredSelector(source.selector(), right, known + wrong, coverage, uniqueness, score);
  }
}
