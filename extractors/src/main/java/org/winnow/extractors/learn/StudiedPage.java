// SPDX-License-Identifier: Apache-2.0
package org.winnow.extractors.learn;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.winnow.corpus.Block;
import org.winnow.corpus.FetchedPage;
import org.winnow.corpus.LabelledBlock;
import org.winnow.extractors.Extraction;
import org.winnow.extractors.PageView;

/**
 * A stored page that selectors are tried on, with what its site's rule makes of it. Takes several
 * times the memory of its bytes. One thread may work on it at a time.
 */
public final class StudiedPage {
  private final PageView view;
  private final boolean isApproved;
  private final boolean[] kept;

  private StudiedPage(PageView view, boolean isApproved) {
    this.view = view;
    this.isApproved = isApproved;
    Set<String> texts = new HashSet<>();
    for (LabelledBlock block : view.blocks()) {
      if (block.isContent()) {
        texts.add(block.block().text());
      }
    }
    List<Block> blocks = view.plainBlocks();
    kept = new boolean[blocks.size()];
    for (int i = 0; i < kept.length; i++) {
      kept[i] = texts.contains(blocks.get(i).text());
    }
  }

  /**
   * That page.
   *
   * @param extraction what the rules that hold make of it
   * @param isApproved whether a reviewer has approved its text
   */
  public static StudiedPage of(FetchedPage page, Extraction extraction, boolean isApproved) {
    return new StudiedPage(PageView.of(page, extraction), isApproved);
  }

  PageView view() {
    return view;
  }

  boolean isApproved() {
    return isApproved;
  }

  /** Whether that block, read without a rule, stands in the text. */
  boolean isKept(int block) {
    return kept[block];
  }

  /**
   * The place of a block of the extraction among those that are read without a rule; -1 if there is
   * none. A rule may have made two blocks of one.
   */
  int plainIndex(int extracted) {
    if (extracted < 0 || extracted >= view.blocks().size()) {
      return -1;
    }
    String text = view.blocks().get(extracted).block().text();
    List<Block> blocks = view.plainBlocks();
    for (int distance = 0; distance < blocks.size(); distance++) {
      for (int i : new int[] {extracted - distance, extracted + distance}) {
        if (i >= 0 && i < blocks.size() && blocks.get(i).text().contains(text)) {
          return i;
        }
      }
    }
    return -1;
  }
}
