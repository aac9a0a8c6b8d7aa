// SPDX-License-Identifier: Apache-2.0
package org.winnow.extractors;

import com.ibm.icu.util.Calendar;
import com.ibm.icu.util.ULocale;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.chrono.HijrahDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.winnow.corpus.Published;
import org.winnow.corpus.Url;
import org.winnow.extractors.CalendarWords.Kind;
import org.winnow.extractors.CalendarWords.Word;
import org.winnow.extractors.DateText.Token;

/**
 * Reads dates as pages write them: ISO 8601, RFC 822, days with month names in some sixty
 * languages, numeric days, the Islamic and the Persian calendar, and, where the time of the fetch
 * is known, "3 hours ago". Only day, month and year together are a date. Of several the first
 * Gregorian one is taken. Never throws; safe for use by several threads.
 */
final class PublishedDates {
  /** Before the web there were no pages; what says so is a default of some software. */
  private static final LocalDate EARLIEST = LocalDate.of(1990, 1, 1);

  /** A page may be ahead of the fetch by a time zone and a wrong clock. */
  private static final int DAYS_AHEAD = 2;

  private static final Set<String> NUMERIC_GAPS = Set.of("-", "/", ".", "\\");
  private static final Set<String> YEAR_WORDS = Set.of("年", "년", "nam");
  private static final Set<String> MONTH_WORDS = Set.of("月", "월", "thang");

  private final List<Token> tokens;
  private final LocalDate latest;
  private final String language;
  private final boolean monthFirst;
  private final List<Item> items = new ArrayList<>();
  private @Nullable LocalDate gregorian;
  private @Nullable LocalDate other;

  /** A month, a number or an era, with what stands before it; a null word is a number. */
  private record Item(@Nullable Word word, Token token, String gap) {}

  private PublishedDates(List<Token> tokens, @Nullable Instant fetched, String languageTag) {
    this.tokens = tokens;
    this.latest =
        fetched == null
            ? LocalDate.of(2200, 1, 1)
            : LocalDate.ofInstant(fetched, ZoneOffset.UTC).plusDays(DAYS_AHEAD);
    Locale locale = Locale.forLanguageTag(languageTag);
    this.language = locale.getLanguage();
    this.monthFirst = locale.getCountry().equals("US");
  }

  /**
   * The date that the text names.
   *
   * @param fetched when the page was fetched, or null where nobody knows
   */
  static Optional<Published> parse(String text, @Nullable Instant fetched) {
    return parse(text, fetched, "");
  }

  /**
   * The date that the text names.
   *
   * @param fetched when the page was fetched, or null where nobody knows
   * @param languageTag the text's BCP 47 tag, or an empty string; with the region US, 1/2/2024 is
   *     the 2nd of January, otherwise the 1st of February
   */
  static Optional<Published> parse(String text, @Nullable Instant fetched, String languageTag) {
    List<Token> tokens = DateText.tokens(text);
    if (tokens.isEmpty()) {
      return Optional.empty();
    }
    ClockTime time = ClockTime.in(tokens);
    List<Token> days = new ArrayList<>(tokens);
    if (time != null) {
      days.subList(time.from(), time.to()).clear();
    }
    PublishedDates reader = new PublishedDates(days, fetched, languageTag);
    Optional<Published> epoch = reader.epoch();
    if (epoch.isPresent()) {
      return epoch;
    }
    Optional<LocalDate> date = reader.date();
    if (date.isEmpty() && fetched != null) {
      return RelativeDates.parse(tokens, fetched).map(day -> new Published(day, null));
    }
    return date.map(
        day ->
            new Published(
                day,
                time == null || time.offset() == null
                    ? null
                    : OffsetDateTime.of(day, time.time(), time.offset())));
  }

  /**
   * The date in an address's path: {@code /2024/01/26/}, {@code /2024-01-26-}, {@code /20240126}.
   */
  static Optional<Published> inPath(Url url, @Nullable Instant fetched) {
    List<Token> tokens = DateText.tokens(url.path());
    PublishedDates reader = new PublishedDates(tokens, fetched, "");
    for (int i = 0; i < tokens.size(); i++) {
      reader.path(i);
    }
    return Optional.ofNullable(reader.gregorian).map(day -> new Published(day, null));
  }

  private void path(int at) {
    Token first = tokens.get(at);
    if (!first.gap().contains("/") && !first.gap().contains("-") && !first.gap().contains("_")) {
      return;
    }
    if (first.digits() == 8) {
      compact(first);
    } else if (first.digits() == 4 && at + 1 < tokens.size()) {
      Token second = tokens.get(at + 1);
      if (second.digits() == 4) {
        accept(first.number(), second.number() / 100, second.number() % 100, Kind.GREGORIAN);
      } else if (at + 2 < tokens.size() && tokens.get(at + 2).isNumber(1, 2)) {
        Word word = second.isNumber() ? null : CalendarWords.find(tokens, at + 1, 1, "");
        long month = word != null && word.isMonth() ? word.number() : second.number();
        if (second.digits() <= 2 && second.gap().equals(tokens.get(at + 2).gap())) {
          accept(first.number(), month, tokens.get(at + 2).number(), Kind.GREGORIAN);
        }
      }
    }
  }

  private Optional<Published> epoch() {
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
    return isPlausible(time.toLocalDate())
        ? Optional.of(new Published(time.toLocalDate(), time))
        : Optional.empty();
  }

  private Optional<LocalDate> date() {
    if (tokens.isEmpty() || tokens.stream().noneMatch(Token::isNumber)) {
      return Optional.empty();
    }
    if (tokens.get(0).digits() == 8) {
      compact(tokens.get(0));
    }
    for (int i = 0; i < tokens.size() && gregorian == null; i++) {
      numeric(i);
    }
    if (gregorian == null) {
      interpret();
      for (int i = 0; i + 2 < items.size() && gregorian == null; i++) {
        named(i);
      }
    }
    return Optional.ofNullable(gregorian == null ? other : gregorian);
  }

  private void compact(Token token) {
    long value = token.number();
    accept(value / 10_000, value / 100 % 100, value % 100, Kind.GREGORIAN);
  }

  private void numeric(int at) {
    int second = nextNumber(at);
    int third = second < 0 ? -1 : nextNumber(second);
    if (third < 0) {
      return;
    }
    Token a = tokens.get(at);
    Token b = tokens.get(second);
    Token c = tokens.get(third);
    String gap = gap(at, second);
    boolean sameGap = gap.equals(gap(second, third)) && NUMERIC_GAPS.contains(gap);
    boolean eastern = YEAR_WORDS.contains(gap) && MONTH_WORDS.contains(gap(second, third));
    boolean vietnamese = MONTH_WORDS.contains(gap) && YEAR_WORDS.contains(gap(second, third));
    if (!b.isNumber(1, 2)) {
      return;
    }
    if (eastern && a.digits() <= 2 && at > 0) {
      accept(eraYear(tokens.get(at - 1).word(), a.number()), b.number(), c.number(), null);
    } else if ((sameGap || eastern) && a.digits() == 4 && c.isNumber(1, 2)) {
      accept(a.number(), b.number(), c.number(), numberedCalendar(third, a.number()));
    } else if ((sameGap || vietnamese)
        && a.isNumber(1, 2)
        && (c.digits() == 4 || c.digits() == 2)) {
      long year = c.digits() == 4 ? c.number() : century(c.number());
      Kind calendar = numberedCalendar(third, year);
      long day = monthFirst && a.number() <= 12 ? b.number() : a.number();
      long month = monthFirst && a.number() <= 12 ? a.number() : b.number();
      if (!accept(year, month, day, calendar)) {
        accept(year, day, month, calendar);
      }
    }
  }

  private int nextNumber(int at) {
    for (int i = at + 1; i < Math.min(at + 3, tokens.size()); i++) {
      if (tokens.get(i).isNumber()) {
        return i;
      }
    }
    return -1;
  }

  private String gap(int from, int to) {
    return to == from + 1 ? tokens.get(to).gap().strip() : tokens.get(from + 1).word();
  }

  private static long century(long year) {
    return year < 50 ? 2000 + year : 1900 + year;
  }

  private static long eraYear(String era, long year) {
    if (era.endsWith("令和")) {
      return 2018 + year;
    }
    return era.endsWith("平成") ? 1988 + year : year;
  }

  /** Years of the two calendars of Islam do not overlap for the time that there are web pages. */
  private Kind numberedCalendar(int last, long year) {
    if (year < 1300 || year > 1600) {
      return Kind.GREGORIAN;
    }
    Word era = last + 1 < tokens.size() ? CalendarWords.find(tokens, last + 1, 1, language) : null;
    boolean solar = era != null && era.kind() == Kind.ERA && era.number() == 3;
    return solar || year < 1411 ? Kind.SOLAR : Kind.ISLAMIC;
  }

  /** Makes items of the tokens: weekdays and words that may stand in between fall away. */
  private void interpret() {
    StringBuilder gap = new StringBuilder();
    for (int i = 0; i < tokens.size(); i++) {
      Token token = tokens.get(i);
      gap.append(token.gap());
      if (token.isNumber()) {
        items.add(new Item(null, token, gap.toString().strip()));
        gap.setLength(0);
        continue;
      }
      Word word = null;
      int count = Math.min(CalendarWords.MAX_WORDS, tokens.size() - i);
      for (; count > 0 && word == null; count--) {
        word = CalendarWords.find(tokens, i, count, language);
      }
      if (word == null) {
        gap.append('|');
      } else {
        i += count;
        if (word.isMonth()) {
          addMonth(word, token, gap.toString().strip());
          gap.setLength(0);
        }
      }
    }
  }

  /** Quirk: «كانون الثاني/يناير» names one month twice. */
  private void addMonth(Word month, Token token, String gap) {
    Item last = items.isEmpty() ? null : items.get(items.size() - 1);
    boolean twice = last != null && month.equals(last.word()) && gap.length() <= 1;
    if (!twice) {
      items.add(new Item(month, token, gap));
    }
  }

  private void named(int at) {
    Item a = items.get(at);
    Item b = items.get(at + 1);
    Item c = items.get(at + 2);
    if (b.gap().contains("|") || c.gap().contains("|")) {
      return;
    }
    if (b.word() != null && a.word() == null && c.word() == null) {
      if (a.token().isNumber(1, 2)) {
        long year = c.token().number();
        if (c.token().digits() == 2 && isYearGap(c.gap())) {
          year = century(year);
        }
        accept(year, b.word().number(), a.token().number(), b.word().kind());
      } else if (c.token().isNumber(1, 2)) {
        accept(a.token().number(), b.word().number(), c.token().number(), b.word().kind());
      }
    } else if (a.word() != null && b.word() == null && c.word() == null) {
      if (b.token().isNumber(1, 2) && c.token().digits() == 4) {
        accept(c.token().number(), a.word().number(), b.token().number(), a.word().kind());
      }
    } else if (c.word() != null && a.word() == null && b.word() == null) {
      if (a.token().digits() == 4 && b.token().isNumber(1, 2)) {
        accept(a.token().number(), c.word().number(), b.token().number(), c.word().kind());
      }
    }
  }

  private static boolean isYearGap(String gap) {
    return NUMERIC_GAPS.contains(gap) || gap.equals("'") || gap.equals("’");
  }

  private boolean accept(long year, long month, long day, @Nullable Kind calendar) {
    if (year > 9999 || month < 1 || month > 12 || day < 1 || day > 32) {
      return false;
    }
    LocalDate date = resolve((int) year, (int) month, (int) day, calendar);
    if (date == null || !isPlausible(date)) {
      return false;
    }
    if (calendar == Kind.ISLAMIC || calendar == Kind.SOLAR) {
      other = other == null ? date : other;
    } else {
      gregorian = gregorian == null ? date : gregorian;
    }
    return true;
  }

  private boolean isPlausible(LocalDate date) {
    return !date.isBefore(EARLIEST) && !date.isAfter(latest);
  }

  private static @Nullable LocalDate resolve(
      int year, int month, int day, @Nullable Kind calendar) {
    try {
      if (calendar == Kind.ISLAMIC) {
        return year < 1300 || year > 1600 ? null : LocalDate.from(HijrahDate.of(year, month, day));
      }
      if (calendar == Kind.SOLAR) {
        Calendar persian = Calendar.getInstance(new ULocale("fa@calendar=persian"));
        persian.set(year, month - 1, day);
        return LocalDate.ofEpochDay(persian.get(Calendar.JULIAN_DAY) - 2_440_588L);
      }
      // Quirk: Thai pages count from the Buddha: 2567 is 2024.
      return LocalDate.of(year > 2500 && year < 2700 ? year - 543 : year, month, day);
    } catch (DateTimeException e) {
      return null;
    }
  }
}
