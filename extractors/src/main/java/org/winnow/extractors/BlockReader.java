// SPDX-License-Identifier: Apache-2.0
package org.winnow.extractors;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.winnow.corpus.Block;

/**
 * Makes blocks of a page's visible text, which {@link PageWalk} leads it through. A block is a run
 * of text, not a tag: it ends where a block-level element begins or ends, at a double line break,
 * and at a single one unless the line goes on behind it. One reader reads one page.
 */
final class BlockReader {
  /** Blocks behind this one are not read: such a page is a list of data, and memory has an end. */
  static final int MOST_BLOCKS = 20_000;

  private final Set<Element> apart;
  private final ElementTable elements = new ElementTable();
  private final BlockFigures figures = new BlockFigures();
  private final List<Block> blocks = new ArrayList<>();
  private final PathStack paths = new PathStack();
  private final TextRun run = new TextRun(this::emit);

  private Element[] open = new Element[64];
  private TagKind[] kinds = new TagKind[64];
  private int[] numbers = new int[64];
  private int[] owners = new int[64];
  private boolean[] links = new boolean[64];
  private int depth = -1;

  /**
   * @param apart elements whose text must stand in blocks of its own, within a line too
   */
  BlockReader(Set<Element> apart) {
    this.apart = apart;
  }

  /** The blocks of that document without a rule. */
  static PageBlocks read(Document document, ElementNames names) {
    return PageWalk.over(document, names).blocks();
  }

  /** What was read, once all elements are left. */
  PageBlocks blocks() {
    CueSpread.spread(elements, figures, blocks.size());
    return new PageBlocks(blocks, figures, elements);
  }

  /** Goes on with that text. */
  void append(String text) {
    run.append(text);
  }

  void lineBreak() {
    run.lineBreak();
  }

  /** Goes into that element. */
  void enter(
      Element element, TagKind kind, ElementAttributes attributes, ElementNames.Meaning named) {
    boolean isBlock = kind.isBlockLevel();
    if (isBlock) {
      run.end();
    } else if (isApart(element)) {
      run.part();
    }
    if (++depth == open.length) {
      grow();
    }
    open[depth] = element;
    kinds[depth] = kind;
    numbers[depth] = add(element, kind, attributes, kind.isRoot() ? named.ofRoot() : named);
    owners[depth] = isBlock ? depth : owners[depth - 1];
    links[depth] = kind.isAnchor() && attributes.isLink();
    paths.enter(depth);
    count(1);
  }

  private void grow() {
    int wider = depth * 2;
    open = Arrays.copyOf(open, wider);
    kinds = Arrays.copyOf(kinds, wider);
    numbers = Arrays.copyOf(numbers, wider);
    owners = Arrays.copyOf(owners, wider);
    links = Arrays.copyOf(links, wider);
  }

  private int add(
      Element element, TagKind kind, ElementAttributes attributes, ElementNames.Meaning named) {
    int tagCues = kind.cues() | Cues.ofRole(attributes.role());
    int property = attributes.itemProperty().contains("articleBody") ? Cues.BODY_PROPERTY : 0;
    return elements.add(
        element,
        kind,
        depth == 0 ? -1 : numbers[depth - 1],
        tagCues | named.cues() | property,
        tagCues,
        Math.min(blocks.size() + (run.isEmpty() ? 0 : 1), MOST_BLOCKS),
        named);
  }

  private boolean isApart(Element element) {
    return !apart.isEmpty() && apart.contains(element);
  }

  /** Leaves the innermost element. */
  void leave() {
    if (owners[depth] == depth) {
      run.end();
      elements.end(numbers[depth], blocks.size());
    } else {
      elements.end(numbers[depth], blocks.size());
      run.close(numbers[depth]);
      if (isApart(open[depth])) {
        run.part();
      }
    }
    count(-1);
    depth--;
  }

  private void count(int step) {
    if (kinds[depth].isEmphasis()) {
      run.emphasise(step);
    } else if (links[depth]) {
      run.link(step);
    }
  }

  private void emit() {
    if (blocks.size() >= MOST_BLOCKS) {
      return;
    }
    int owner = owners[depth];
    String text = CleanText.normal(run.chars(), run.length());
    blocks.add(
        new Block(
            blocks.size(),
            text,
            open[owner].normalName(),
            paths.to(owner, open),
            Math.max(owner - 1, 1),
            Math.min(run.linkChars(), text.length())));
    figures.add(numbers[owner], text, run);
    run.forEachClosed(number -> elements.end(number, blocks.size()));
  }
}
