// SPDX-License-Identifier: Apache-2.0
package org.winnow.corpus;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.TemporalAccessor;
import org.jspecify.annotations.Nullable;

/**
 * When an article was published, as exactly as its page says.
 *
 * @param date the day, in the zone that the page uses
 * @param time the instant with its offset, or null where the page has only a day, or no offset
 * @param clock the time of day, or null where the page has only a day; without {@code time} nobody
 *     knows in which zone
 */
public record Published(LocalDate date, @Nullable OffsetDateTime time, @Nullable LocalTime clock) {

  /** A day, or an instant. */
  public Published(LocalDate date, @Nullable OffsetDateTime time) {
    this(date, time, time == null ? null : time.toLocalTime());
  }

  /**
   * What {@link #toString} wrote.
   *
   * @throws java.time.format.DateTimeParseException if it did not write that
   */
  public static Published parse(String text) {
    if (text.indexOf('T') < 0) {
      return new Published(LocalDate.parse(text), null);
    }
    TemporalAccessor parsed =
        DateTimeFormatter.ISO_DATE_TIME.parseBest(text, OffsetDateTime::from, LocalDateTime::from);
    if (parsed instanceof OffsetDateTime time) {
      return new Published(time.toLocalDate(), time);
    }
    LocalDateTime local = LocalDateTime.from(parsed);
    return new Published(local.toLocalDate(), null, local.toLocalTime());
  }

  /** The same moment, its time of day taken to be in that zone if it has none. */
  public Published at(ZoneId zone) {
    return time != null || clock == null
        ? this
        : new Published(date, date.atTime(clock).atZone(zone).toOffsetDateTime());
  }

  /** ISO 8601: a date, a date-time without offset, or a date-time with offset. */
  @Override
  public String toString() {
    if (time != null) {
      return time.toString();
    }
    return clock == null ? date.toString() : date + "T" + clock;
  }
}
