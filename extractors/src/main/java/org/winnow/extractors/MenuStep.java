// SPDX-License-Identifier: Apache-2.0
package org.winnow.extractors;

/**
 * Removes menus before and after the prose: runs of short lines without sentences, of which some
 * are known as boilerplate already. A poem or a list of names has none of those.
 */
final class MenuStep implements LineStep {

  /** Fewer lines may be a headline with what stands around it. */
  private static final int LINES = 6;

  /** An entry of a menu. */
  private static final int WORDS = 3;

  /** So many of a run's lines must be known... */
  private static final int KNOWN = 2;

  /** ...and so many of all: every so-manieth line. */
  private static final int KNOWN_OF = 10;

  @Override
  public void label(LineSheet sheet) {
    int from = 0;
    for (int i = 0; i <= sheet.size(); i++) {
      if (i == sheet.size() || !isEntry(sheet, i)) {
        run(sheet, from, i);
        from = i + 1;
      }
    }
  }

  private static boolean isEntry(LineSheet sheet, int i) {
    return sheet.isOutside(i)
        && (!sheet.isKept(i) || (sheet.line(i).weight() <= WORDS && !sheet.line(i).isFinished()));
  }

  private static void run(LineSheet sheet, int from, int to) {
    int known = 0;
    for (int i = from; i < to; i++) {
      known += sheet.isKept(i) ? 0 : 1;
    }
    if (to - from < LINES || known < KNOWN || known * KNOWN_OF < to - from) {
      return;
    }
    // The line next to the prose may be the headline, however short.
    int last = to < sheet.size() && sheet.isProse(to) ? to - 1 : to;
    for (int i = from; i < last; i++) {
      sheet.remove(i, "menu:short lines among boilerplate");
    }
  }
}
