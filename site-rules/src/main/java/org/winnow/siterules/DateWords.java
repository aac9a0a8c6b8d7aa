// SPDX-License-Identifier: Apache-2.0
package org.winnow.siterules;

import java.util.HashSet;
import java.util.Set;

/** The words that dates are made of, in all bundled languages, and dates found among words. */
final class DateWords {
  /** A day, a month in two calendars or languages, a year, a time and a zone fit into it. */
  private static final int LONGEST = 14;

  private final Set<String> words = new HashSet<>();

  /** Takes up the words of a key such as {@code كانون الثاني}. */
  void add(String key) {
    words.addAll(Words.of(key));
  }

  /** How many words from {@code from} on are a date or time; 0 if no number is among them. */
  int run(Words line, int from) {
    int end = from;
    boolean hasNumber = false;
    while (end < line.size() && end - from < LONGEST) {
      String word = line.get(end);
      if (Words.isNumber(word)) {
        hasNumber = true;
      } else if (!words.contains(word)) {
        break;
      }
      end++;
    }
    return hasNumber ? end - from : 0;
  }

  /** Whether a line of those words is a date, a time, or both, and nothing else. */
  boolean isDate(String text, Words line) {
    if (line.size() < 2 || run(line, 0) != line.size()) {
      return false;
    }
    for (int i = 0; i < line.size(); i++) {
      String word = line.get(i);
      if (word.length() > 2 && !Character.isDigit(word.charAt(0))) {
        return true;
      }
    }
    return isNumericDate(text, line);
  }

  /** {@code 2024-01-27}, {@code 27/1/2024}, both with or without a time. */
  private static boolean isNumericDate(String text, Words line) {
    if (line.size() < 3 || line.size() > 7) {
      return false;
    }
    boolean yearFirst = isYear(line.get(0)) && isUpTo(31, line.get(2));
    boolean yearLast = isUpTo(31, line.get(0)) && isYear(line.get(2));
    if (!(yearFirst || yearLast) || !isUpTo(31, line.get(1))) {
      return false;
    }
    if (line.size() > 3 && text.indexOf(':') < 0) {
      return false;
    }
    for (int i = 3; i < line.size(); i++) {
      if (Character.isDigit(line.get(i).charAt(0)) && !isUpTo(59, line.get(i))) {
        return false;
      }
    }
    return true;
  }

  private static boolean isYear(String word) {
    return word.length() == 4
        && (word.startsWith("19") || word.startsWith("20") || word.startsWith("1"))
        && Words.isNumber(word);
  }

  private static boolean isUpTo(int most, String word) {
    return word.length() <= 2
        && word.chars().allMatch(c -> c >= '0' && c <= '9')
        && Integer.parseInt(word) <= most;
  }
}
