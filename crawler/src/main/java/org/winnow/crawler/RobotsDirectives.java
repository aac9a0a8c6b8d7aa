// SPDX-License-Identifier: Apache-2.0
package org.winnow.crawler;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.select.Evaluator;
import org.jsoup.select.QueryParser;
import org.winnow.corpus.FetchedPage;

/**
 * What a page asks of robots, in its X-Robots-Tag headers and its robots meta elements. Where
 * several speak to us, all of them count.
 *
 * @param isIndexable whether it may be kept
 * @param isFollowed whether its links may be followed
 */
record RobotsDirectives(boolean isIndexable, boolean isFollowed) {
  private static final Evaluator META = QueryParser.parse("meta[name][content]");

  /** Directives that have a value behind a colon; everything else before one is a robot's name. */
  private static final Set<String> WITH_VALUE =
      Set.of("unavailable_after", "max-snippet", "max-image-preview", "max-video-preview");

  /**
   * What the page says to the robot of that name.
   *
   * @param productToken the robot's name in lower case
   */
  static RobotsDirectives of(FetchedPage page, Document document, String productToken) {
    RobotsDirectives all = new RobotsDirectives(true, true);
    for (FetchedPage.Header header : page.headers()) {
      if (header.name().equalsIgnoreCase("X-Robots-Tag")) {
        all = all.and(header.value(), productToken, page.fetched());
      }
    }
    for (Element meta : document.select(META)) {
      String name = meta.attr("name").strip().toLowerCase(Locale.ROOT);
      if (name.equals("robots") || name.equals(productToken)) {
        all = all.and(meta.attr("content").replaceAll("\\s+", " "), productToken, page.fetched());
      }
    }
    return all;
  }

  private RobotsDirectives and(String value, String productToken, Instant now) {
    boolean isIndexed = isIndexable;
    boolean areFollowed = isFollowed;
    boolean isToUs = true;
    // Quirk: a robot's name counts for what follows it, also where a proxy has joined two headers.
    for (String part : value.toLowerCase(Locale.ROOT).split(",", -1)) {
      String directive = part.strip();
      int colon = directive.indexOf(':');
      String before = colon < 0 ? "" : directive.substring(0, colon).strip();
      boolean hasValue = WITH_VALUE.contains(before);
      if (colon >= 0 && !hasValue) {
        isToUs = before.equals(productToken);
        directive = directive.substring(colon + 1).strip();
      }
      if (isToUs && hasValue) {
        isIndexed &= !(before.equals("unavailable_after") && isPast(directive, now));
      } else if (isToUs) {
        List<String> words = List.of(directive.split("[\\s;]+"));
        isIndexed &= !words.contains("noindex") && !words.contains("none");
        areFollowed &= !words.contains("nofollow") && !words.contains("none");
      }
    }
    return new RobotsDirectives(isIndexed, areFollowed);
  }

  private static boolean isPast(String directive, Instant now) {
    String date = directive.substring(directive.indexOf(':') + 1).strip();
    return date(date).map(now::isAfter).orElse(false);
  }

  private static Optional<Instant> date(String text) {
    try {
      boolean isDay = text.indexOf('t') < 0 && text.indexOf(':') < 0;
      return Optional.of(
          isDay
              ? LocalDate.parse(text).atStartOfDay().toInstant(ZoneOffset.UTC)
              : OffsetDateTime.parse(text.toUpperCase(Locale.ROOT)).toInstant());
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }
}
