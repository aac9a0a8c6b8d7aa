// SPDX-License-Identifier: Apache-2.0
package org.winnow.extractors;

import java.util.HashMap;
import java.util.Map;

/**
 * Lines that a page says again and again: short ones from the third time on are labels of parts or
 * buttons, all of them; of a long one that occurs again only the first is text, the others are
 * there for other widths of screen.
 */
final class RepeatedLines {
  private static final int SHORT = 60;
  private static final int OFTEN = 3;

  private final PageBlocks page;
  private final Map<String, Integer> counts = new HashMap<>();
  private final Map<String, Integer> firsts = new HashMap<>();

  /** Those among the page's content. */
  RepeatedLines(Labelling labelling) {
    this(labelling, false);
  }

  /**
   * @param isWhole whether short lines are counted on all of the page, and not only in its content
   */
  RepeatedLines(Labelling labelling, boolean isWhole) {
    page = labelling.page();
    for (int i = 0; i < page.size(); i++) {
      boolean isShort = page.figures().weight(i) <= SHORT;
      if (labelling.isContent(i) || (isWhole && isShort)) {
        counts.merge(page.text(i), 1, Integer::sum);
        firsts.putIfAbsent(page.text(i), i);
      }
    }
  }

  /** Whether that block is a repetition. */
  boolean has(int block) {
    String text = page.text(block);
    return page.figures().weight(block) <= SHORT
        ? counts.getOrDefault(text, 0) >= OFTEN
            && !page.figures().has(block, Cues.TABLE)
            && !page.block(block).isHeading()
        : firsts.getOrDefault(text, block) != block;
  }
}
