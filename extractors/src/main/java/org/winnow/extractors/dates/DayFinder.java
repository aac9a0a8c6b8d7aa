// SPDX-License-Identifier: Apache-2.0
package org.winnow.extractors.dates;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.winnow.extractors.dates.CalendarWords.Kind;
import org.winnow.extractors.dates.CalendarWords.Word;
import org.winnow.extractors.dates.DateText.Token;

/**
 * Finds day, month and year next to each other in one text. Of several days the first Gregorian one
 * is taken, else the first of another calendar. Used once.
 */
final class DayFinder {
  /** Stands in a gap for a word that has no place in a date. */
  private static final String STRANGE_WORD = "\u0000";

  private static final Set<String> NUMERIC_GAPS = Set.of("-", "/", ".", "\\");
  private static final Set<String> YEAR_WORDS = Set.of("年", "년", "nam");

  /** By the end of the word before a year of an era: the year before the era's first. */
  private static final Map<String, Integer> ERAS =
      Map.of("令和", 2018, "平成", 1988, "昭和", 1925, "民国", 1911, "民國", 1911);

  /** Eras of Japan as they are shortened: R6.1.26, H31/4/30. */
  private static final Map<String, Integer> SHORT_ERAS = Map.of("r", 2018, "h", 1988, "s", 1925);

  private static final Set<String> MONTH_WORDS = Set.of("月", "월", "thang", "thg");

  private final List<Token> tokens;
  private final DateRange range;
  private final String language;
  private final FieldOrder order;
  private final List<Item> items = new ArrayList<>();
  private @Nullable LocalDate gregorian;
  private @Nullable LocalDate other;

  /** A month, a number or an era, with what stands before it; a null word is a number. */
  private record Item(@Nullable Word word, Token token, String gap) {}

  DayFinder(List<Token> tokens, @Nullable Instant fetched, String languageTag) {
    this.tokens = tokens;
    this.range = new DateRange(fetched);
    this.language = Locale.forLanguageTag(languageTag).getLanguage();
    this.order = FieldOrder.of(languageTag);
  }

  /** The day that an address's path names. */
  Optional<LocalDate> inPath() {
    for (int i = 0; i < tokens.size(); i++) {
      path(i);
    }
    return Optional.ofNullable(gregorian);
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

  /** The day that the text names. */
  Optional<LocalDate> inText() {
    if (!tokens.isEmpty() && tokens.get(0).digits() == 8) {
      compact(tokens.get(0));
    }
    if (tokens.stream().filter(Token::isNumber).count() < 2) {
      return Optional.ofNullable(gregorian);
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
    String yearGap = gap(second, third);
    boolean vietnamese =
        MONTH_WORDS.contains(gap)
            && (YEAR_WORDS.contains(yearGap) || (c.digits() == 4 && yearGap.length() <= 1));
    boolean goesOn =
        third + 1 < tokens.size()
            && tokens.get(third + 1).isNumber()
            && tokens.get(third + 1).gap().equals(gap);
    if (!b.isNumber(1, 2) || goesOn) {
      return; // a version or an address
    }
    int era = (eastern && a.digits() <= 3) || sameGap ? eraBefore(at, eastern) : -1;
    if (era > 0) {
      accept(era + a.number(), b.number(), c.number(), null);
    } else if ((sameGap || eastern) && a.digits() == 4 && c.isNumber(1, 2)) {
      accept(a.number(), b.number(), c.number(), numberedCalendar(third, a.number()));
    } else if ((sameGap || vietnamese)
        && a.isNumber(1, 2)
        && (c.digits() == 4 || c.digits() == 2)) {
      dayAndMonth(a, b, c, third);
    }
  }

  private void dayAndMonth(Token a, Token b, Token c, int last) {
    if (c.digits() == 2 && order == FieldOrder.YEAR_FIRST && a.digits() == 2) {
      if (accept(century(a.number()), b.number(), c.number(), Kind.GREGORIAN)) {
        return;
      }
    }
    long year = c.digits() == 4 ? c.number() : century(c.number());
    Kind calendar = numberedCalendar(last, year);
    boolean monthFirst = order == FieldOrder.MONTH_FIRST && a.number() <= 12;
    long day = monthFirst ? b.number() : a.number();
    long month = monthFirst ? a.number() : b.number();
    if (!accept(year, month, day, calendar)) {
      accept(year, day, month, calendar);
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

  /** Quirk: Thai pages shorten the Buddha's years, 67 is 2567, which is 2024. */
  private long century(long year) {
    if (language.equals("th")) {
      return 2500 + year;
    }
    return year < 50 ? 2000 + year : 1900 + year;
  }

  /** The year before the first one of the era that is named before the number; or -1. */
  private int eraBefore(int at, boolean isWritten) {
    String word = at > 0 ? tokens.get(at - 1).word() : "";
    if (!isWritten) {
      boolean glued = tokens.get(at).gap().isEmpty() && language.equals("ja");
      return glued ? SHORT_ERAS.getOrDefault(word, -1) : -1;
    }
    String era = word.length() < 2 ? "" : word.substring(word.length() - 2);
    return ERAS.getOrDefault(era, -1);
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
        int month = token.isNumber(1, 2) ? monthWords(i + 1) : 0;
        Word numbered = month > 0 ? new Word(Kind.GREGORIAN, (int) token.number()) : null;
        items.add(new Item(numbered, token, gap.toString().strip()));
        gap.setLength(0);
        i += month;
        continue;
      }
      int count = Math.min(CalendarWords.MAX_WORDS, tokens.size() - i);
      Word word = CalendarWords.find(tokens, i, count, language);
      while (word == null && count > 1) {
        count--;
        word = CalendarWords.find(tokens, i, count, language);
      }
      if (word == null) {
        gap.append(STRANGE_WORD);
        continue;
      }
      i += count - 1;
      if (word.isMonth()) {
        addMonth(word, token, gap.toString().strip());
        gap.setLength(0);
      }
    }
  }

  /** How many words behind a number say that it is a month's; or 0. */
  private int monthWords(int from) {
    for (int count = Math.min(2, tokens.size() - from); count > 0; count--) {
      Word word = CalendarWords.find(tokens, from, count, language);
      if (word != null && word.kind() == Kind.MONTH) {
        return count;
      }
    }
    return 0;
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
    if (b.gap().contains(STRANGE_WORD) || c.gap().contains(STRANGE_WORD)) {
      return;
    }
    if (b.word() != null && a.word() == null && c.word() == null) {
      if (a.token().isNumber(1, 2)) {
        long year = c.token().number();
        if (c.token().digits() == 2 && (isYearGap(c.gap()) || isThai(c.gap(), b.token()))) {
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

  private boolean isThai(String gap, Token month) {
    return gap.length() <= 1 && language.equals("th") && month.word().charAt(0) >= '\u0e00';
  }

  private static boolean isYearGap(String gap) {
    return NUMERIC_GAPS.contains(gap) || gap.equals("'") || gap.equals("’");
  }

  private boolean accept(long year, long month, long day, @Nullable Kind calendar) {
    int months = calendar == Kind.HEBREW || calendar == Kind.ETHIOPIC ? 13 : 12;
    if (year > 9999 || month < 1 || month > months || day < 1 || day > 32) {
      return false;
    }
    LocalDate date = CalendarDays.gregorian((int) year, (int) month, (int) day, calendar);
    if (date == null || !range.contains(date)) {
      return false;
    }
    if (calendar != null && calendar != Kind.GREGORIAN) {
      other = other == null ? date : other;
    } else {
      gregorian = gregorian == null ? date : gregorian;
    }
    return true;
  }
}
