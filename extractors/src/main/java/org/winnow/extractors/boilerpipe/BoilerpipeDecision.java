// SPDX-License-Identifier: Apache-2.0
package org.winnow.extractors.boilerpipe;

import de.l3s.boilerpipe.BoilerpipeProcessingException;
import de.l3s.boilerpipe.document.TextBlock;
import de.l3s.boilerpipe.document.TextDocument;
import de.l3s.boilerpipe.extractors.ArticleExtractor;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
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

  private BoilerpipeDecision() {}

  /**
   * The positions of the blocks that Boilerpipe takes for the article; empty if it finds none, or
   * if the page is too long for it.
   */
  public static BitSet contentOf(List<Block> blocks) {
    BitSet content = new BitSet(blocks.size());
    if (blocks.isEmpty() || blocks.size() > MOST_BLOCKS) {
      return content;
    }
    List<TextBlock> textBlocks = new ArrayList<>(blocks.size());
    for (Block block : blocks) {
      textBlocks.add(textBlock(block));
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

  private static TextBlock textBlock(Block block) {
    String text = block.text();
    int words = words(text);
    int linked = (int) Math.round(words * block.linkDensity());
    int wrapped = text.length() / LINE;
    int wordsInLines =
        wrapped == 0 ? 0 : (int) Math.round((double) words * wrapped * LINE / text.length());
    return new TextBlock(text, new BitSet(), words, linked, wordsInLines, wrapped, block.index());
  }

  /**
   * The words that a reader of English would count: Boilerpipe's thresholds are English. Two
   * ideographs or kana are a word; an Arabic word with its prefixes is one and a half.
   */
  static int words(String text) {
    double words = 0;
    boolean isInside = false;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c >= 0x3040 && c <= 0x9FFF) {
        words += 0.5;
        isInside = false;
      } else if (!Character.isLetterOrDigit(c)) {
        isInside = isInside && c != ' ';
      } else if (!isInside) {
        words += c >= 0x600 && c <= 0x6FF ? 1.5 : 1;
        isInside = true;
      }
    }
    return Math.max(1, (int) Math.round(words));
  }
}
