// SPDX-License-Identifier: Apache-2.0
package org.winnow.extractors;

import com.ibm.icu.text.DateFormatSymbols;
import com.ibm.icu.util.GregorianCalendar;
import com.ibm.icu.util.ULocale;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.winnow.extractors.DateText.Token;

/**
 * What words mean in a date: months of three calendars, weekdays, eras, and words that may stand in
 * between. English and all kinds of Arabic from a resource, the other languages from CLDR. All
 * languages are known at once; where two give one name to different months, the first in the list
 * has it, except in a text that is known to be in the other.
 */
final class CalendarWords {
  /** The most words that one month's name has. */
  static final int MAX_WORDS = 3;

  private static final List<String> LANGUAGES =
      List.of(
          "en", "de", "de_AT", "fr", "es", "it", "pt", "nl", "pl", "ru", "uk", "be", "bg", "sr",
          "sr_Latn", "mk", "bs", "hr", "sl", "cs", "sk", "ro", "hu", "el", "tr", "az", "kk", "uz",
          "fa", "ur", "ps", "ckb", "he", "hi", "bn", "ta", "te", "ml", "mr", "gu", "pa", "th", "id",
          "ms", "fil", "sw", "sv", "da", "nb", "nn", "fi", "et", "lv", "lt", "is", "ga", "ca", "gl",
          "eu", "sq", "hy", "ka", "mn", "am", "so", "ha");

  private static final Map<String, Word> OWN = read();

  /** What a word is in a date. */
  enum Kind {
    GREGORIAN,
    ISLAMIC,
    SOLAR,
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
      return kind == Kind.GREGORIAN || kind == Kind.ISLAMIC || kind == Kind.SOLAR;
    }
  }

  /** Loaded when a word turns up that the resource does not have. */
  private static final class Cldr {
    private static final Map<String, Word> WORDS = new HashMap<>();
    private static final Map<String, Word> BY_LANGUAGE = new HashMap<>();

    static {
      for (String language : LANGUAGES) {
        DateFormatSymbols symbols =
            new DateFormatSymbols(new GregorianCalendar(), new ULocale(language));
        for (int context : List.of(DateFormatSymbols.FORMAT, DateFormatSymbols.STANDALONE)) {
          for (int width : List.of(DateFormatSymbols.WIDE, DateFormatSymbols.ABBREVIATED)) {
            String[] months = symbols.getMonths(context, width);
            for (int month = 0; month < 12; month++) {
              add(language, months[month], new Word(Kind.GREGORIAN, month + 1));
            }
            for (String day : symbols.getWeekdays(context, width)) {
              add(language, day, new Word(Kind.WEEKDAY, 0));
            }
          }
        }
      }
    }

    private static void add(String language, String name, Word word) {
      String key = key(name);
      if (key.length() < 2 || key.chars().anyMatch(Character::isDigit)) {
        return;
      }
      Word known = WORDS.putIfAbsent(key, word);
      if (known != null && !known.equals(word)) {
        if (known.isMonth() && word.isMonth()) {
          BY_LANGUAGE.put(language + ' ' + key, word);
        } else if (word.isMonth()) {
          WORDS.put(key, word);
        }
      }
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
    Word word = OWN.get(key);
    if (word == null) {
      word = Cldr.BY_LANGUAGE.get(language + ' ' + key);
    }
    if (word == null) {
      word = Cldr.WORDS.get(key);
    }
    if (word == null && key.length() > 3 && key.startsWith("ב")) {
      return find(key.substring(1), language); // Quirk: Hebrew writes "in" as part of the month.
    }
    return word;
  }

  private static Map<String, Word> read() {
    Map<String, Word> words = new HashMap<>();
    try (InputStream stream =
            Objects.requireNonNull(CalendarWords.class.getResourceAsStream("calendar-words.txt"));
        BufferedReader lines =
            new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        if (line.startsWith("#")) {
          continue;
        }
        String[] parts = line.split(" ", 3);
        Word word =
            new Word(Kind.valueOf(parts[0].toUpperCase(Locale.ROOT)), Integer.parseInt(parts[1]));
        for (String name : parts[2].split("\\|", -1)) {
          words.putIfAbsent(key(name), word);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return Map.copyOf(words);
  }

  private static String key(String name) {
    StringBuilder key = new StringBuilder();
    for (Token token : DateText.tokens(name)) {
      key.append(key.isEmpty() ? "" : " ")
          .append(token.isNumber() ? Long.toString(token.number()) : token.word());
    }
    return key.toString();
  }
}
