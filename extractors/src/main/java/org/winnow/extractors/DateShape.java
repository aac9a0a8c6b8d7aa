// SPDX-License-Identifier: Apache-2.0
package org.winnow.extractors;

import com.google.re2j.Pattern;
import com.ibm.icu.text.DateFormatSymbols;
import com.ibm.icu.util.ULocale;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.winnow.siterules.MatchKey;

/**
 * Tells a line that is nothing but a date, with or without a time. Names of months and weekdays are
 * those of the CLDR, the words around them ({@code at}, {@code Uhr}, {@code بتوقيت}) those of
 * {@code date-words.txt}. Safe for use by several threads.
 */
final class DateShape {

  private static final int MOST_WORDS = 14;

  private static final Pattern NUMBER =
      Pattern.compile(
          "\\d{1,2}h\\d{2}|\\d{2}t\\d{2}|\\d{1,4}(st|nd|rd|th|er|re|ª|º|e|h|am|pm|z|m|s|min|г|日|年|月|日|时|分|時|년|월|일)?");
  private static final Pattern CJK =
      Pattern.compile("(\\d{1,4}[年月日时分時号號]){2,6}(\\(?(周|星期|曜)?[一二三四五六日天月火水木金土]曜?日?\\)?)?");
  private static final Pattern NUMERIC =
      Pattern.compile(
          "(^|\\D)(\\d{1,2}[./-]\\d{1,2}[./-]\\d{2,4}|\\d{4}[./-]\\d{1,2}[./-]\\d{1,2})([T\\D]|$)");
  private static final Pattern YEAR_FIRST = Pattern.compile("(^|\\D)\\d{4}-\\d{2}-\\d{2}(\\D|$)");
  private static final Pattern CLOCK =
      Pattern.compile("(^|\\D)\\d{1,2}[:.]\\d{2}([:.]\\d{2})?(\\D|$)");

  /** Arabic twice and more: Egypt, the Levant, Iraq, Algeria and Morocco name the months apart. */
  private static final List<String> LANGUAGES =
      List.of(
          "ar", "ar_LB", "ar_IQ", "ar_DZ", "ar_MA", "ar_TN", "ar_MR", "ar_SA", "bg", "bn", "ca",
          "cs", "da", "de", "el", "en", "es", "et", "fa", "fi", "fr", "he", "hi", "hr", "hu", "id",
          "it", "ku", "lt", "lv", "ms", "nl", "no", "pl", "ps", "pt", "ro", "ru", "sk", "sl", "sq",
          "sr", "sv", "sw", "tr", "uk", "ur", "uz", "vi");

  private final Set<String> names = new HashSet<>();
  private final Set<String> words = new HashSet<>();

  DateShape() {
    for (String language : LANGUAGES) {
      DateFormatSymbols symbols = DateFormatSymbols.getInstance(new ULocale(language));
      for (int context : new int[] {DateFormatSymbols.FORMAT, DateFormatSymbols.STANDALONE}) {
        for (int width : new int[] {DateFormatSymbols.WIDE, DateFormatSymbols.ABBREVIATED}) {
          addNames(symbols.getMonths(context, width));
          addNames(symbols.getWeekdays(context, width));
        }
      }
    }
    WordList.read("date-words.txt").forEach(phrase -> words.addAll(parts(phrase)));
  }

  /** Whether the line is a date alone: a day and a month at least. */
  boolean isDate(TextLine line) {
    if (!hasDigit(line.key())) {
      return false;
    }
    String compact = line.text().replace(" ", "");
    if (CJK.matches(withoutClock(compact))) {
      return true;
    }
    boolean hasName = false;
    int numbers = 0;
    List<String> parts = parts(line.text());
    if (parts.size() > MOST_WORDS) {
      return false;
    }
    for (String part : parts) {
      if (NUMBER.matches(part)) {
        numbers++;
      } else if (names.contains(part)) {
        hasName = true;
      } else if (!words.contains(part)) {
        return false;
      }
    }
    return numbers > 0 && (hasName || NUMERIC.matcher(line.text()).find());
  }

  /** Whether a time of day is in the line. */
  boolean hasClock(TextLine line) {
    return CLOCK.matcher(line.text()).find();
  }

  /** Whether a numeric date with the year first, or with a time of day, is in the line. */
  boolean hasMoment(TextLine line) {
    return NUMERIC.matcher(line.text()).find()
        && (YEAR_FIRST.matcher(line.text()).find() || hasClock(line));
  }

  /** The line without everything that belongs to a date, in words; as it is if it has no number. */
  String withoutDate(TextLine line) {
    if (!hasDigit(line.key())) {
      return line.text();
    }
    StringBuilder rest = new StringBuilder();
    for (String word : line.text().split("[\\s\\u00a0,،|]+", -1)) {
      List<String> parts = parts(word);
      boolean isOfDate =
          parts.stream().allMatch(p -> NUMBER.matches(p) || names.contains(p) || words.contains(p));
      if (!isOfDate) {
        rest.append(rest.isEmpty() ? "" : " ").append(word);
      }
    }
    return rest.toString();
  }

  private static String withoutClock(String compact) {
    int end = compact.length();
    while (end > 0
        && (Character.isDigit(compact.charAt(end - 1)) || compact.charAt(end - 1) == ':')) {
      end--;
    }
    return compact.substring(0, end);
  }

  private static boolean hasDigit(String text) {
    return text.chars().anyMatch(Character::isDigit);
  }

  private void addNames(String[] values) {
    for (String value : values) {
      names.addAll(parts(value));
    }
  }

  private static List<String> parts(String text) {
    return List.of(MatchKey.of(text).split("[^\\p{L}\\p{M}\\p{N}ªº]+", -1)).stream()
        .filter(part -> !part.isEmpty())
        .toList();
  }
}
