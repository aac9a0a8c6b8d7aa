// SPDX-License-Identifier: Apache-2.0
package org.winnow.extractors;

import org.winnow.siterules.MatchKey;

/** The lines at a text's beginning that say its headline again. */
final class HeadlineLines {
  /** How many blocks behind the first paragraph still are the text's beginning. */
  private static final int HEAD = 3;

  private HeadlineLines() {}

  /** Drops content that equals the headline, folded, at the beginning of the text. */
  static void dropRepeated(Labelling labelling, String headline, int chosen, int body) {
    for (int i = 0; i < Math.min(body + HEAD, labelling.size()); i++) {
      if (i != chosen
          && labelling.isContent(i)
          && MatchKey.of(labelling.page().text(i)).equals(headline)) {
        labelling.drop(i, "headline:repeated");
      }
    }
  }

  /** The first content block that is prose; else the first content block; else -1. */
  static int firstProse(Labelling labelling) {
    int first = -1;
    for (int i = 0; i < labelling.size(); i++) {
      if (labelling.isContent(i)) {
        if (first < 0) {
          first = i;
        }
        if (Prose.is(labelling.page(), i)) {
          return i;
        }
      }
    }
    return first;
  }
}
