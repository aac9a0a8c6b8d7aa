// SPDX-License-Identifier: Apache-2.0
package org.winnow.extractors;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.winnow.corpus.Published;

/** Reads dates as pages write them. Never throws; safe for use by several threads. */
final class PublishedDates {
  private PublishedDates() {}

  /**
   * The date that the text names.
   *
   * @param fetched when the page was fetched, or null where nobody knows
   */
  static Optional<Published> parse(String text, @Nullable Instant fetched) {
    String value = text.strip();
    try {
      OffsetDateTime time = OffsetDateTime.parse(value);
      return Optional.of(new Published(time.toLocalDate(), time));
    } catch (DateTimeParseException e) {
      return day(value);
    }
  }

  private static Optional<Published> day(String value) {
    try {
      return Optional.of(
          new Published(LocalDate.parse(value.substring(0, Math.min(10, value.length()))), null));
    } catch (DateTimeParseException e) {
      return Optional.empty();
    }
  }
}
