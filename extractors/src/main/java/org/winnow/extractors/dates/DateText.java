// SPDX-License-Identifier: Apache-2.0
package org.winnow.extractors.dates;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * The words and numbers of a text that may name a date, folded so that spellings of one name agree:
 * lower case, without accents, harakat, tatweel and direction marks, hamza on its carrier, Persian
 * letters as Arabic ones, digits of every script and numerals of Han and Hebrew as numbers.
 */
final class DateText {
  /** What is read of a text: a date has fewer characters than this, with its label and time. */
  private static final int MAX_CHARS = 300;

  /**
   * A word or a number.
   *
   * @param word the folded word; empty for a number
   * @param number the number's value
   * @param digits how many digits the number was written with; 0 for a word
   * @param gap what stands between this and the one before, white space collapsed
   */
  record Token(String word, long number, int digits, String gap) {

    boolean isNumber() {
      return digits > 0;
    }

    boolean isNumber(int fewest, int most) {
      return digits >= fewest && digits <= most;
    }
  }

  private DateText() {}

  /** The text's tokens, in their order. */
  static List<Token> tokens(String text) {
    String start = text.substring(0, Math.min(text.length(), MAX_CHARS));
    String folded = fold(Numerals.asDigits(start));
    List<Token> tokens = new ArrayList<>();
    int gap = 0;
    int at = 0;
    while (at < folded.length()) {
      int begin = at;
      if (isDigit(folded.charAt(at))) {
        long number = 0;
        while (at < folded.length() && isDigit(folded.charAt(at))) {
          number = Math.min(number * 10 + Character.digit(folded.charAt(at), 10), 1L << 50);
          at++;
        }
        tokens.add(new Token("", number, at - begin, folded.substring(gap, begin)));
        gap = at;
      } else if (isLetter(folded.charAt(at))) {
        while (at < folded.length() && isLetter(folded.charAt(at))) {
          at++;
        }
        tokens.add(new Token(folded.substring(begin, at), 0, 0, folded.substring(gap, begin)));
        gap = at;
      } else {
        at++;
      }
    }
    return tokens;
  }

  /** A name as {@link #tokens} has it: its words and numbers with single spaces between. */
  static String key(String name) {
    StringBuilder key = new StringBuilder();
    for (Token token : tokens(name)) {
      key.append(key.isEmpty() ? "" : " ")
          .append(token.isNumber() ? Long.toString(token.number()) : token.word());
    }
    return key.toString();
  }

  /** The text as the tokens' words are folded, white space collapsed. */
  static String fold(String text) {
    String decomposed = Normalizer.normalize(text, Normalizer.Form.NFKD).toLowerCase(Locale.ROOT);
    StringBuilder folded = new StringBuilder(decomposed.length());
    for (int i = 0; i < decomposed.length(); i++) {
      char c = decomposed.charAt(i);
      if (isAccent(c) || Character.getType(c) == Character.FORMAT || c == 'ـ') {
        continue;
      }
      char plain = plain(c);
      if (plain != ' ' || folded.isEmpty() || folded.charAt(folded.length() - 1) != ' ') {
        folded.append(plain);
      }
    }
    return Normalizer.normalize(folded, Normalizer.Form.NFC);
  }

  /** Marks that spellings may leave out; those of Indic and Thai letters are letters themselves. */
  private static boolean isAccent(char c) {
    return Character.getType(c) == Character.NON_SPACING_MARK && (c < 0x700 || c >= 0xFE00);
  }

  private static char plain(char c) {
    return switch (c) {
      case 'ى', 'ی' -> 'ي';
      case 'ک' -> 'ك';
      case 'ة', 'ە', 'ہ', 'ھ' -> 'ه';
      case 'ٱ' -> 'ا';
      case 'ı' -> 'i';
      case 'ł' -> 'l';
      case 'đ' -> 'd';
      case 'ø' -> 'o';
      case '‐', '‑', '–', '—', '−' -> '-';
      default -> Character.isWhitespace(c) ? ' ' : c;
    };
  }

  private static boolean isDigit(char c) {
    return Character.digit(c, 10) >= 0 && !(c >= 'a' && c <= 'z');
  }

  private static boolean isLetter(char c) {
    int type = Character.getType(c);
    return Character.isLetter(c)
        || type == Character.COMBINING_SPACING_MARK
        || type == Character.NON_SPACING_MARK;
  }
}
