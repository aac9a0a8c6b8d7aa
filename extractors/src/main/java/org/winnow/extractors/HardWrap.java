// SPDX-License-Identifier: Apache-2.0
package org.winnow.extractors;

import java.util.List;

/** Tells a text whose paragraphs were broken into lines of some width, as mail and manuals are. */
final class HardWrap {

  /** Wider lines are paragraphs. */
  private static final int WIDEST = 110;

  /** Narrower ones are verses and lists. */
  private static final int NARROWEST = 50;

  /** So many lines nearly reach the width... */
  private static final int FULL_LINES = 8;

  /** ...and so many of all: a third. Paragraphs end in shorter lines, and lists stand between. */
  private static final double SHARE_OF_FULL_LINES = 0.33;

  /** Nearly: the next word did not fit. */
  private static final double FULL = 0.8;

  private HardWrap() {}

  /** Whether paragraphs are broken into lines there. */
  static boolean isIn(List<TextLine> lines) {
    int width = lines.stream().mapToInt(line -> line.text().length()).max().orElse(0);
    if (width > WIDEST || width < NARROWEST) {
      return false;
    }
    int full = 0;
    int open = 0;
    for (TextLine line : lines) {
      if (line.text().length() >= FULL * width) {
        full++;
        open += line.isFinished() ? 0 : 1;
      }
    }
    return full >= FULL_LINES && full >= SHARE_OF_FULL_LINES * lines.size() && open * 2 > full;
  }
}
