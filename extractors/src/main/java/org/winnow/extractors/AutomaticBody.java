// SPDX-License-Identifier: Apache-2.0
package org.winnow.extractors;

import java.util.BitSet;
import org.winnow.corpus.Label;
import org.winnow.extractors.boilerpipe.BoilerpipeDecision;

/** Chooses the body where no rule says where it is. */
final class AutomaticBody implements BlockLabeller {
  @Override
  public void label(Labelling labelling) {
    PageBlocks page = labelling.page();
    double[] scores = BlockScores.of(page);
    ContentRegion region = ContentRegion.of(page, scores);
    ContentRegion run = ContentRegion.segment(page, scores);
    BitSet dense = BoilerpipeDecision.contentOf(page.blocks());
    labelling.dense(dense);
    String where = ElementPath.step(page.elements().element(region.element()));
    for (int i = 0; i < page.size(); i++) {
      if (i < region.first() || i >= region.end()) {
        labelling.decide(i, Label.BOILERPLATE, "auto:outside " + where);
      } else {
        labelling.decide(i, Label.CONTENT, "auto:inside " + where);
        if (page.block(i).linkDensity() > 0.6) {
          labelling.drop(i, "structure:links");
        } else if (i >= run.end() && !dense.isEmpty() && !dense.get(i) && !isItem(page, i)) {
          labelling.drop(i, "boilerpipe:low text density");
        }
      }
    }
  }

  /** Items of a list without links are as short within a text as elsewhere. */
  private static boolean isItem(PageBlocks page, int i) {
    return page.block(i).tag().equals("li") && page.block(i).linkChars() == 0;
  }
}
