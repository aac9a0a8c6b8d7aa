// SPDX-License-Identifier: Apache-2.0
package org.winnow.pipeline.rules;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.winnow.corpus.Url;

/** What the addresses of one kind of page have in common: {@code /news/0/0/a-a.html}. */
final class UrlShape {
  /** Articles are told apart by a number or by a slug of some words. */
  private static final int SLUG_WORDS = 3;

  private UrlShape() {}

  /** The shape of an address: numbers and slugs by their kind, other steps as they are. */
  static String of(Url url) {
    StringBuilder shape = new StringBuilder();
    for (String step : url.path().split("/", -1)) {
      if (!step.isEmpty()) {
        shape.append('/').append(step(step));
      }
    }
    url.query().ifPresent(query -> shape.append('?').append(query.replaceAll("=[^&]*", "=")));
    return shape.toString();
  }

  private static String step(String step) {
    String plain = step.replaceAll("%[0-9A-Fa-f]{2}", "x");
    if (plain.split("[-_]", -1).length >= SLUG_WORDS || plain.length() > 40) {
      return "a-a";
    }
    return plain.replaceAll("\\d+", "0");
  }

  /** Whether addresses of that shape are told apart by anything. */
  private static boolean isOfArticles(String shape) {
    return shape.contains("0") || shape.contains("a-a") || shape.contains("=");
  }

  /**
   * Of a page's links those that are probably articles: of the page's own shape if it has some,
   * else of the shape that most of them have.
   */
  static List<Url> articles(Url page, List<Url> links) {
    Map<String, List<Url>> byShape = new LinkedHashMap<>();
    for (Url link : links) {
      if (link.host().equals(page.host()) && !link.equals(page)) {
        byShape.computeIfAbsent(of(link), shape -> new ArrayList<>()).add(link);
      }
    }
    List<Url> like = byShape.getOrDefault(of(page), List.of());
    if (isOfArticles(of(page)) && !like.isEmpty()) {
      return like;
    }
    return byShape.entrySet().stream()
        .filter(entry -> isOfArticles(entry.getKey()))
        .map(Map.Entry::getValue)
        .max(Comparator.comparingInt(List::size))
        .orElse(List.of());
  }
}
