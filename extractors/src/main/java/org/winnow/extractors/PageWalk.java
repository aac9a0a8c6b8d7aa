// SPDX-License-Identifier: Apache-2.0
package org.winnow.extractors;

import java.util.Arrays;
import java.util.Set;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.winnow.corpus.LayoutPrint;

/**
 * One walk over a page, with a stack of its own, from which everything is known that is read of its
 * nodes: its blocks, what it says about itself, its layout. The page is not changed.
 */
final class PageWalk {
  private final ElementNames names;
  private final boolean readsHidden;
  private final Set<Element> shown;
  private final BlockReader reader;
  private final PageScan scan = new PageScan();
  private final TagPaths layout = new TagPaths();
  private final ElementAttributes attributes = new ElementAttributes();
  private final PageBlocks blocks;

  private Element[] open = new Element[64];
  private int[] nextChild = new int[64];
  private int depth = -1;

  /** The frames from this one on are not to be seen. */
  private int hiddenFrom = Integer.MAX_VALUE;

  private PageWalk(
      Document document,
      ElementNames names,
      boolean readsHidden,
      Set<Element> shown,
      Set<Element> apart) {
    this.names = names;
    this.readsHidden = readsHidden;
    this.shown = shown;
    reader = new BlockReader(apart);
    scan.begin(document);
    visit(document, TagKind.of("html"));
    while (depth >= 0) {
      step();
    }
    blocks = reader.blocks();
  }

  /**
   * That document, walked over. What is hidden is not text, unless next to nothing is visible: some
   * pages show themselves only once their scripts have run.
   *
   * @param names what names of elements mean
   * @param shown elements that are text even where they are hidden
   * @param apart elements whose text must stand in blocks of its own, within a line too
   */
  static PageWalk over(
      Document document, ElementNames names, Set<Element> shown, Set<Element> apart) {
    PageWalk visible = new PageWalk(document, names, false, shown, apart);
    int length = visible.blocks.length();
    if (length < 250) {
      PageWalk all = new PageWalk(document, names, true, shown, apart);
      return all.blocks.length() > 4 * length + 250 ? all : visible;
    }
    return visible;
  }

  /** That document without a rule. */
  static PageWalk over(Document document, ElementNames names) {
    return over(document, names, Set.of(), Set.of());
  }

  PageBlocks blocks() {
    return blocks;
  }

  /** What the page says about itself. */
  PageScan scan() {
    return scan;
  }

  /** The fingerprint of its layout. */
  LayoutPrint print() {
    return layout.print();
  }

  private void step() {
    Element element = open[depth];
    if (nextChild[depth] == element.childNodeSize()) {
      leave();
      return;
    }
    Node child = element.childNode(nextChild[depth]++);
    if (child instanceof TextNode node) {
      String text = node.getWholeText();
      scan.visit(text);
      if (isVisible()) {
        reader.append(text);
      }
    } else if (child instanceof Element inner) {
      visit(inner, TagKind.of(inner.normalName()));
    }
  }

  private boolean isVisible() {
    return depth < hiddenFrom;
  }

  private void visit(Element element, TagKind kind) {
    layout.enter(element, depth + 1);
    attributes.read(element);
    ElementNames.Meaning named = names.of(attributes.className(), attributes.id());
    scan.visit(element, attributes, named);
    boolean isSeen = isVisible() && isSeen(element, kind);
    if (isSeen) {
      reader.enter(element, kind, attributes, named);
    } else if (isVisible() && kind.isBreak()) {
      reader.lineBreak();
    }
    if (element.childNodeSize() > 0) {
      open(element, isSeen);
    } else if (isSeen) {
      reader.leave();
    }
  }

  private boolean isSeen(Element element, TagKind kind) {
    return (kind.hasText() || (readsHidden && kind.isFallback()))
        && (readsHidden || !isHidden(kind) || shown.contains(element));
  }

  private boolean isHidden(TagKind kind) {
    return attributes.hide() && !kind.isRoot();
  }

  private void open(Element element, boolean isSeen) {
    if (++depth == open.length) {
      open = Arrays.copyOf(open, depth * 2);
      nextChild = Arrays.copyOf(nextChild, depth * 2);
    }
    open[depth] = element;
    nextChild[depth] = 0;
    if (!isSeen) {
      hiddenFrom = Math.min(hiddenFrom, depth);
    }
  }

  private void leave() {
    if (isVisible()) {
      reader.leave();
    } else if (hiddenFrom == depth) {
      hiddenFrom = Integer.MAX_VALUE;
    }
    depth--;
  }
}
