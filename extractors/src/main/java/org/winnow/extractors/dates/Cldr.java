// SPDX-License-Identifier: Apache-2.0
package org.winnow.extractors.dates;

import com.ibm.icu.text.DateFormatSymbols;
import com.ibm.icu.util.Calendar;
import com.ibm.icu.util.GregorianCalendar;
import com.ibm.icu.util.ULocale;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.winnow.extractors.dates.CalendarWords.Kind;
import org.winnow.extractors.dates.CalendarWords.Word;

/**
 * Names of months and weekdays as CLDR has them. Built when first asked, which takes about 0.2 s,
 * and then shared. All languages are known at once; where two give one name to different months,
 * the first in the list has it, except in a text that is known to be in the other.
 */
final class Cldr {
  static final List<String> LANGUAGES =
      List.of(
          "en", "ar", "de", "de_AT", "fr", "es", "it", "pt", "nl", "pl", "ru", "uk", "be", "bg",
          "sr", "sr_Latn", "mk", "bs", "hr", "sl", "cs", "sk", "ro", "hu", "el", "tr", "az", "kk",
          "ky", "uz", "tk", "tt", "tg", "ug", "fa", "ur", "ps", "sd", "ckb", "ku", "he", "yi", "hi",
          "bn", "ta", "te", "ml", "kn", "mr", "gu", "pa", "or", "as", "ne", "si", "th", "lo", "km",
          "my", "id", "ms", "jv", "fil", "sw", "sv", "da", "nb", "nn", "fi", "et", "lv", "lt", "is",
          "fo", "ga", "cy", "gd", "br", "lb", "af", "ca", "gl", "eu", "ast", "mt", "sq", "hy", "ka",
          "mn", "am", "ti", "so", "ha", "yo", "ig", "zu", "zh", "zh_Hant", "ja", "ko", "vi");

  private static final List<Integer> CONTEXTS =
      List.of(DateFormatSymbols.FORMAT, DateFormatSymbols.STANDALONE);

  private static final List<Integer> WIDTHS =
      List.of(DateFormatSymbols.WIDE, DateFormatSymbols.ABBREVIATED);

  private final Map<String, Word> words = new HashMap<>();
  private final Map<String, Word> byLanguage = new HashMap<>();

  private Cldr() {
    for (String language : LANGUAGES) {
      ULocale locale = new ULocale(language);
      addMonths(language, "gregorian", Kind.GREGORIAN);
      for (int context : CONTEXTS) {
        for (int width : WIDTHS) {
          DateFormatSymbols symbols = new DateFormatSymbols(new GregorianCalendar(), locale);
          for (String day : symbols.getWeekdays(context, width)) {
            add(language, day, new Word(Kind.WEEKDAY, 0));
          }
        }
      }
    }
    for (String language : List.of("en", "tr", "ur", "ms", "id", "fa", "az", "bn", "fr", "de")) {
      addMonths(language, "islamic", Kind.ISLAMIC);
    }
    for (String language : List.of("en", "fa", "ckb", "ps")) {
      addMonths(language, "persian", Kind.SOLAR);
    }
    addMonths("en", "hebrew", Kind.HEBREW);
    addMonths("am", "ethiopic", Kind.ETHIOPIC);
    addMonths("en", "ethiopic", Kind.ETHIOPIC);
  }

  private static final class Holder {
    private static final Cldr NAMES = new Cldr();
  }

  /** What that folded name means, or null if CLDR does not have it. */
  static @Nullable Word find(String key, String language) {
    Word word = Holder.NAMES.byLanguage.get(language + ' ' + key);
    return word == null ? Holder.NAMES.words.get(key) : word;
  }

  private void addMonths(String language, String calendar, Kind kind) {
    Calendar days = Calendar.getInstance(new ULocale("en@calendar=" + calendar));
    DateFormatSymbols symbols = new DateFormatSymbols(days, new ULocale(language));
    for (int context : CONTEXTS) {
      for (int width : WIDTHS) {
        String[] months = symbols.getMonths(context, width);
        for (int month = 0; month < Math.min(months.length, 13); month++) {
          add(language, months[month], new Word(kind, month + 1));
        }
      }
    }
  }

  private void add(String language, String name, Word word) {
    String key = DateText.key(name);
    if (key.length() < 2 || key.chars().anyMatch(Character::isDigit)) {
      return;
    }
    Word known = words.putIfAbsent(key, word);
    if (known == null || known.equals(word)) {
      return;
    }
    if (known.isMonth() && word.kind() == Kind.GREGORIAN) {
      byLanguage.put(new ULocale(language).getLanguage() + ' ' + key, word);
    } else if (known.kind() == Kind.WEEKDAY && word.isMonth()) {
      words.put(key, word);
    }
  }
}
