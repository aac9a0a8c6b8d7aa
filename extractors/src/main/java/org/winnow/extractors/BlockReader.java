// SPDX-License-Identifier: Apache-2.0
package org.winnow.extractors;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
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
  static final int MOST_BLOCKS = 50_000;

  private static final Set<String> BLOCK_LEVEL =
      words(
          "address article aside blockquote body caption center col colgroup dd details dialog dir",
          "div dl dt fieldset figcaption figure footer form frameset h1 h2 h3 h4 h5 h6 header",
          "hgroup hr html legend li main menu nav ol p pre search section summary table tbody td",
          "tfoot th thead tr ul label");
  private static final Set<String> WITHOUT_TEXT =
      words(
          "script style template noscript input select option optgroup textarea button datalist",
          "iframe svg canvas object embed applet map math head noframes progress meter audio",
          "video amp-ad amp-embed");
  private static final Set<String> EMPHASIS = Set.of("b", "strong", "i", "em", "small", "big");

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
  private int links;
  private int emphases;

  private final StringBuilder run = new StringBuilder();
  private boolean hasSpace;
  private int breaks;
  private boolean startsLine;
  private boolean isSpaced;
  private int runNumber;
  private int linkChars;
  private int emphasisChars;
  private int lineStart;
  private int lineEmphasis;
  private int lineLinks;
  private int[] closed = new int[16];
  private int closedSize;

  private BlockReader(
      ElementNames names, boolean readsHidden, Set<Element> shown, Set<Element> apart) {
    this.names = names;
    this.readsHidden = readsHidden;
    this.shown = shown;
    this.apart = apart;
  }

  private static Set<String> words(String... lines) {
    return Pattern.compile(" ")
        .splitAsStream(String.join(" ", lines))
        .collect(Collectors.toUnmodifiableSet());
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
    enter(document, "html");
    while (depth >= 0) {
      Element element = open[depth];
      if (nextChild[depth] < element.childNodeSize()) {
        Node child = element.childNode(nextChild[depth]++);
        if (child instanceof TextNode text) {
          append(text.getWholeText());
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
    String tag = element.normalName();
    if (tag.equals("br")) {
      breaks++;
    } else if (!WITHOUT_TEXT.contains(tag) || (readsHidden && tag.equals("noscript"))) {
      if (readsHidden || !isHidden(element, tag) || shown.contains(element)) {
        enter(element, tag);
      }
    }
  }

  private static boolean isHidden(Element element, String tag) {
    if (element.attributesSize() == 0 || tag.equals("body") || tag.equals("html")) {
      return false;
    }
    Attributes attributes = element.attributes();
    if (attributes.hasKey("hidden") && !attributes.get("hidden").equals("until-found")) {
      return true;
    }
    return attributes.get("aria-hidden").equals("true") || hides(attributes.get("style"));
  }

  private static boolean hides(String style) {
    return !style.isEmpty()
        && (InlineStyle.has(style, "display", "none")
            || InlineStyle.has(style, "visibility", "hidden"));
  }

  private void enter(Element element, String tag) {
    boolean isBlock = BLOCK_LEVEL.contains(tag) || depth < 0;
    if (isBlock) {
      flush();
    } else if (apart.contains(element)) {
      part();
    }
    if (++depth == open.length) {
      int wider = depth * 2;
      open = Arrays.copyOf(open, wider);
      numbers = Arrays.copyOf(numbers, wider);
      nextChild = Arrays.copyOf(nextChild, wider);
      owners = Arrays.copyOf(owners, wider);
      paths = Arrays.copyOf(paths, wider);
    }
    int first = blocks.size() + (run.isEmpty() ? 0 : 1);
    int number =
        elements.add(
            element,
            depth == 0 ? -1 : numbers[depth - 1],
            cuesOf(element, tag),
            first,
            isBlock,
            named.presets());
    open[depth] = element;
    numbers[depth] = number;
    nextChild[depth] = 0;
    owners[depth] = isBlock ? depth : owners[depth - 1];
    paths[depth] = null;
    if (tag.equals("a") && element.attributes().hasKey("href")) {
      links++;
    } else if (EMPHASIS.contains(tag)) {
      emphases++;
    }
  }

  private int cuesOf(Element element, String tag) {
    int bits = Cues.ofTag(tag);
    named = ElementNames.Meaning.NONE;
    if (element.attributesSize() > 0) {
      Attributes attributes = element.attributes();
      if (!tag.equals("body") && !tag.equals("html")) {
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

  private void leave() {
    Element element = open[depth];
    String tag = element.normalName();
    if (owners[depth] == depth) {
      flush();
      elements.end(numbers[depth], blocks.size());
    } else {
      close(numbers[depth]);
      if (apart.contains(element)) {
        part();
      }
    }
    if (tag.equals("a") && element.attributes().hasKey("href")) {
      links--;
    } else if (EMPHASIS.contains(tag)) {
      emphases--;
    }
    depth--;
  }

  /** An inline element covers the running block only if nothing follows it in there. */
  private void close(int number) {
    elements.end(number, blocks.size());
    if (!run.isEmpty()) {
      if (closedSize == closed.length) {
        closed = Arrays.copyOf(closed, closedSize * 2);
      }
      closed[closedSize++] = number;
    }
  }

  private void append(String text) {
    int length = text.length();
    for (int i = 0; i < length; i++) {
      char c = text.charAt(i);
      if (Characters.isSpace(c)) {
        hasSpace = true;
      } else if (Characters.isText(c)) {
        if (run.isEmpty()) {
          startLine();
          isSpaced = hasSpace;
          runNumber += breaks > 0 ? 1 : 0;
          startsLine = breaks == 1 && startsLine;
          breaks = 0;
        } else if (breaks > 0) {
          breakLine(c);
        } else if (hasSpace) {
          put(' ');
        }
        hasSpace = false;
        closedSize = 0;
        put(c);
      }
    }
  }

  private void put(char c) {
    run.append(c);
    if (links > 0) {
      linkChars++;
      lineLinks++;
    }
    if (emphases > 0) {
      emphasisChars++;
      lineEmphasis++;
    }
  }

  private void breakLine(char next) {
    if (breaks > 1 || !goesOn(next)) {
      boolean isSingle = breaks == 1;
      flush();
      startsLine = isSingle;
    } else {
      put(' ');
    }
    breaks = 0;
    startLine();
  }

  private void startLine() {
    lineStart = run.length();
    lineEmphasis = 0;
    lineLinks = 0;
  }

  /**
   * Whether the text behind a single line break goes on in the same sentence: the line before ends
   * like none, is long, and looks like what follows, which begins with a small letter.
   */
  private boolean goesOn(char next) {
    int length = run.length() - lineStart;
    boolean wasMarked = lineEmphasis > length * 0.9;
    boolean wasLink = lineLinks > length * 0.9;
    return Character.isLowerCase(next)
        && length >= 30
        && wasMarked == (emphases > 0)
        && wasLink == (links > 0)
        && !Characters.endsLikeSentence(run)
        && run.charAt(run.length() - 1) != ':';
  }

  private void flush() {
    part();
    runNumber++;
    startsLine = false;
    hasSpace = false;
    breaks = 0;
  }

  /** Ends the block, but not the run: what follows is joined to it if both are content. */
  private void part() {
    if (!run.isEmpty()) {
      if (blocks.size() < MOST_BLOCKS) {
        emit();
      }
      run.setLength(0);
      linkChars = 0;
      emphasisChars = 0;
    }
    closedSize = 0;
    startLine();
  }

  private void emit() {
    String text = CleanText.normal(run.toString());
    int owner = owners[depth];
    String path = pathTo(owner);
    blocks.add(
        new Block(
            blocks.size(),
            text,
            open[owner].normalName(),
            path,
            Math.max(owner - 1, 1),
            Math.min(linkChars, text.length())));
    figures.add(
        numbers[owner],
        text,
        Math.min(emphasisChars, text.length()),
        startsLine,
        runNumber,
        isSpaced);
    for (int i = 0; i < closedSize; i++) {
      elements.end(closed[i], blocks.size());
    }
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
