// SPDX-License-Identifier: Apache-2.0
package org.winnow.extractors.dates;

import com.ibm.icu.text.DisplayContext;
import com.ibm.icu.text.NumberFormat;
import com.ibm.icu.text.RelativeDateTimeFormatter;
import com.ibm.icu.text.RelativeDateTimeFormatter.AbsoluteUnit;
import com.ibm.icu.text.RelativeDateTimeFormatter.Direction;
import com.ibm.icu.text.RelativeDateTimeFormatter.RelativeUnit;
import com.ibm.icu.text.RelativeDateTimeFormatter.Style;
import com.ibm.icu.util.ULocale;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.winnow.extractors.dates.DateText.Token;

/**
 * How a language says "5 hours ago" and "yesterday", as CLDR has it; or all languages at once, for
 * texts of which nobody knows the language, which takes half a second to build. Built when first
 * asked, and then shared.
 */
final class RelativePhrases {
  /** The most tokens that a phrase has. */
  static final int MAX_TOKENS = 6;

  private static final String NUMBER = "#";

  /** One, two, few and many: each may have a form of its own. */
  private static final List<Integer> AMOUNTS = List.of(1, 2, 3, 5, 11, 21, 100);

  private static final Map<RelativeUnit, Integer> UNITS =
      Map.of(
          RelativeUnit.SECONDS, 0,
          RelativeUnit.MINUTES, 1,
          RelativeUnit.HOURS, 60,
          RelativeUnit.DAYS, 1_440);

  private static final Map<Direction, Integer> DAYS =
      Map.of(Direction.THIS, 0, Direction.LAST, 1, Direction.LAST_2, 2);

  /** Quirk: French "hier" is German for "here"; shorter names count in their language only. */
  private static final int TELLING = 5;

  private static final char LATIN = '\u024f';

  private static final Map<String, RelativePhrases> BY_LANGUAGE = new ConcurrentHashMap<>();

  private final Map<String, Phrase> phrases = new HashMap<>();
  private final Map<String, Integer> dayNames = new HashMap<>();

  /**
   * What a phrase means.
   *
   * @param unit the unit's minutes
   * @param amount how many of them, or -1 where the phrase has a number
   */
  record Phrase(int unit, int amount) {}

  private RelativePhrases(List<String> languages) {
    for (String language : languages) {
      ULocale locale = new ULocale(language);
      for (Style style : Style.values()) {
        RelativeDateTimeFormatter formatter =
            RelativeDateTimeFormatter.getInstance(
                locale,
                NumberFormat.getInstance(locale),
                style,
                DisplayContext.CAPITALIZATION_NONE);
        addAmounts(formatter);
        addDays(formatter, languages.size() == 1);
      }
    }
  }

  /**
   * The phrases of that language.
   *
   * @param language an ISO 639 code; of all languages where it is empty
   */
  static RelativePhrases of(String language) {
    return Cldr.LANGUAGES.contains(language)
        ? BY_LANGUAGE.computeIfAbsent(language, one -> new RelativePhrases(List.of(one)))
        : BY_LANGUAGE.computeIfAbsent("", all -> new RelativePhrases(Cldr.LANGUAGES));
  }

  /** What these tokens say, from {@code from} on, {@code count} of them; or null. */
  @Nullable Phrase find(List<Token> tokens, int from, int count) {
    return phrases.get(key(tokens.subList(from, from + count)));
  }

  /** How many days ago that name of a day says; or -1. */
  int daysAgo(String key) {
    return dayNames.getOrDefault(key, -1);
  }

  private void addAmounts(RelativeDateTimeFormatter formatter) {
    UNITS.forEach(
        (unit, minutes) -> {
          for (int amount : AMOUNTS) {
            List<Token> tokens = DateText.tokens(formatter.format(amount, Direction.LAST, unit));
            boolean hasNumber = tokens.stream().anyMatch(Token::isNumber);
            String ahead = key(DateText.tokens(formatter.format(amount, Direction.NEXT, unit)));
            // Quirk: the narrow forms of some languages tell past and future by the sign alone.
            boolean tells = !ahead.equals(key(tokens));
            if (tells && tokens.size() > 1 && tokens.size() <= MAX_TOKENS) {
              phrases.putIfAbsent(key(tokens), new Phrase(minutes, hasNumber ? -1 : amount));
            }
          }
        });
  }

  private void addDays(RelativeDateTimeFormatter formatter, boolean isOnlyLanguage) {
    DAYS.forEach(
        (direction, days) -> {
          String name = formatter.format(direction, AbsoluteUnit.DAY);
          String key = name == null ? "" : DateText.key(name);
          boolean tells = key.length() >= TELLING || (!key.isEmpty() && key.charAt(0) > LATIN);
          if (isOnlyLanguage || tells) {
            dayNames.putIfAbsent(key, days);
          }
        });
  }

  private static String key(List<Token> tokens) {
    StringBuilder key = new StringBuilder();
    for (Token token : tokens) {
      key.append(key.isEmpty() ? "" : " ").append(token.isNumber() ? NUMBER : token.word());
    }
    return key.toString();
  }
}
