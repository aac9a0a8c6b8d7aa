// SPDX-License-Identifier: Apache-2.0
package org.winnow.app;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import org.jspecify.annotations.Nullable;
import org.winnow.pipeline.UserError;

/** Reads the days of options. */
final class Day {
  private Day() {}

  /**
   * When that day begins in UTC; null for null.
   *
   * @param option what the message calls it: {@code --since}
   * @throws UserError if it is no day
   */
  static @Nullable Instant start(String option, @Nullable String date) {
    if (date == null) {
      return null;
    }
    try {
      return LocalDate.parse(date).atStartOfDay(ZoneOffset.UTC).toInstant();
    } catch (DateTimeParseException wrong) {
      throw new UserError(option + ": '" + date + "' is not a date; write it like 2026-01-31");
    }
  }
}
