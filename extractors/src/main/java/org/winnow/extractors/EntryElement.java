// SPDX-License-Identifier: Apache-2.0
package org.winnow.extractors;

import java.util.BitSet;

/** The element with the most prose among those whose own names or tags have certain cues. */
final class EntryElement {
  private EntryElement() {}

  /** Its blocks; empty where no such element holds prose. */
  static BitSet of(PageBlocks page, int cues) {
    long[] prose = new long[page.size() + 1];
    for (int i = 0; i < page.size(); i++) {
      prose[i + 1] = prose[i] + (Prose.is(page, i) ? page.figures().weight(i) : 0);
    }
    ElementTable elements = page.elements();
    int best = -1;
    long most = 0;
    for (int e = 0; e < elements.size(); e++) {
      if ((elements.allCues(e) & cues) != 0 && elements.isBlockLevel(e)) {
        long held = prose[elements.end(e)] - prose[elements.first(e)];
        // of nested ones the innermost that loses next to nothing
        if (held > most || (held > 0 && held >= most * 0.9)) {
          best = e;
          most = Math.max(most, held);
        }
      }
    }
    BitSet blocks = new BitSet();
    if (best >= 0) {
      blocks.set(elements.first(best), elements.end(best));
    }
    return blocks;
  }
}
