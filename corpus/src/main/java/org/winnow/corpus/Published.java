// SPDX-License-Identifier: Apache-2.0
package org.winnow.corpus;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/**
 * When an article was published, as exactly as its page says.
 *
 * @param date the day, in the zone that the page uses
 * @param time the instant with its offset, or null where the page has only a day
 */
public record Published(LocalDate date, @Nullable OffsetDateTime time) {

  /**
   * What {@link #toString} wrote.
   *
   * @throws java.time.format.DateTimeParseException if it did not write that
   */
  public static Published parse(String text) {
    if (text.indexOf('T') < 0) {
      return new Published(LocalDate.parse(text), null);
    }
    OffsetDateTime time = OffsetDateTime.parse(text);
    return new Published(time.toLocalDate(), time);
  }

  /** ISO 8601: a date, or a date-time with offset. */
  @Override
  public String toString() {
    return time == null ? date.toString() : time.toString();
  }
}
