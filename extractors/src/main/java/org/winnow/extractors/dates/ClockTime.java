// SPDX-License-Identifier: Apache-2.0
package org.winnow.extractors;

import java.time.DateTimeException;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.winnow.extractors.DateText.Token;

/**
 * A time of day in a text.
 *
 * @param from its first token
 * @param to the token behind its last one
 * @param time the time of day
 * @param offset the offset that is written with it, or null
 */
record ClockTime(int from, int to, LocalTime time, @Nullable ZoneOffset offset) {
  private static final Set<String> AM = Set.of("am", "ص", "صباحا");
  private static final Set<String> PM = Set.of("pm", "م", "مساء", "ظهرا", "عصرا");

  /** Zone names that mean one offset wherever they are used on the web. */
  private static final Map<String, String> ZONES =
      Map.ofEntries(
          Map.entry("z", "Z"),
          Map.entry("gmt", "Z"),
          Map.entry("utc", "Z"),
          Map.entry("ut", "Z"),
          Map.entry("غرينتش", "Z"),
          Map.entry("غرينيتش", "Z"),
          Map.entry("جرينتش", "Z"),
          Map.entry("est", "-05:00"),
          Map.entry("edt", "-04:00"),
          Map.entry("cdt", "-05:00"),
          Map.entry("mst", "-07:00"),
          Map.entry("mdt", "-06:00"),
          Map.entry("pst", "-08:00"),
          Map.entry("pdt", "-07:00"),
          Map.entry("cet", "+01:00"),
          Map.entry("cest", "+02:00"),
          Map.entry("mez", "+01:00"),
          Map.entry("mesz", "+02:00"),
          Map.entry("eet", "+02:00"),
          Map.entry("eest", "+03:00"),
          Map.entry("msk", "+03:00"),
          Map.entry("jst", "+09:00"),
          Map.entry("kst", "+09:00"));

  /** The first time of day in these tokens, or null. */
  static @Nullable ClockTime in(List<Token> tokens) {
    for (int i = 0; i + 1 < tokens.size(); i++) {
      if (tokens.get(i).isNumber(1, 2) && isPart(tokens, i + 1, ":")) {
        ClockTime time = at(tokens, i);
        if (time != null) {
          return time;
        }
      }
    }
    return null;
  }

  private static @Nullable ClockTime at(List<Token> tokens, int from) {
    long hour = tokens.get(from).number();
    long minute = tokens.get(from + 1).number();
    long second = 0;
    int to = from + 2;
    if (isPart(tokens, to, ":")) {
      second = tokens.get(to).number();
      to++;
      if (to < tokens.size() && tokens.get(to).isNumber() && tokens.get(to).gap().equals(".")) {
        to++;
      }
    }
    String half = word(tokens, to);
    if ((half.equals("a") || half.equals("p")) && word(tokens, to + 1).equals("m")) {
      half += "m";
      to++;
    }
    if (AM.contains(half) || PM.contains(half)) {
      to++;
      hour = hour % 12 + (PM.contains(half) ? 12 : 0);
    }
    if (hour > 23 || minute > 59 || second > 60) {
      return null;
    }
    LocalTime time = LocalTime.of((int) hour, (int) minute, (int) Math.min(second, 59));
    return withOffset(tokens, from, to, time);
  }

  private static ClockTime withOffset(List<Token> tokens, int from, int to, LocalTime time) {
    if (word(tokens, to).equals("بتوقيت")) {
      to++;
    }
    String zone = ZONES.get(word(tokens, to));
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
    return new ClockTime(from, signed, time, zone == null ? null : ZoneOffset.of(zone));
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
    return isPart(tokens, at, "-") || isPart(tokens, at, "/") || isPart(tokens, at, ".");
  }

  private static String word(List<Token> tokens, int at) {
    return at < tokens.size() ? tokens.get(at).word() : "";
  }
}
