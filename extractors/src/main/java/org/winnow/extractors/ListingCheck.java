// SPDX-License-Identifier: Apache-2.0
package org.winnow.extractors;

import org.winnow.corpus.Label;

/**
 * Takes a page for a listing, and all of it for boilerplate, where what was chosen has no sentence
 * and is short, or stands in links. Lightly: a short article, a poem, a table passes.
 */
final class ListingCheck implements BlockLabeller {
  /** Lines without a full stop that weigh this much are a text of some kind: verses, a recipe. */
  private static final int ENOUGH_LINES = 200;

  /** Shorter than a paragraph of prose: a notice of one sentence is an article too. */
  private static final int SENTENCE = 50;

  static final String REASON = "structure:a listing, no run of prose";

  @Override
  public void label(Labelling labelling) {
    PageBlocks page = labelling.page();
    int weight = 0;
    int chars = 0;
    int linkChars = 0;
    for (int i = 0; i < page.size(); i++) {
      if (labelling.isContent(i)) {
        if (isSentence(page, i)) {
          return;
        }
        weight += page.figures().weight(i);
        chars += page.text(i).length();
        linkChars += page.block(i).linkChars();
      }
    }
    if (weight < ENOUGH_LINES || linkChars * 2 > chars) {
      for (int i = 0; i < page.size(); i++) {
        if (labelling.isContent(i)) {
          labelling.decide(i, Label.BOILERPLATE, REASON);
        }
      }
    }
  }

  private static boolean isSentence(PageBlocks page, int i) {
    return page.figures().weight(i) >= SENTENCE
        && page.figures().sentences(i) > 0
        && page.block(i).linkDensity() < 0.5;
  }
}
