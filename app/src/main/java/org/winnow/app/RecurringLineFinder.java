// SPDX-License-Identifier: Apache-2.0
package org.winnow.app;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.winnow.corpus.Articles;
import org.winnow.corpus.StoredArticle;
import org.winnow.corpus.TextCorpus;
import org.winnow.extractors.WordCount;
import org.winnow.siterules.MatchKey;

/** Finds short lines that several articles of one week share: boilerplate that no entry removes. */
final class RecurringLineFinder {
  private static final Duration WEEK = Duration.ofDays(7);
  private static final int LEAST_ARTICLES = 5;
  private static final int LONGEST_WORDS = 15;
  private static final int MOST_LINES = 5;

  private RecurringLineFinder() {}

  /**
   * A line and how many articles have it.
   *
   * @param line as one of them writes it
   */
  record Line(String line, int articles) {}

  /** The lines of the rule's articles in the last week that it was crawled, the commonest first. */
  static List<Line> find(Handle handle, String rule, TextCorpus texts) {
    List<StoredArticle> all = new ArrayList<>();
    Articles.forEach(
        handle,
        null,
        null,
        article -> {
          if (article.rule().equals(rule)) {
            all.add(article);
          }
        });
    Optional<Instant> newest =
        all.stream().map(StoredArticle::fetched).max(Comparator.naturalOrder());
    Map<String, Integer> counts = new HashMap<>();
    Map<String, String> written = new HashMap<>();
    for (StoredArticle article : all) {
      if (article.fetched().isAfter(newest.orElseThrow().minus(WEEK))) {
        for (Map.Entry<String, String> line : lines(article, texts).entrySet()) {
          counts.merge(line.getKey(), 1, Integer::sum);
          written.putIfAbsent(line.getKey(), line.getValue());
        }
      }
    }
    return counts.entrySet().stream()
        .filter(entry -> entry.getValue() >= LEAST_ARTICLES)
        .sorted(Map.Entry.<String, Integer>comparingByValue().reversed())
        .limit(MOST_LINES)
        .map(entry -> new Line(written.getOrDefault(entry.getKey(), ""), entry.getValue()))
        .toList();
  }

  private static Map<String, String> lines(StoredArticle article, TextCorpus texts) {
    Map<String, String> lines = new HashMap<>();
    try {
      Set<String> seen = new HashSet<>();
      for (String line : texts.read(article.file()).lines().toList()) {
        String key = MatchKey.of(line);
        if (!key.isEmpty() && seen.add(key) && WordCount.of(line) <= LONGEST_WORDS) {
          lines.put(key, line);
        }
      }
    } catch (IOException gone) {
      return Map.of();
    }
    return lines;
  }
}
