// SPDX-License-Identifier: Apache-2.0
package org.winnow.extractors;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.jsoup.nodes.Attributes;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jspecify.annotations.Nullable;
import org.winnow.corpus.Block;

/**
 * Reads a document's visible text into blocks, in one walk with a stack of its own. A block is a
 * run of text, not a tag: it ends where a block-level element begins or ends, at a double line
 * break, and at a single one unless the line goes on behind it. One reader reads one page.
 */
final class BlockReader {
  /** Blocks behind this one are not read: such a page is a list of data, and memory has an end. */
  static final int MOST_BLOCKS = 20_000;

  private final boolean readsHidden;
  private final ElementNames names;
  private final Set<Element> shown;
  private final Set<Element> apart;
  private final ElementTable elements = new ElementTable();
  private final BlockFigures figures = new BlockFigures();
  private final List<Block> blocks = new ArrayList<>();

  private Element[] open = new Element[64];
  private int[] numbers = new int[64];
  private int[] nextChild = new int[64];
  private int[] owners = new int[64];
  private @Nullable String[] paths = new @Nullable String[64];
  private int depth = -1;
  private ElementNames.Meaning named = ElementNames.Meaning.NONE;

  private final TextRun run = new TextRun(this::emit);

  private BlockReader(
      ElementNames names, boolean readsHidden, Set<Element> shown, Set<Element> apart) {
    this.names = names;
    this.readsHidden = readsHidden;
    this.shown = shown;
    this.apart = apart;
  }

  /**
   * The blocks of that document. What is hidden is not text, unless next to nothing is visible:
   * some pages show themselves only once their scripts have run.
   *
   * @param names what names of elements mean
   * @param shown elements that are text even where they are hidden
   * @param apart elements whose text must stand in blocks of its own, within a line too
   */
  static PageBlocks read(
      Document document, ElementNames names, Set<Element> shown, Set<Element> apart) {
    BlockReader reader = new BlockReader(names, false, shown, apart);
    PageBlocks visible = reader.walk(document);
    if (lengthOf(visible) < 250) {
      PageBlocks all = new BlockReader(names, true, shown, apart).walk(document);
      return lengthOf(all) > 4 * lengthOf(visible) + 250 ? all : visible;
    }
    return visible;
  }

  private static int lengthOf(PageBlocks page) {
    int sum = 0;
    for (int i = 0; i < page.size(); i++) {
      sum += page.text(i).length();
    }
    return sum;
  }

  private PageBlocks walk(Document document) {
    enter(document, TagKind.of("html"));
    while (depth >= 0) {
      Element element = open[depth];
      if (nextChild[depth] < element.childNodeSize()) {
        Node child = element.childNode(nextChild[depth]++);
        if (child instanceof TextNode text) {
          run.append(text.getWholeText());
        } else if (child instanceof Element inner) {
          visit(inner);
        }
      } else {
        leave();
      }
    }
    CueSpread.spread(elements, figures, blocks.size());
    return new PageBlocks(blocks, figures, elements);
  }

  private void visit(Element element) {
    TagKind kind = TagKind.of(element.normalName());
    if (kind.isBreak()) {
      run.lineBreak();
    } else if (kind.hasText() || (readsHidden && kind.isFallback())) {
      if (readsHidden || !isHidden(element) || shown.contains(element)) {
        enter(element, kind);
      }
    }
  }

  private static boolean isHidden(Element element) {
    if (element.attributesSize() == 0) {
      return false;
    }
    Attributes attributes = element.attributes();
    if (attributes.size() == 1 && attributes.hasKey("class")) {
      return false;
    }
    boolean isHidden =
        (attributes.hasKey("hidden") && !attributes.get("hidden").equals("until-found"))
            || attributes.get("aria-hidden").equals("true")
            || hides(attributes.get("style"));
    return isHidden && !isRoot(element.normalName());
  }

  private static boolean isRoot(String tag) {
    return tag.equals("body") || tag.equals("html");
  }

  private static boolean hides(String style) {
    return !style.isEmpty()
        && (InlineStyle.has(style, "display", "none")
            || InlineStyle.has(style, "visibility", "hidden"));
  }

  private void enter(Element element, TagKind kind) {
    boolean isBlock = kind.isBlockLevel();
    if (isBlock) {
      run.end();
    } else if (apart.contains(element)) {
      run.part();
    }
    if (++depth == open.length) {
      int wider = depth * 2;
      open = Arrays.copyOf(open, wider);
      numbers = Arrays.copyOf(numbers, wider);
      nextChild = Arrays.copyOf(nextChild, wider);
      owners = Arrays.copyOf(owners, wider);
      paths = Arrays.copyOf(paths, wider);
    }
    int first = Math.min(blocks.size() + (run.isEmpty() ? 0 : 1), MOST_BLOCKS);
    int number =
        elements.add(
            element,
            depth == 0 ? -1 : numbers[depth - 1],
            cuesOf(element, kind),
            kind.cues() | Cues.ofRole(role(element)),
            first,
            isBlock,
            named);
    open[depth] = element;
    numbers[depth] = number;
    nextChild[depth] = 0;
    owners[depth] = isBlock ? depth : owners[depth - 1];
    paths[depth] = null;
    count(element, kind, 1);
  }

  private int cuesOf(Element element, TagKind kind) {
    int bits = kind.cues();
    named = ElementNames.Meaning.NONE;
    if (element.attributesSize() > 0) {
      Attributes attributes = element.attributes();
      if (!isRoot(element.normalName())) {
        named = names.of(attributes.get("class"), attributes.get("id"));
        bits |= named.cues();
      }
      bits |= Cues.ofRole(attributes.get("role"));
      if (attributes.get("itemprop").contains("articleBody")) {
        bits |= Cues.BODY_PROPERTY;
      }
    }
    return bits;
  }

  private static String role(Element element) {
    return element.attributesSize() == 0 ? "" : element.attributes().get("role");
  }

  private void leave() {
    Element element = open[depth];
    if (owners[depth] == depth) {
      run.end();
      elements.end(numbers[depth], blocks.size());
    } else {
      elements.end(numbers[depth], blocks.size());
      run.close(numbers[depth]);
      if (apart.contains(element)) {
        run.part();
      }
    }
    count(element, TagKind.of(element.normalName()), -1);
    depth--;
  }

  private void count(Element element, TagKind kind, int step) {
    if (kind.isEmphasis()) {
      run.emphasise(step);
    } else if (kind.isAnchor() && element.attributes().hasKey("href")) {
      run.link(step);
    }
  }

  private void emit() {
    if (blocks.size() >= MOST_BLOCKS) {
      return;
    }
    String text = CleanText.normal(run.text());
    int owner = owners[depth];
    blocks.add(
        new Block(
            blocks.size(),
            text,
            open[owner].normalName(),
            pathTo(owner),
            Math.max(owner - 1, 1),
            Math.min(run.linkChars(), text.length())));
    figures.add(numbers[owner], text, run);
    run.closed().forEach(number -> elements.end(number, blocks.size()));
  }

  private String pathTo(int frame) {
    int known = frame;
    while (known > 1 && paths[known] == null) {
      known--;
    }
    for (int i = Math.max(known, 1); i <= frame; i++) {
      if (paths[i] == null) {
        paths[i] = ElementPath.child(i <= 2 ? "" : paths[i - 1], open[i]);
      }
    }
    String path = paths[frame];
    return path == null ? "" : path;
  }
}
