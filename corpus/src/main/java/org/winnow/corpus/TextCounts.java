// SPDX-License-Identifier: Apache-2.0
package org.winnow.corpus;

import java.util.List;

/**
 * How much of a page's text was kept and removed.
 *
 * @param keptBlocks blocks that stand in the text
 * @param removedBlocks blocks that do not
 * @param keptChars their UTF-16 characters
 * @param removedChars theirs
 */
public record TextCounts(int keptBlocks, int removedBlocks, long keptChars, long removedChars) {

  /** The counts of those blocks. */
  public static TextCounts of(List<LabelledBlock> blocks) {
    int keptBlocks = 0;
    long keptChars = 0;
    long chars = 0;
    for (LabelledBlock block : blocks) {
      int length = block.block().text().length();
      chars += length;
      if (block.isContent()) {
        keptBlocks++;
        keptChars += length;
      }
    }
    return new TextCounts(keptBlocks, blocks.size() - keptBlocks, keptChars, chars - keptChars);
  }

  /** These and those together, as for a second page of the same article. */
  public TextCounts plus(TextCounts other) {
    return new TextCounts(
        keptBlocks + other.keptBlocks,
        removedBlocks + other.removedBlocks,
        keptChars + other.keptChars,
        removedChars + other.removedChars);
  }
}
