// SPDX-License-Identifier: Apache-2.0
package org.winnow.extractors;

/** Where a text's paragraphs of prose begin and end. */
final class Prose {
  /** A paragraph of about a dozen words is one, in any script. */
  private static final int SHORTEST = 80;

  private Prose() {}

  /** Whether that block is long, has a sentence's end in it, and is not mostly links. */
  static boolean is(PageBlocks page, int block) {
    return page.figures().weight(block) >= SHORTEST
        && page.figures().sentences(block) > 0
        && page.block(block).linkDensity() < 0.5;
  }

  /** The first content block that is prose, or -1. */
  static int first(Labelling labelling) {
    for (int i = 0; i < labelling.size(); i++) {
      if (labelling.isContent(i) && is(labelling.page(), i)) {
        return i;
      }
    }
    return -1;
  }

  /** The last content block that is prose, or -1. */
  static int last(Labelling labelling) {
    for (int i = labelling.size() - 1; i >= 0; i--) {
      if (labelling.isContent(i) && is(labelling.page(), i)) {
        return i;
      }
    }
    return -1;
  }
}
