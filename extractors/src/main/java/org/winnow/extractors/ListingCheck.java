// SPDX-License-Identifier: Apache-2.0
package org.winnow.extractors;

import org.winnow.corpus.Label;

/**
 * Takes a page for a listing, and all of it for boilerplate, where what was chosen has no run of
 * prose: nothing but short lines, or nothing but teasers under linked headings. Lightly: a short
 * article, a poem, or a page that calls itself an article and has a paragraph, passes.
 */
final class ListingCheck implements BlockLabeller {
  /** Lines without a full stop that weigh this much are a text of some kind: verses, a recipe. */
  private static final int ENOUGH_LINES = 200;

  /** Shorter than a paragraph of prose: a notice of one sentence is an article too. */
  private static final int SENTENCE = 50;

  private static final int TEASERS = 3;

  @Override
  public void label(Labelling labelling) {
    PageBlocks page = labelling.page();
    int prose = 0;
    int teasers = 0;
    int weight = 0;
    for (int i = 0; i < page.size(); i++) {
      if (labelling.isContent(i)) {
        weight += page.figures().weight(i);
        if (isSentence(page, i)) {
          prose++;
          teasers += i > 0 && page.block(i - 1).linkDensity() > 0.7 ? 1 : 0;
        }
      }
    }
    boolean hasOnlyTeasers = prose >= TEASERS && teasers == prose;
    if ((prose == 0 && weight < ENOUGH_LINES) || hasOnlyTeasers) {
      for (int i = 0; i < page.size(); i++) {
        if (labelling.isContent(i)) {
          labelling.decide(i, Label.BOILERPLATE, "structure:a listing, no run of prose");
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
