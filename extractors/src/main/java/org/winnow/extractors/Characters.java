// SPDX-License-Identifier: Apache-2.0
package org.winnow.extractors;

/** Classes of characters that blocks are measured by, in any script. */
final class Characters {
  private Characters() {}

  /** Whether it ends a sentence: the full stops, question and exclamation marks of all scripts. */
  static boolean endsSentence(char c) {
    return switch (c) {
      case '.', '!', '?', '…', '؟', '۔', '。', '！', '？', '．', '।', '॥', '።', '︒', '｡' -> true;
      default -> false;
    };
  }

  /** Whether it parts clauses: the commas and semicolons of all scripts. */
  static boolean partsClauses(char c) {
    return switch (c) {
      case ',', ';', '،', '؛', '、', '，', '；', '､', '፣', '፤', '·' -> true;
      default -> false;
    };
  }

  /** Whether it may stand behind a sentence's end: closing quotation marks and brackets. */
  static boolean closes(char c) {
    return switch (c) {
      case '"', '\'', '”', '’', '»', '“', '‹', '›', '«', ')', ']', '」', '』', '）', '】' -> true;
      default -> false;
    };
  }

  /** Whether one character of that script says about as much as three letters do. */
  static boolean isIdeograph(char c) {
    return (c >= 0x3040 && c <= 0x30FF)
        || (c >= 0x3400 && c <= 0x9FFF)
        || (c >= 0xAC00 && c <= 0xD7AF)
        || (c >= 0xF900 && c <= 0xFAFF);
  }

  /** Whether it is a space of any width, a line break or a control. */
  static boolean isSpace(char c) {
    if (c <= ' ') {
      return true;
    }
    if (c < 0x1680) {
      return c == 0xA0;
    }
    return (c >= 0x2000 && c <= 0x200A)
        || c == 0x3000
        || c == 0x2028
        || c == 0x2029
        || c == 0x202F
        || c == 0x205F
        || c == 0x1680;
  }

  /** Whether it only steers the direction of writing, or marks the order of bytes. */
  static boolean isDirection(char c) {
    return c == 0x61C
        || c == 0x200E
        || c == 0x200F
        || (c >= 0x202A && c <= 0x202E)
        || (c >= 0x2066 && c <= 0x2069)
        || c == 0xFEFF;
  }

  /** Whether it belongs into a text: no control, no mark of direction. */
  static boolean isText(char c) {
    return !isDirection(c) && (c < 0x7F || c > 0x9F);
  }

  /** Whether it belongs into a text and is no space. */
  static boolean isInWord(char c) {
    return (c > ' ' && c < 0x7F) || (!isSpace(c) && isText(c));
  }

  /** Whether a text as a whole ends like a sentence; closing quotes are looked through. */
  static boolean endsLikeSentence(CharSequence text) {
    int i = text.length() - 1;
    while (i > 0 && (closes(text.charAt(i)) || isSpace(text.charAt(i)))) {
      i--;
    }
    return i >= 0 && endsSentence(text.charAt(i));
  }
}
