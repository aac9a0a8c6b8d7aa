// SPDX-License-Identifier: Apache-2.0
package org.winnow.extractors;

import org.winnow.siterules.TextRule;
import org.winnow.siterules.TextRule.Diacritics;
import org.winnow.siterules.TextRule.Digits;
import org.winnow.siterules.TextRule.Quotes;
import org.winnow.siterules.TextRule.Tatweel;

/** Changes a text as far as its rule asks. */
final class TextNormaliser {
  private static final char TATWEEL = '\u0640';

  private TextNormaliser() {}

  /** The text as that rule wants it. */
  static String normalise(String text, TextRule rule) {
    if (rule.equals(TextRule.KEEP)) {
      return text;
    }
    StringBuilder normalised = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean isDropped =
          c == TATWEEL
              ? dropsTatweel(text, i, rule.tatweel())
              : rule.diacritics() == Diacritics.DROP && isVowelMark(c);
      if (!isDropped) {
        normalised.append(replaced(c, rule));
      }
    }
    return normalised.toString();
  }

  private static boolean dropsTatweel(String text, int at, Tatweel rule) {
    boolean isInRun =
        (at > 0 && text.charAt(at - 1) == TATWEEL)
            || (at + 1 < text.length() && text.charAt(at + 1) == TATWEEL);
    return rule == Tatweel.DROP || (rule == Tatweel.RUNS && isInRun);
  }

  private static boolean isVowelMark(char c) {
    return (c >= 0x64B && c <= 0x652) || c == 0x670;
  }

  private static char replaced(char c, TextRule rule) {
    if (rule.digits() == Digits.LATIN) {
      if (c >= 0x660 && c <= 0x669) {
        return (char) (c - 0x660 + '0');
      }
      if (c >= 0x6F0 && c <= 0x6F9) {
        return (char) (c - 0x6F0 + '0');
      }
    }
    if (rule.quotes() == Quotes.STRAIGHT) {
      return switch (c) {
        case '“', '”', '„', '‟', '«', '»' -> '"';
        case '‘', '’', '‚', '‛', '‹', '›' -> '\'';
        default -> c;
      };
    }
    return c;
  }
}
