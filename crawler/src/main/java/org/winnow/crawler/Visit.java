// SPDX-License-Identifier: Apache-2.0
package org.winnow.crawler;

import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import org.jspecify.annotations.Nullable;
import org.winnow.corpus.FetchedPage;
import org.winnow.crawler.FetchRequest.Kind;

/**
 * A look at an address that had something to keep, or nothing new.
 *
 * @param kind what it holds
 * @param etag of the copy that is there now, or null
 * @param lastModified of that copy, or null
 * @param interval how long to wait before looking again
 */
record Visit(Kind kind, @Nullable String etag, @Nullable String lastModified, Duration interval) {
  /** What changes all the time is looked at no more often than this. */
  static final Duration SHORTEST = Duration.ofMinutes(10);

  /** What never changes is looked at as often as this. */
  static final Duration LONGEST = Duration.ofDays(14);

  // Where nothing is known: news pages that change do so mostly on their first day.
  private static final Duration FIRST = Duration.ofDays(1);

  // RFC 9111, 4.2.2: what has not changed for a time is fresh for a tenth of it.
  private static final int SHARE_OF_AGE = 10;

  /**
   * A copy was fetched.
   *
   * @param isChanged whether it has anything that the last one had not
   */
  static Visit fetched(FrontierRow row, Kind kind, FetchedPage page, boolean isChanged) {
    return new Visit(
        kind,
        orNull(page.header("ETag")),
        orNull(page.header("Last-Modified")),
        row.visited() == null ? first(kind, page) : next(row.interval(), isChanged));
  }

  /** The server says that the copy which is there is still good. */
  static Visit notModified(FrontierRow row) {
    return new Visit(row.kind(), row.etag(), row.lastModified(), next(row.interval(), false));
  }

  /** The server says that it is not there any more: it may come back. */
  static Visit gone(FrontierRow row) {
    return new Visit(row.kind(), null, null, LONGEST);
  }

  /** Lists are looked at in each run until one has nothing new. */
  private static Duration first(Kind kind, FetchedPage page) {
    if (kind != Kind.PAGE) {
      return Duration.ZERO;
    }
    String lastModified = page.header("Last-Modified").strip();
    if (lastModified.isEmpty()) {
      return FIRST;
    }
    try {
      Instant modified = DateTimeFormatter.RFC_1123_DATE_TIME.parse(lastModified, Instant::from);
      Duration age = Duration.between(modified, page.fetched());
      return within(Duration.ofHours(1), age.dividedBy(SHARE_OF_AGE));
    } catch (DateTimeParseException | ArithmeticException e) {
      return FIRST;
    }
  }

  /** Half the time after a change, half as much again after none. */
  private static Duration next(Duration last, boolean isChanged) {
    return within(SHORTEST, isChanged ? last.dividedBy(2) : last.multipliedBy(3).dividedBy(2));
  }

  private static Duration within(Duration least, Duration interval) {
    if (interval.compareTo(least) < 0) {
      return least;
    }
    return interval.compareTo(LONGEST) > 0 ? LONGEST : interval;
  }

  private static @Nullable String orNull(String header) {
    return header.isEmpty() ? null : header;
  }
}
