// SPDX-License-Identifier: Apache-2.0
package org.winnow.siterules;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads numbers with and without units. */
final class Quantity {
  private static final Pattern WITH_UNIT = Pattern.compile("([0-9]{1,9}) ?([A-Za-z]{0,2})");
  private static final Map<String, Duration> UNITS =
      Map.of(
          "ms",
          Duration.ofMillis(1),
          "s",
          Duration.ofSeconds(1),
          "m",
          Duration.ofMinutes(1),
          "h",
          Duration.ofHours(1),
          "d",
          Duration.ofDays(1));
  private static final Map<String, Long> SIZES =
      Map.of("", 1L, "b", 1L, "kb", 1024L, "mb", 1024L * 1024, "gb", 1024L * 1024 * 1024);

  private Quantity() {}

  /** A whole number within these bounds, or empty and a problem. */
  static Optional<Integer> number(Field field, int least, int most) {
    Optional<String> text = field.text();
    if (text.isPresent() && text.get().matches("-?[0-9]{1,9}")) {
      int number = Integer.parseInt(text.get());
      if (number >= least && number <= most) {
        return Optional.of(number);
      }
    }
    text.ifPresent(
        written ->
            field.problem("'" + written + "' is not a whole number from " + least + " to " + most));
    return Optional.empty();
  }

  /** A time span above zero, up to a year, or empty and a problem. */
  static Optional<Duration> duration(Field field) {
    Optional<String> text = field.text();
    Optional<Duration> span = text.flatMap(Quantity::span).filter(Quantity::isUsable);
    if (text.isPresent() && span.isEmpty()) {
      field.problem(
          "'" + text.get() + "' is not a time span up to 365d; write 500ms, 3s, 10m, 6h or 2d");
    }
    return span;
  }

  private static boolean isUsable(Duration span) {
    return !span.isZero() && span.compareTo(Duration.ofDays(365)) <= 0;
  }

  private static Optional<Duration> span(String text) {
    Matcher matcher = WITH_UNIT.matcher(text);
    if (!matcher.matches() || !UNITS.containsKey(matcher.group(2))) {
      return Optional.empty();
    }
    return Optional.of(UNITS.get(matcher.group(2)).multipliedBy(Long.parseLong(matcher.group(1))));
  }

  /** A number of bytes, or empty and a problem. */
  static Optional<Long> bytes(Field field) {
    Optional<String> text = field.text();
    if (text.isEmpty()) {
      return Optional.empty();
    }
    Matcher matcher = WITH_UNIT.matcher(text.get());
    if (matcher.matches()) {
      Long unit = SIZES.get(matcher.group(2).toLowerCase(Locale.ROOT));
      long number = Long.parseLong(matcher.group(1));
      if (unit != null && number > 0) {
        return Optional.of(number * unit);
      }
    }
    field.problem("'" + text.get() + "' is not a size; write 2MB, 500KB, or a number of bytes");
    return Optional.empty();
  }

  /** A time zone, or empty and a problem. */
  static Optional<ZoneId> zone(Field field) {
    Optional<String> text = field.text();
    try {
      return text.map(ZoneId::of);
    } catch (DateTimeException e) {
      field.problem(
          "'"
              + text.orElse("")
              + "' is not a time zone"
              + Suggestion.of(text.orElse(""), ZoneId.getAvailableZoneIds())
              + "; write Asia/Dubai, UTC or +03:00");
      return Optional.empty();
    }
  }
}
