// SPDX-License-Identifier: Apache-2.0
package org.winnow.extractors;

import org.winnow.corpus.Label;

/**
 * Says of what is no content what it is: comments, captions, related articles, bylines, and of the
 * rest what its place gives away. Drops what is no text in any language: lines without a letter or
 * digit, lines that the page says again and again.
 */
final class BlockKinds implements BlockLabeller {
  private static final double LINKS = 0.6;

  @Override
  public void label(Labelling labelling) {
    PageBlocks page = labelling.page();
    RepeatedLines repeated = new RepeatedLines(labelling, true);
    for (int i = 0; i < page.size(); i++) {
      int cues = page.figures().around(i) & Cues.AGAINST;
      if (labelling.isContent(i)) {
        if (page.figures().letters(i) == 0 && page.figures().digits(i) == 0) {
          labelling.drop(i, "structure:no letters");
        } else if (repeated.has(i)) {
          labelling.drop(i, "structure:repeated");
        }
      } else if (cues != 0) {
        labelling.decide(i, kind(cues), CueNames.reason(cues));
      } else if (page.block(i).linkDensity() > LINKS) {
        labelling.decide(i, Label.BOILERPLATE, "structure:links");
      }
    }
  }

  private static Label kind(int cues) {
    if ((cues & Cues.COMMENTS) != 0) {
      return Label.COMMENT;
    }
    if ((cues & Cues.CAPTION) != 0) {
      return Label.CAPTION;
    }
    if ((cues & Cues.RELATED) != 0) {
      return Label.RELATED;
    }
    return (cues & Cues.META) != 0 ? Label.BYLINE : Label.BOILERPLATE;
  }
}
