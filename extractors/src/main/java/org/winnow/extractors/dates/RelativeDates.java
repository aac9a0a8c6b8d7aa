// SPDX-License-Identifier: Apache-2.0
package org.winnow.extractors.dates;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.winnow.extractors.dates.DateText.Token;
import org.winnow.extractors.dates.RelativePhrases.Phrase;

/**
 * Reads "3 hours ago", «منذ ٣ ساعات», "gestern": first with the words of {@code
 * relative-dates.txt}, which knows how pages write, then with CLDR's phrases. Seconds, minutes,
 * hours and days only: weeks, months and years do not tell the day. The day is that of UTC.
 */
final class RelativeDates {
  /** A line with more words says other things too. */
  private static final int MAX_TOKENS = 12;

  /** So few words stand with "yesterday" where it is a date. */
  private static final int MAX_TOKENS_OF_DAY = 4;

  /** Between "ago" and its unit: a number, at most with one word more. */
  private static final int REACH = 3;

  private static final int MAX_DAYS = 31;

  /** Marks a unit that has "ago" in its own word. */
  private static final String GLUED = " ago";

  private static final Map<String, String> WORDS = read();

  private RelativeDates() {}

  /** The day that the text names from {@code now}; empty if it names none. */
  static Optional<LocalDate> parse(List<Token> tokens, Instant now, String language) {
    if (tokens.size() > MAX_TOKENS) {
      return Optional.empty();
    }
    Optional<LocalDate> byWords = byWords(tokens, now);
    if (byWords.isPresent()) {
      return byWords;
    }
    RelativePhrases phrases = RelativePhrases.of(language);
    return byPhrases(tokens, now, phrases).or(() -> byName(tokens, now, phrases));
  }

  private static Optional<LocalDate> byWords(List<Token> tokens, Instant now) {
    int ago = -1;
    int unitAt = -1;
    long amount = 1;
    String unit = "";
    for (int i = 0; i < tokens.size(); i++) {
      Token token = tokens.get(i);
      if (token.isNumber()) {
        amount = unit.isEmpty() ? token.number() : amount;
        continue;
      }
      String meaning = meaning(tokens, i);
      if (meaning.endsWith(GLUED)) {
        ago = i;
        meaning = meaning.substring(0, meaning.length() - GLUED.length());
      }
      int colon = meaning.indexOf(':');
      if (colon > 0) {
        amount = Long.parseLong(meaning.substring(0, colon));
        meaning = meaning.substring(colon + 1);
      }
      switch (meaning) {
        case "ago" -> ago = isNear(ago, unitAt) ? ago : i;
        case "minute", "hour", "day" -> {
          unitAt = unit.isEmpty() ? i : unitAt;
          unit = unit.isEmpty() ? meaning : unit;
        }
        default -> {}
      }
    }
    if (!isNear(ago, unitAt)) {
      return Optional.empty();
    }
    return before(now, amount, unit.equals("day") ? 1_440 : unit.equals("hour") ? 60 : 1);
  }

  private static boolean isNear(int ago, int unit) {
    return ago >= 0 && unit >= 0 && Math.abs(ago - unit) <= REACH;
  }

  private static Optional<LocalDate> byPhrases(
      List<Token> tokens, Instant now, RelativePhrases phrases) {
    for (int from = 0; from < tokens.size(); from++) {
      int most = Math.min(RelativePhrases.MAX_TOKENS, tokens.size() - from);
      for (int count = most; count > 0; count--) {
        Phrase phrase = phrases.find(tokens, from, count);
        if (phrase != null) {
          return before(now, amount(phrase, tokens, from), phrase.unit());
        }
      }
    }
    return Optional.empty();
  }

  private static Optional<LocalDate> byName(
      List<Token> tokens, Instant now, RelativePhrases phrases) {
    if (tokens.size() > MAX_TOKENS_OF_DAY) {
      return Optional.empty();
    }
    for (int from = 0; from < tokens.size(); from++) {
      StringBuilder key = new StringBuilder();
      for (int to = from; to < tokens.size() && !tokens.get(to).isNumber(); to++) {
        key.append(to > from ? " " : "").append(tokens.get(to).word());
        int days = phrases.daysAgo(key.toString());
        if (days >= 0) {
          return Optional.of(day(now, Duration.ofDays(days)));
        }
      }
    }
    return Optional.empty();
  }

  private static long amount(Phrase phrase, List<Token> tokens, int from) {
    if (phrase.amount() >= 0) {
      return phrase.amount();
    }
    int at = from;
    while (!tokens.get(at).isNumber()) {
      at++;
    }
    return tokens.get(at).number();
  }

  private static Optional<LocalDate> before(Instant now, long amount, int unit) {
    return amount > MAX_DAYS * 1_440L || amount * unit > MAX_DAYS * 1_440L
        ? Optional.empty()
        : Optional.of(day(now, Duration.ofMinutes(amount * unit)));
  }

  private static LocalDate day(Instant now, Duration before) {
    return LocalDate.ofInstant(now.minus(before), ZoneOffset.UTC);
  }

  private static String meaning(List<Token> tokens, int at) {
    StringBuilder name = new StringBuilder();
    String meaning = "";
    for (int i = at; i < Math.min(at + 3, tokens.size()); i++) {
      name.append(i > at ? " " : "").append(tokens.get(i).word());
      meaning = WORDS.getOrDefault(name.toString(), meaning);
    }
    if (!meaning.isEmpty()) {
      return meaning;
    }
    // Quirk: Chinese, Japanese and Korean write the unit and "ago" as one word.
    String word = tokens.get(at).word();
    return word.length() > 1 ? gluedMeaning(word) : "";
  }

  private static @Nullable String unitOf(String word) {
    return WORDS.get(word.substring(0, word.length() - 1));
  }

  private static String gluedMeaning(String word) {
    String last = WORDS.getOrDefault(word.substring(word.length() - 1), "");
    String unit = unitOf(word);
    return last.equals("ago") && unit != null && word.codePointAt(0) > 0x2E80 ? unit + GLUED : "";
  }

  private static Map<String, String> read() {
    Map<String, String> words = new HashMap<>();
    for (WordFile line : WordFile.read("relative-dates.txt")) {
      String meaning = line.value().equals("-") ? line.kind() : line.value() + ":" + line.kind();
      line.words().forEach(word -> words.putIfAbsent(DateText.key(word), meaning));
    }
    return Map.copyOf(words);
  }
}
