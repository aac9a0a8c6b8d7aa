// SPDX-License-Identifier: Apache-2.0
package org.winnow.extractors;

import java.text.Normalizer;

/** Texts in the form that the corpus has: white space collapsed, no direction marks, NFC. */
final class CleanText {
  private CleanText() {}

  /** That text, cleaned; empty if nothing is left of it. */
  static String of(String text) {
    StringBuilder clean = new StringBuilder(text.length());
    boolean hasSpace = false;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (Characters.isSpace(c)) {
        hasSpace = true;
      } else if (Characters.isText(c)) {
        if (hasSpace && !clean.isEmpty()) {
          clean.append(' ');
        }
        hasSpace = false;
        clean.append(c);
      }
    }
    return normal(clean.toString());
  }

  /** A text of so many of these characters, in NFC. */
  static String normal(char[] chars, int length) {
    String text = new String(chars, 0, length);
    for (int i = 0; i < length; i++) {
      if (isDoubtful(chars[i])) {
        return normal(text);
      }
    }
    return text;
  }

  /** That text in NFC. */
  static String normal(String text) {
    return isSurelyNormal(text) || Normalizer.isNormalized(text, Normalizer.Form.NFC)
        ? text
        : Normalizer.normalize(text, Normalizer.Form.NFC);
  }

  /** Nothing below the first combining mark can be composed. */
  private static boolean isSurelyNormal(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (isDoubtful(text.charAt(i))) {
        return false;
      }
    }
    return true;
  }

  private static boolean isDoubtful(char c) {
    return c >= 0x300 && (c < 0x2010 || c > 0x2027);
  }
}
