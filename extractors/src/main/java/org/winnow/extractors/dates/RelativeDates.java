// SPDX-License-Identifier: Apache-2.0
package org.winnow.extractors;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.winnow.extractors.DateText.Token;

/**
 * Reads "3 hours ago", «منذ ٣ ساعات», "gestern". Minutes, hours and days only: weeks, months and
 * years do not tell the day. The day is that of UTC.
 */
final class RelativeDates {
  private static final int MAX_TOKENS = 8;
  private static final int MAX_DAYS = 31;

  /** Marks a unit that has "ago" in its own word. */
  private static final String GLUED = " ago";

  private static final Map<String, String> WORDS = read();

  private RelativeDates() {}

  /** The day that the text names from {@code now}; empty if it names none. */
  static Optional<LocalDate> parse(List<Token> tokens, Instant now) {
    if (tokens.size() > MAX_TOKENS) {
      return Optional.empty();
    }
    boolean ago = false;
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
        ago = true;
        meaning = meaning.substring(0, meaning.length() - GLUED.length());
      }
      int colon = meaning.indexOf(':');
      if (colon > 0) {
        amount = Long.parseLong(meaning.substring(0, colon));
        meaning = meaning.substring(colon + 1);
      }
      switch (meaning) {
        case "ago" -> ago = true;
        case "minute", "hour", "day" -> unit = unit.isEmpty() ? meaning : unit;
        case "today" -> {
          return tokens.size() <= 4 ? Optional.of(day(now, Duration.ZERO)) : Optional.empty();
        }
        case "yesterday" -> {
          return tokens.size() <= 4 ? Optional.of(day(now, Duration.ofDays(1))) : Optional.empty();
        }
        default -> {}
      }
    }
    if (!ago || unit.isEmpty()) {
      return Optional.empty();
    }
    long minutes = unit.equals("day") ? 1_440 : unit.equals("hour") ? 60 : 1;
    return amount * minutes > MAX_DAYS * 1_440L
        ? Optional.empty()
        : Optional.of(day(now, Duration.ofMinutes(amount * minutes)));
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

  private static String gluedMeaning(String word) {
    String last = WORDS.getOrDefault(word.substring(word.length() - 1), "");
    String unit = WORDS.getOrDefault(word.substring(0, word.length() - 1), "");
    return last.equals("ago") && word.codePointAt(0) > 0x2E80 ? unit + GLUED : "";
  }

  private static Map<String, String> read() {
    Map<String, String> words = new HashMap<>();
    try (InputStream stream =
            Objects.requireNonNull(RelativeDates.class.getResourceAsStream("relative-dates.txt"));
        BufferedReader lines =
            new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        if (line.startsWith("#")) {
          continue;
        }
        String[] parts = line.split(" ", 2);
        for (String entry : parts[1].split("\\|", -1)) {
          int colon = entry.indexOf(':');
          String name = DateText.fold(entry.substring(colon + 1)).replace('\'', ' ');
          words.putIfAbsent(name, colon < 0 ? parts[0] : entry.substring(0, colon + 1) + parts[0]);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return Map.copyOf(words);
  }
}
