// SPDX-License-Identifier: Apache-2.0
package org.winnow.extractors.dates;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/** The days on which a page can have been published. */
public final class DateRange {
  /** Before the web there were no pages; what says so is a default of some software. */
  private static final LocalDate EARLIEST = LocalDate.of(1990, 1, 1);

  /** A page may be ahead of the fetch by a time zone and a wrong clock. */
  private static final int DAYS_AHEAD = 2;

  private final LocalDate latest;

  /**
   * @param fetched when the page was fetched, or null where nobody knows
   */
  public DateRange(@Nullable Instant fetched) {
    this.latest =
        fetched == null
            ? LocalDate.MAX
            : LocalDate.ofInstant(fetched, ZoneOffset.UTC).plusDays(DAYS_AHEAD);
  }

  /** Whether a page can have been published on that day. */
  public boolean contains(LocalDate date) {
    return !date.isBefore(EARLIEST) && !date.isAfter(latest);
  }
}
