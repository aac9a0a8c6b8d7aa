// SPDX-License-Identifier: Apache-2.0
package org.winnow.extractors.dates;

/**
 * Numerals that are written with letters: 二〇二四年一月二十六日, 令和元年, ט״ז בשבט תשפ״ד. Everything else is
 * left as it is.
 */
final class Numerals {
  private static final String HAN = "〇一二三四五六七八九";
  private static final String HAN_COUNTED = "年月日號号時时分";
  private static final int HEBREW_THOUSANDS = 5_000;

  /** 5700 began in 1939; smaller numbers are abbreviations. */
  private static final int FIRST_YEAR = 700;

  /** Leap years have two months of that name: אדר א׳ and אדר ב׳. */
  private static final String ADAR = "אדר ";

  private Numerals() {}

  /** The text, its numerals written with digits. */
  static String asDigits(String text) {
    boolean han = false;
    boolean hebrew = false;
    for (int i = 0; i < text.length() && !(han && hebrew); i++) {
      char c = text.charAt(i);
      han |= HAN_COUNTED.indexOf(c) >= 0;
      hebrew |= isHebrew(c);
    }
    String read = han ? han(text) : text;
    return hebrew ? hebrew(read) : read;
  }

  private static String han(String text) {
    StringBuilder read = new StringBuilder(text.length());
    int at = 0;
    while (at < text.length()) {
      int end = at;
      while (end < text.length() && isHanNumeral(text.charAt(end))) {
        end++;
      }
      boolean isCounted =
          end > at && end < text.length() && HAN_COUNTED.indexOf(text.charAt(end)) >= 0;
      if (isCounted) {
        read.append(hanNumber(text, at, end));
        at = end;
      } else {
        end = Math.max(end, at + 1);
        read.append(text, at, end);
        at = end;
      }
    }
    return read.toString();
  }

  private static boolean isHanNumeral(char c) {
    return HAN.indexOf(c) >= 0 || "零○十廿卅元".indexOf(c) >= 0;
  }

  /** Either digit by digit, 二〇二四, or counted, 二十六; 元 is the first year of an era. */
  private static String hanNumber(String text, int from, int to) {
    StringBuilder digits = new StringBuilder();
    int sum = 0;
    int last = 0;
    boolean counted = false;
    for (int i = from; i < to; i++) {
      char c = text.charAt(i);
      if ("十廿卅".indexOf(c) >= 0) {
        counted = true;
        sum += c == '十' ? Math.max(last, 1) * 10 : c == '廿' ? 20 : 30;
        last = 0;
      } else {
        int value = c == '元' ? 1 : Math.max(HAN.indexOf(c), 0);
        digits.append(value);
        last = value;
      }
    }
    return counted ? Integer.toString(sum + last) : digits.toString();
  }

  private static String hebrew(String text) {
    StringBuilder read = new StringBuilder(text.length());
    int at = 0;
    while (at < text.length()) {
      int end = at;
      while (end < text.length() && (isHebrew(text.charAt(end)) || isMark(text, end))) {
        end++;
      }
      int number = end > at ? hebrewNumber(text.substring(at, end)) : 0;
      if (number > 0 && endsWith(read, ADAR)) {
        read.append(text.charAt(at));
      } else if (number > 0) {
        read.append(number);
      } else {
        end = Math.max(end, at + 1);
        read.append(text, at, end);
      }
      at = end;
    }
    return read.toString();
  }

  private static boolean endsWith(StringBuilder text, String end) {
    return text.length() >= end.length()
        && text.substring(text.length() - end.length()).equals(end);
  }

  /**
   * The day or year that the word is, or 0: a letter and a geresh, or gershayim before the last
   * letter; the thousands of a year may stand before it.
   */
  private static int hebrewNumber(String word) {
    int length = word.length();
    if (length == 2 && !isHebrew(word.charAt(1))) {
      return value(word.charAt(0));
    }
    boolean hasThousands = length > 4 && word.charAt(0) == 'ה' && !isHebrew(word.charAt(1));
    String rest = hasThousands ? word.substring(2) : word;
    if (rest.length() < 3 || isHebrew(rest.charAt(rest.length() - 2))) {
      return 0;
    }
    int sum = rest.chars().map(c -> value((char) c)).sum();
    if (sum > FIRST_YEAR && sum < 1_000) {
      return HEBREW_THOUSANDS + sum;
    }
    return sum <= 30 ? sum : 0;
  }

  private static boolean isHebrew(char c) {
    return c >= 'א' && c <= 'ת';
  }

  /** Gershayim before the last letter, or a geresh behind a letter. */
  private static boolean isMark(String text, int at) {
    char c = text.charAt(at);
    boolean isBehindLetter = at > 0 && isHebrew(text.charAt(at - 1));
    if (c == '״' || c == '"' || c == '”') {
      return isBehindLetter && at + 1 < text.length() && isHebrew(text.charAt(at + 1));
    }
    return (c == '׳' || c == '\'' || c == '’') && isBehindLetter;
  }

  private static int value(char c) {
    return switch (c) {
      case 'א' -> 1;
      case 'ב' -> 2;
      case 'ג' -> 3;
      case 'ד' -> 4;
      case 'ה' -> 5;
      case 'ו' -> 6;
      case 'ז' -> 7;
      case 'ח' -> 8;
      case 'ט' -> 9;
      case 'י' -> 10;
      case 'כ', 'ך' -> 20;
      case 'ל' -> 30;
      case 'מ', 'ם' -> 40;
      case 'נ', 'ן' -> 50;
      case 'ס' -> 60;
      case 'ע' -> 70;
      case 'פ', 'ף' -> 80;
      case 'צ', 'ץ' -> 90;
      case 'ק' -> 100;
      case 'ר' -> 200;
      case 'ש' -> 300;
      case 'ת' -> 400;
      default -> 0;
    };
  }
}
