// SPDX-License-Identifier: Apache-2.0
package org.winnow.extractors;

import java.util.IdentityHashMap;
import java.util.List;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;
import org.winnow.corpus.Block;

/**
 * The blocks of a page with the figures that labellers read, and its visible elements, each of
 * which covers a run of blocks. Elements are numbered in page order; element 0 is the root. Filled
 * by {@link BlockReader}; not for use by several threads.
 */
final class PageBlocks {
  private final List<Block> blocks;
  private final BlockFigures figures;
  private final ElementTable elements;
  private @Nullable IdentityHashMap<Element, Integer> numbers;

  PageBlocks(List<Block> blocks, BlockFigures figures, ElementTable elements) {
    this.blocks = blocks;
    this.figures = figures;
    this.elements = elements;
  }

  List<Block> blocks() {
    return blocks;
  }

  /** How many characters all of them have. */
  int length() {
    return blocks.stream().mapToInt(block -> block.text().length()).sum();
  }

  int size() {
    return blocks.size();
  }

  Block block(int index) {
    return blocks.get(index);
  }

  String text(int index) {
    return blocks.get(index).text();
  }

  BlockFigures figures() {
    return figures;
  }

  ElementTable elements() {
    return elements;
  }

  /** The number of that element, or -1 if it is hidden or no element of this page. */
  int numberOf(Element element) {
    IdentityHashMap<Element, Integer> known = numbers;
    if (known == null) {
      known = new IdentityHashMap<>(elements.size());
      for (int i = 0; i < elements.size(); i++) {
        known.put(elements.element(i), i);
      }
      numbers = known;
    }
    return known.getOrDefault(element, -1);
  }
}
