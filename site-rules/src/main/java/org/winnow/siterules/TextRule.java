// SPDX-License-Identifier: Apache-2.0
package org.winnow.siterules;

/**
 * How a text is normalised beyond white space. Everything is kept as written by default.
 *
 * @param tatweel what becomes of U+0640
 * @param diacritics what becomes of Arabic vowel marks
 * @param digits what becomes of Arabic-Indic and Persian digits
 * @param quotes what becomes of typographic quotation marks
 */
public record TextRule(Tatweel tatweel, Diacritics diacritics, Digits digits, Quotes quotes) {

  /** Everything as written. */
  public static final TextRule KEEP =
      new TextRule(Tatweel.KEEP, Diacritics.KEEP, Digits.KEEP, Quotes.KEEP);

  /** U+0640; {@code RUNS} drops runs of two and more, which are ornament. */
  public enum Tatweel {
    KEEP,
    RUNS,
    DROP
  }

  public enum Diacritics {
    KEEP,
    DROP
  }

  public enum Digits {
    KEEP,
    LATIN
  }

  public enum Quotes {
    KEEP,
    STRAIGHT
  }
}
