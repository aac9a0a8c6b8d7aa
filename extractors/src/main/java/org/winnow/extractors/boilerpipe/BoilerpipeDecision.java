// SPDX-License-Identifier: Apache-2.0
package org.winnow.extractors.boilerpipe;

import de.l3s.boilerpipe.BoilerpipeProcessingException;
import de.l3s.boilerpipe.document.TextBlock;
import de.l3s.boilerpipe.document.TextDocument;
import de.l3s.boilerpipe.extractors.ArticleExtractor;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.function.IntUnaryOperator;
import org.winnow.corpus.Block;

/**
 * Asks Boilerpipe's article extractor about blocks that Winnow has made. Boilerpipe sees hand-made
 * text blocks whose offsets are the blocks' positions, so its answer holds for them one by one.
 * Safe for use by several threads.
 */
public final class BoilerpipeDecision {
  /** The library's time grows faster than the number of blocks; longer pages are lists. */
  private static final int MOST_BLOCKS = 3_000;

  /** Boilerpipe measures density in words per line of this length. */
  private static final int LINE = 80;

  /** Only of blocks with fewer words does Boilerpipe read the text: they may end the article. */
  private static final int SHORT = 15;

  /** Boilerpipe adds those of a block to those of the one before: nothing, to this very set. */
  private static final BitSet NO_TAGS = new BitSet();

  private BoilerpipeDecision() {}

  /**
   * The positions of the blocks that Boilerpipe takes for the article; empty if it finds none, or
   * if the page is too long for it.
   *
   * @param words how many words each block has, as a reader of English would count: Boilerpipe's
   *     thresholds are English
   */
  public static BitSet contentOf(List<Block> blocks, IntUnaryOperator words) {
    BitSet content = new BitSet(blocks.size());
    if (blocks.isEmpty() || blocks.size() > MOST_BLOCKS) {
      return content;
    }
    List<TextBlock> textBlocks = new ArrayList<>(blocks.size());
    for (Block block : blocks) {
      textBlocks.add(textBlock(block, words.applyAsInt(block.index())));
    }
    TextDocument document = new TextDocument(textBlocks);
    try {
      ArticleExtractor.INSTANCE.process(document);
    } catch (BoilerpipeProcessingException e) {
      return content;
    }
    for (TextBlock block : document.getTextBlocks()) {
      if (block.isContent()) {
        content.set(block.getOffsetBlocksStart(), block.getOffsetBlocksEnd() + 1);
      }
    }
    return content;
  }

  private static TextBlock textBlock(Block block, int words) {
    int length = block.text().length();
    int linked = (int) Math.round(words * block.linkDensity());
    int wrapped = length / LINE;
    int wordsInLines =
        wrapped == 0 ? 0 : (int) Math.round((double) words * wrapped * LINE / length);
    String read = words < SHORT ? block.text() : "";
    return new TextBlock(read, NO_TAGS, words, linked, wordsInLines, wrapped, block.index());
  }
}
