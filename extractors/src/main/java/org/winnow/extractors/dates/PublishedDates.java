// SPDX-License-Identifier: Apache-2.0
package org.winnow.extractors.dates;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.winnow.corpus.Published;
import org.winnow.corpus.Url;
import org.winnow.extractors.dates.DateText.Token;

/**
 * Reads dates as pages write them: ISO 8601, RFC 822, days with month names in some eighty
 * languages, numeric days, the Islamic, the Persian, the Hebrew and the Ethiopic calendar, years of
 * the Buddha and of Japanese eras, and, where the time of the fetch is known, "3 hours ago". Only
 * day, month and year together are a date. Of several the first Gregorian one is taken. Never
 * throws; safe for use by several threads.
 */
public final class PublishedDates {
  private PublishedDates() {}

  /**
   * The date that the text names.
   *
   * @param fetched when the page was fetched, or null where nobody knows
   */
  public static Optional<Published> parse(String text, @Nullable Instant fetched) {
    return parse(text, fetched, "");
  }

  /**
   * The date that the text names.
   *
   * @param fetched when the page was fetched, or null where nobody knows
   * @param languageTag the text's BCP 47 tag, or an empty string; it tells whether 1/2/2024 is the
   *     2nd of January or the 1st of February
   */
  public static Optional<Published> parse(
      String text, @Nullable Instant fetched, String languageTag) {
    return parse(text, fetched, languageTag, null);
  }

  /**
   * The date that the text names.
   *
   * @param zone of a time without an offset, or null: then it stays without
   */
  public static Optional<Published> parse(
      String text, @Nullable Instant fetched, String languageTag, @Nullable ZoneId zone) {
    List<Token> tokens = DateText.tokens(text);
    if (tokens.isEmpty()) {
      return Optional.empty();
    }
    ClockTime time = ClockTime.in(tokens);
    List<Token> days = new ArrayList<>(tokens);
    if (time != null) {
      days.subList(time.from(), time.to()).clear();
    }
    Optional<Published> epoch = epoch(days, fetched);
    if (epoch.isPresent()) {
      return epoch;
    }
    Optional<LocalDate> date = new DayFinder(days, fetched, languageTag).inText();
    if (date.isEmpty() && fetched != null) {
      String language = Locale.forLanguageTag(languageTag).getLanguage();
      return RelativeDates.parse(tokens, fetched, language).map(day -> new Published(day, null));
    }
    return date.map(day -> at(day, time, zone));
  }

  private static Published at(LocalDate day, @Nullable ClockTime time, @Nullable ZoneId zone) {
    if (time == null) {
      return new Published(day, null);
    }
    if (time.offset() != null) {
      return new Published(day, OffsetDateTime.of(day, time.time(), time.offset()));
    }
    Published local = new Published(day, null, time.time());
    return zone == null ? local : local.at(zone);
  }

  /**
   * The date in an address's path: {@code /2024/01/26/}, {@code /2024-01-26-}, {@code /20240126}.
   */
  public static Optional<Published> inPath(Url url, @Nullable Instant fetched) {
    return new DayFinder(DateText.tokens(url.path()), fetched, "")
        .inPath()
        .map(day -> new Published(day, null));
  }

  /** Seconds or milliseconds since 1970, as some software writes them. */
  private static Optional<Published> epoch(List<Token> tokens, @Nullable Instant fetched) {
    if (tokens.size() != 1) {
      return Optional.empty();
    }
    Token only = tokens.get(0);
    if (only.digits() != 10 && only.digits() != 13) {
      return Optional.empty();
    }
    Instant instant =
        only.digits() == 10
            ? Instant.ofEpochSecond(only.number())
            : Instant.ofEpochMilli(only.number());
    OffsetDateTime time = instant.atOffset(ZoneOffset.UTC);
    return new DateRange(fetched).contains(time.toLocalDate())
        ? Optional.of(new Published(time.toLocalDate(), time))
        : Optional.empty();
  }
}
