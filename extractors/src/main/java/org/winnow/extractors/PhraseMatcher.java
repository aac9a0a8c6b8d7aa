// SPDX-License-Identifier: Apache-2.0
package org.winnow.extractors;

import java.util.Optional;
import org.winnow.siterules.PhraseHit;
import org.winnow.siterules.PhraseLists;

/**
 * Asks the phrase lists about a line of text, and about what is left of a short one without
 * counts: {@code Comments (12)}.
 */
final class PhraseMatcher {

  /** A phrase with a count is a short line. */
  private static final int COUNTED_WORDS = 5;

  private final PhraseLists phrases;

  PhraseMatcher(PhraseLists phrases) {
    this.phrases = phrases;
  }

  /** What the lists know of that line, or empty. */
  Optional<PhraseHit> match(TextLine line) {
    Optional<PhraseHit> whole = phrases.match(line.text(), 0);
    if (whole.isPresent()) {
      return whole;
    }
    if (line.weight() <= COUNTED_WORDS) {
      String words = withoutCounts(line.text());
      if (!words.equals(line.text())) {
        return phrases.match(words, 0);
      }
    }
    return Optional.empty();
  }

  private static String withoutCounts(String text) {
    StringBuilder words = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (!Character.isDigit(c) && "()[]،,.".indexOf(c) < 0) {
        words.append(c);
      }
    }
    return words.toString().strip();
  }
}
