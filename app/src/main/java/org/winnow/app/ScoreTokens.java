// SPDX-License-Identifier: Apache-2.0
package org.winnow.app;

import java.lang.Character.UnicodeScript;
import java.util.ArrayList;
import java.util.List;

/**
 * The tokens in which texts are compared: runs of letters and numbers, as written, case and Arabic
 * spelling included (what Python's {@code [^\W_]+} finds; combining marks separate, so vowel marks
 * never count). Scripts without spaces between words (Han, kana, Thai, Lao, Khmer, Burmese) give
 * one token a character; Hangul, which has spaces, gives words.
 */
public final class ScoreTokens {
  private ScoreTokens() {}

  /** The tokens of that text, in order. */
  public static List<String> of(String text) {
    List<String> tokens = new ArrayList<>(text.length() / 5 + 1);
    int start = -1;
    for (int i = 0; i < text.length(); ) {
      int c = text.codePointAt(i);
      int next = i + Character.charCount(c);
      boolean isAlone = isLetterOrNumber(c) && isUnspaced(c);
      if (isAlone || !isLetterOrNumber(c)) {
        if (start >= 0) {
          tokens.add(text.substring(start, i));
        }
        start = -1;
        if (isAlone) {
          tokens.add(text.substring(i, next));
        }
      } else if (start < 0) {
        start = i;
      }
      i = next;
    }
    if (start >= 0) {
      tokens.add(text.substring(start));
    }
    return tokens;
  }

  /**
   * Every run of four tokens, joined by spaces; the whole text where it has fewer than four, and
   * nothing where it has none.
   */
  public static List<String> shingles(List<String> tokens) {
    if (tokens.isEmpty()) {
      return List.of();
    }
    if (tokens.size() <= 4) {
      return List.of(String.join(" ", tokens));
    }
    List<String> shingles = new ArrayList<>(tokens.size() - 3);
    for (int i = 0; i + 4 <= tokens.size(); i++) {
      shingles.add(String.join(" ", tokens.subList(i, i + 4)));
    }
    return shingles;
  }

  private static boolean isLetterOrNumber(int c) {
    if (Character.isLetterOrDigit(c)) {
      return true;
    }
    int type = Character.getType(c);
    return type == Character.LETTER_NUMBER || type == Character.OTHER_NUMBER;
  }

  private static boolean isUnspaced(int c) {
    if (c < 0x0E00) {
      return false;
    }
    return switch (UnicodeScript.of(c)) {
      case HAN, HIRAGANA, KATAKANA, THAI, LAO, KHMER, MYANMAR -> true;
      default -> false;
    };
  }
}
