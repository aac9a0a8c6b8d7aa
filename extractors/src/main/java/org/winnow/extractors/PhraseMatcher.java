// SPDX-License-Identifier: Apache-2.0
package org.winnow.extractors;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import java.util.Optional;
import org.winnow.siterules.PhraseHit;
import org.winnow.siterules.PhraseLists;

/**
 * Asks the phrase lists about a line of text, and about what is left of a short one without counts:
 * {@code Comments (12)}.
 */
final class PhraseMatcher {

  /** A phrase with a count is a short line. */
  private static final int COUNTED_WORDS = 5;

  private static final Pattern COUNTED =
      Pattern.compile("(?:\\p{Nd}+ )?(\\p{L}.*?)[ :]*(?:\\(\\p{Nd}+\\)|\\[\\p{Nd}+\\]| \\p{Nd}+)?");

  private final PhraseLists phrases;

  PhraseMatcher(PhraseLists phrases) {
    this.phrases = phrases;
  }

  /** What the lists know of that line, or empty. */
  Optional<PhraseHit> match(TextLine line) {
    if (isTableRow(line.text()) || isQuoted(line.text())) {
      return Optional.empty();
    }
    Optional<PhraseHit> whole = phrases.match(line.text());
    if (whole.isPresent() || line.weight() > COUNTED_WORDS) {
      return whole;
    }
    Matcher counted = COUNTED.matcher(line.text());
    return counted.matches() ? phrases.match(counted.group(1)) : whole;
  }

  /** What somebody says; in stories people say "No, thanks" and "Share?". */
  private static boolean isQuoted(String text) {
    return !text.isEmpty() && "\"“”„«‘「『".indexOf(text.charAt(0)) >= 0;
  }

  private static boolean isTableRow(String text) {
    int bar = text.indexOf('|');
    return text.indexOf('\t') >= 0 || (bar >= 0 && text.indexOf('|', bar + 1) >= 0);
  }
}
