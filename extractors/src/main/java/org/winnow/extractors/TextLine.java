// SPDX-License-Identifier: Apache-2.0
package org.winnow.extractors;

import java.lang.Character.UnicodeScript;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.winnow.siterules.MatchKey;

/**
 * One line of a plain text and what its shape tells.
 *
 * @param number from 1
 * @param raw the line as written, line end included
 * @param text the line without white space and invisible marks at its ends; empty if it is blank
 * @param key the folded text; empty for an ornament such as {@code * * *}
 * @param weight how many words long it is. Scripts without spaces count 0.6 words a character: a
 *     Chinese word has 1.6 characters on average
 * @param isFinished whether it ends as a sentence does, closing quotation marks and brackets aside
 * @param script the script that most of its letters have, {@code COMMON} if it has none
 */
record TextLine(
    int number,
    String raw,
    String text,
    String key,
    int weight,
    boolean isFinished,
    UnicodeScript script) {

  private static final String SENTENCE_ENDS = ".!?…:;。！？：；．؟۔؛।॥։።။";
  private static final String CLOSERS = "\"'”’»›)]}」』）】》〉“";
  private static final double WORDS_PER_UNSPACED_CHARACTER = 0.6;

  /** The lines of a text; line ends are LF, CR LF and CR. */
  static List<TextLine> split(String text) {
    List<TextLine> lines = new ArrayList<>();
    int start = 0;
    while (start < text.length()) {
      int end = start;
      while (end < text.length() && text.charAt(end) != '\n' && text.charAt(end) != '\r') {
        end++;
      }
      int next = Math.min(end + 1, text.length());
      if (end + 1 < text.length() && text.charAt(end) == '\r' && text.charAt(end + 1) == '\n') {
        next = end + 2;
      }
      lines.add(of(lines.size() + 1, text.substring(start, next)));
      start = next;
    }
    return lines;
  }

  /** One line, its line end included. */
  static TextLine of(int number, String raw) {
    String text = stripped(raw);
    int spacedWords = 0;
    int unspaced = 0;
    boolean isInWord = false;
    Map<UnicodeScript, Integer> scripts = new EnumMap<>(UnicodeScript.class);
    for (int i = 0; i < text.length(); ) {
      int c = text.codePointAt(i);
      i += Character.charCount(c);
      boolean isMark = Character.getType(c) == Character.NON_SPACING_MARK;
      if (!Character.isLetterOrDigit(c) && !isMark) {
        isInWord = false;
        continue;
      }
      UnicodeScript script = UnicodeScript.of(c);
      if (Character.isLetter(c)) {
        scripts.merge(script, 1, Integer::sum);
      }
      if (isUnspaced(script)) {
        unspaced++;
        isInWord = false;
      } else if (!isInWord) {
        spacedWords++;
        isInWord = true;
      }
    }
    int weight = spacedWords + (int) Math.round(unspaced * WORDS_PER_UNSPACED_CHARACTER);
    return new TextLine(
        number, raw, text, MatchKey.of(text), weight, endsAsSentence(text), mostFrequent(scripts));
  }

  /** Whether nothing visible is on the line. */
  boolean isBlank() {
    return text.isEmpty();
  }

  /** The line as written, without its line end. */
  String withoutEnd() {
    int end = raw.length();
    while (end > 0 && (raw.charAt(end - 1) == '\n' || raw.charAt(end - 1) == '\r')) {
      end--;
    }
    return raw.substring(0, end);
  }

  private static boolean isUnspaced(UnicodeScript script) {
    return switch (script) {
      case HAN, HIRAGANA, KATAKANA, THAI, LAO, KHMER, MYANMAR, TIBETAN -> true;
      default -> false;
    };
  }

  private static UnicodeScript mostFrequent(Map<UnicodeScript, Integer> counts) {
    UnicodeScript most =
        counts.entrySet().stream()
            .max(Map.Entry.comparingByValue())
            .map(Map.Entry::getKey)
            .orElse(UnicodeScript.COMMON);
    // Quirk: Japanese mixes three scripts; to tell one language from another they are one.
    return most == UnicodeScript.HIRAGANA || most == UnicodeScript.KATAKANA
        ? UnicodeScript.HAN
        : most;
  }

  private static boolean endsAsSentence(String text) {
    int end = text.length();
    while (end > 0
        && (CLOSERS.indexOf(text.charAt(end - 1)) >= 0 || isInvisible(text.charAt(end - 1)))) {
      end--;
    }
    return end > 0 && SENTENCE_ENDS.indexOf(text.charAt(end - 1)) >= 0;
  }

  private static String stripped(String raw) {
    int start = 0;
    int end = raw.length();
    while (start < end && isInvisible(raw.charAt(start))) {
      start++;
    }
    while (end > start && isInvisible(raw.charAt(end - 1))) {
      end--;
    }
    return raw.substring(start, end);
  }

  private static boolean isInvisible(char c) {
    return Character.isWhitespace(c)
        || Character.isSpaceChar(c)
        || Character.isISOControl(c)
        || Character.getType(c) == Character.FORMAT;
  }
}
