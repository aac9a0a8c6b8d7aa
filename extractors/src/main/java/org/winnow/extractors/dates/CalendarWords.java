// SPDX-License-Identifier: Apache-2.0
package org.winnow.extractors.dates;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.winnow.extractors.dates.DateText.Token;

/**
 * What words mean in a date: months of five calendars, weekdays, eras, and words that may stand in
 * between. English and all kinds of Arabic from a resource, the other languages from {@link Cldr}.
 */
final class CalendarWords {
  /** The most words that one month's name has. */
  static final int MAX_WORDS = 3;

  /** Languages that write months with Roman numerals too: 26 I 2024. */
  private static final List<String> ROMAN_LANGUAGES = List.of("pl", "hu", "bg", "ro", "sr");

  private static final List<String> ROMAN =
      List.of("i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii");

  private static final Map<String, Word> OWN = read();

  /** What a word is in a date. */
  enum Kind {
    GREGORIAN,
    ISLAMIC,
    SOLAR,
    HEBREW,
    ETHIOPIC,
    /** Behind a number: it is a month's. */
    MONTH,
    WEEKDAY,
    FILLER,
    ERA
  }

  /**
   * A word's meaning.
   *
   * @param number the month, from 1, or the era
   */
  record Word(Kind kind, int number) {

    boolean isMonth() {
      return kind.compareTo(Kind.ETHIOPIC) <= 0;
    }
  }

  private CalendarWords() {}

  /**
   * What the {@code count} tokens from {@code from} on mean together.
   *
   * @param language the text's language, or an empty string
   * @return null if they mean nothing in a date
   */
  static @Nullable Word find(List<Token> tokens, int from, int count, String language) {
    StringBuilder name = new StringBuilder();
    for (int i = from; i < from + count; i++) {
      Token token = tokens.get(i);
      if (token.isNumber() || (i > from && token.gap().length() > 2)) {
        return null;
      }
      name.append(i > from ? " " : "").append(token.word());
    }
    return find(name.toString(), language);
  }

  private static @Nullable Word find(String key, String language) {
    if (ROMAN_LANGUAGES.contains(language) && ROMAN.contains(key)) {
      return new Word(Kind.GREGORIAN, ROMAN.indexOf(key) + 1);
    }
    Word word = OWN.get(key);
    if (word == null) {
      word = Cldr.find(key, language);
    }
    if (word == null && key.length() > 3 && key.startsWith("ב")) {
      return find(key.substring(1), language); // Quirk: Hebrew writes "in" as part of the month.
    }
    return word;
  }

  private static Map<String, Word> read() {
    Map<String, Word> words = new HashMap<>();
    for (WordFile line : WordFile.read("calendar-words.txt")) {
      Word word =
          new Word(
              Kind.valueOf(line.kind().toUpperCase(Locale.ROOT)), Integer.parseInt(line.value()));
      line.words().forEach(name -> words.putIfAbsent(DateText.key(name), word));
    }
    return Map.copyOf(words);
  }
}
