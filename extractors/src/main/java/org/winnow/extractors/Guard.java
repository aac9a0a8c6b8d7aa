// SPDX-License-Identifier: Apache-2.0
package org.winnow.extractors;

import java.util.List;
import java.util.Locale;
import org.winnow.corpus.Label;

/**
 * Undoes a removal that takes too much of the body. A name or a phrase that takes more than this
 * has met an element that it does not mean; what it took comes back, and the blocks say so.
 */
final class Guard {
  /** The share of the body's characters that one name or one region may take. */
  static final double MOST = 0.4;

  private Guard() {}

  /** Drops those blocks, unless they are more than {@link #MOST} of the content. */
  static void drop(Labelling labelling, List<Integer> blocks, String reason) {
    int taken = 0;
    for (int i : blocks) {
      if (labelling.isContent(i)) {
        taken += labelling.page().text(i).length();
      }
    }
    int all = labelling.contentChars(0, labelling.size());
    if (taken <= all * MOST) {
      for (int i : blocks) {
        labelling.drop(i, reason);
      }
      return;
    }
    String undone =
        String.format(
            Locale.ROOT, "guard:%s undone, it would take %d %%", reason, taken * 100L / all);
    for (int i : blocks) {
      if (labelling.isContent(i)) {
        labelling.decide(i, Label.CONTENT, undone);
      }
    }
  }
}
