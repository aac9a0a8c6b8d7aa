// SPDX-License-Identifier: Apache-2.0
package org.winnow.siterules;

/** One phrase of a list, in the language's own spelling, and how it matches. */
record Phrase(String language, Preset preset, Mode mode, String text) {

  /** How a phrase matches; the head of {@code phrases/ar.txt} says it in full. */
  enum Mode {
    LINE('='),
    HEADING('!'),
    OPENING('^'),
    LABEL(':'),
    ABOVE('<');

    private final char sign;

    Mode(char sign) {
      this.sign = sign;
    }

    static Mode of(char sign) {
      for (Mode mode : values()) {
        if (mode.sign == sign) {
          return mode;
        }
      }
      throw new IllegalArgumentException("not a mode of a phrase: " + sign);
    }

    boolean isWholeLine() {
      return this == LINE || this == HEADING || this == ABOVE;
    }
  }

  PhraseHit hit() {
    return new PhraseHit(
        preset,
        mode == Mode.HEADING,
        mode == Mode.ABOVE ? Zone.HEAD : Zone.ANYWHERE,
        language + "/" + preset.key() + " " + text);
  }
}
