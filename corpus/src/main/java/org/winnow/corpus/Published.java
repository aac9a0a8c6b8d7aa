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

  /** ISO 8601: a date, or a date-time with offset. */
  @Override
  public String toString() {
    return time == null ? date.toString() : time.toString();
  }
}
