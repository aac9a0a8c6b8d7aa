// SPDX-License-Identifier: Apache-2.0
package org.winnow.extractors.dates;

import java.time.DateTimeException;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.winnow.extractors.dates.DateText.Token;

/**
 * A time of day in a text: 10:15, 10h15, 10時15分, 오후 3:15, kl. 10.15, 10.15 Uhr.
 *
 * @param from its first token
 * @param to the token behind its last one
 * @param time the time of day
 * @param offset the offset that is written with it, or null
 */
record ClockTime(int from, int to, LocalTime time, @Nullable ZoneOffset offset) {

  /** The first time of day in these tokens, or null. */
  static @Nullable ClockTime in(List<Token> tokens) {
    for (int i = 0; i + 1 < tokens.size(); i++) {
      int minute = tokens.get(i).isNumber(1, 2) ? minute(tokens, i) : -1;
      ClockTime time = minute < 0 ? null : at(tokens, i, minute);
      if (time != null) {
        return time;
      }
    }
    return null;
  }

  /** Where the minutes of the hour at that token stand, or -1. */
  private static int minute(List<Token> tokens, int hour) {
    if (isPart(tokens, hour + 1, ":")) {
      return hour + 1;
    }
    if (isHourWord(tokens, hour + 1)
        && hour + 2 < tokens.size()
        && tokens.get(hour + 2).isNumber(1, 2)
        && tokens.get(hour + 2).gap().length() <= 1) {
      return hour + 2;
    }
    boolean isDotted =
        isPart(tokens, hour + 1, ".")
            && tokens.get(hour + 1).digits() == 2
            && !isDatePart(tokens, hour + 2)
            && (ClockWords.is("dot-before", word(tokens, hour - 1))
                || ClockWords.is("dot-after", word(tokens, hour + 2)));
    return isDotted ? hour + 1 : -1;
  }

  private static boolean isHourWord(List<Token> tokens, int at) {
    return ClockWords.is("hour", word(tokens, at)) && tokens.get(at).gap().length() <= 1;
  }

  private static @Nullable ClockTime at(List<Token> tokens, int start, int minutes) {
    int from = start;
    long hour = tokens.get(from).number();
    long minute = tokens.get(minutes).number();
    long second = 0;
    int to = minutes + 1;
    if (isPart(tokens, to, ":")) {
      second = tokens.get(to).number();
      to++;
      if (to < tokens.size() && tokens.get(to).isNumber() && tokens.get(to).gap().equals(".")) {
        to++;
      }
    }
    if (ClockWords.is("minute", word(tokens, to))) {
      to++;
    }
    String half = half(tokens, to);
    if (!half.isEmpty()) {
      to += word(tokens, to).length() == 1 && word(tokens, to + 1).equals("m") ? 2 : 1;
    } else if (!half(tokens, from - 1).isEmpty() && word(tokens, from - 1).length() > 1) {
      from--;
      half = half(tokens, from);
    }
    if (!half.isEmpty()) {
      hour = hour % 12 + (half.equals("pm") ? 12 : 0);
    }
    if (hour > 23 || minute > 59 || second > 60) {
      return null;
    }
    LocalTime time = LocalTime.of((int) hour, (int) minute, (int) Math.min(second, 59));
    return withOffset(tokens, from, to, time);
  }

  /** Which half of the day the words at that token name: am, pm, or neither, an empty string. */
  private static String half(List<Token> tokens, int at) {
    String word = word(tokens, at);
    String glued = word.length() == 1 && word(tokens, at + 1).equals("m") ? word + " m" : word;
    if (ClockWords.is("am", glued)) {
      return "am";
    }
    return ClockWords.is("pm", glued) ? "pm" : "";
  }

  private static ClockTime withOffset(List<Token> tokens, int from, int end, LocalTime time) {
    int to = end;
    if (word(tokens, to).equals("بتوقيت")) {
      to++;
    }
    ZoneOffset zone = ClockWords.zone(word(tokens, to));
    int signed = zone == null ? to : to + 1;
    if (signed < tokens.size() && tokens.get(signed).isNumber()) {
      String gap = tokens.get(signed).gap();
      boolean plus = gap.endsWith("+");
      boolean minus = gap.endsWith("-") && !isDatePart(tokens, signed + 1);
      ZoneOffset offset = plus || minus ? offset(tokens, signed, plus ? 1 : -1) : null;
      if (offset != null) {
        return new ClockTime(
            from, signed + (isPart(tokens, signed + 1, ":") ? 2 : 1), time, offset);
      }
    }
    return new ClockTime(from, signed, time, zone);
  }

  private static @Nullable ZoneOffset offset(List<Token> tokens, int at, int sign) {
    Token token = tokens.get(at);
    long hours = token.digits() == 4 ? token.number() / 100 : token.number();
    long minutes = token.digits() == 4 ? token.number() % 100 : 0;
    if (isPart(tokens, at + 1, ":")) {
      minutes = tokens.get(at + 1).number();
    }
    if (token.digits() == 3 || hours > 18) {
      return null;
    }
    try {
      return ZoneOffset.ofHoursMinutes(sign * (int) hours, sign * (int) minutes);
    } catch (DateTimeException e) {
      return null;
    }
  }

  private static boolean isPart(List<Token> tokens, int at, String gap) {
    return at < tokens.size()
        && tokens.get(at).isNumber(1, 2)
        && tokens.get(at).gap().strip().equals(gap);
  }

  private static boolean isDatePart(List<Token> tokens, int at) {
    if (at >= tokens.size() || !tokens.get(at).isNumber()) {
      return false;
    }
    String gap = tokens.get(at).gap().strip();
    return gap.equals("-") || gap.equals("/") || gap.equals(".");
  }

  private static String word(List<Token> tokens, int at) {
    return at >= 0 && at < tokens.size() ? tokens.get(at).word() : "";
  }
}
