// SPDX-License-Identifier: Apache-2.0
package org.winnow.extractors;

/** Counts what the characters of one text are, in one pass. For one text after the other. */
final class TextCount {
  private int weight;
  private int clauses;
  private int sentences;
  private int letters;
  private int digits;
  private int capitals;
  private int signs;
  private int halfWords;
  private boolean isInWord;
  private long hash;

  /** Counts that text, and forgets the one before. */
  void of(String text) {
    of(text.toCharArray(), text.length());
  }

  /** Counts a text of so many characters. */
  void of(char[] text, int length) {
    weight = length;
    clauses = 0;
    sentences = 0;
    letters = 0;
    digits = 0;
    capitals = 0;
    signs = 0;
    halfWords = 0;
    isInWord = false;
    hash = 7;
    for (int i = 0; i < length; i++) {
      char c = text[i];
      if (c >= 'a' && c <= 'z') {
        letter(c, 2);
      } else if (c == ' ') {
        isInWord = false;
      } else if (c >= 'A' && c <= 'Z') {
        capitals++;
        letter((char) (c + 32), 2);
      } else if (c >= '0' && c <= '9') {
        digits++;
        word(2);
      } else {
        other(text, length, i);
      }
    }
  }

  private void letter(char small, int halves) {
    letters++;
    hash = hash * 31 + small;
    word(halves);
  }

  private void word(int halves) {
    if (!isInWord) {
      halfWords += halves;
      isInWord = true;
    }
  }

  private void other(char[] text, int length, int i) {
    char c = text[i];
    if (Characters.isIdeograph(c)) {
      weight += 2;
      letters++;
      hash = hash * 31 + c;
      ideographWord(c, Character.isLetterOrDigit(c));
    } else if (Characters.partsClauses(c)) {
      clauses++;
      ideographWord(c, false);
    } else if (Characters.endsSentence(c)) {
      sentences += isStop(text, length, i) ? 1 : 0;
      ideographWord(c, false);
    } else if (Character.isLetter(c)) {
      capitals += Character.isUpperCase(c) ? 1 : 0;
      letters++;
      hash = hash * 31 + Character.toLowerCase(c);
      ideographWord(c, true);
    } else if (Character.isDigit(c)) {
      digits++;
      ideographWord(c, true);
    } else {
      signs++;
      ideographWord(c, false);
    }
  }

  /** Two ideographs or kana are a word; an Arabic word with its prefixes is one and a half. */
  private void ideographWord(char c, boolean isLetterOrDigit) {
    if (c >= 0x3040 && c <= 0x9FFF) {
      halfWords++;
      isInWord = false;
    } else if (isLetterOrDigit) {
      word(c >= 0x600 && c <= 0x6FF ? 3 : 2);
    }
  }

  /** Neither a point within a number or a name, nor an ellipsis: teasers end in those. */
  private static boolean isStop(char[] text, int length, int i) {
    if (text[i] != '.') {
      return text[i] != '…';
    }
    boolean isFollowed = i + 1 < length && text[i + 1] != ' ' && !Characters.closes(text[i + 1]);
    return !isFollowed && (i == 0 || text[i - 1] != '.');
  }

  /**
   * The text's length, comparable between scripts: a character, or three for an ideograph, a kana
   * or a syllable of Hangul (an English word takes about six characters, a Chinese one two).
   */
  int weight() {
    return weight;
  }

  /** How many commas and semicolons it has. */
  int clauses() {
    return clauses;
  }

  /** How many sentences end in it. */
  int sentences() {
    return sentences;
  }

  int letters() {
    return letters;
  }

  int digits() {
    return digits;
  }

  int capitals() {
    return capitals;
  }

  /** How many of its characters are neither letters, digits, spaces, nor ends of clauses. */
  int signs() {
    return signs;
  }

  /** The words that a reader of English would count; one at least. */
  int words() {
    return Math.max(1, (halfWords + 1) / 2);
  }

  /** A hash of its letters in lower case: of texts that differ in digits and signs only, equal. */
  long hash() {
    return hash;
  }
}
