// SPDX-License-Identifier: Apache-2.0
package org.winnow.extractors;

import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeFilter;
import org.jsoup.select.NodeTraversor;
import org.winnow.corpus.LabelledBlock;

/**
 * Writes a document so that nothing in it can run, load or lead anywhere: of its elements only
 * those of a list, of their attributes only direction, language, spans of cells, and small pictures
 * that stand in the page itself. There is no element among them whose content a browser reads as
 * anything but markup, so what is written is read the same way again.
 */
final class SafeHtml implements NodeFilter {
  private static final Set<String> TAGS =
      Set.copyOf(
          Arrays.asList(
              ("a abbr address article aside b bdi big blockquote br caption cite code dd del dfn"
                      + " div dl dt em figcaption figure footer h1 h2 h3 h4 h5 h6 header hr i ins"
                      + " kbd li main mark nav ol p pre q rp rt ruby s samp section small span"
                      + " strong sub sup table tbody td tfoot th thead time tr u ul var wbr")
                  .split(" ", -1)));

  private static final Set<String> EMPTY = Set.of("br", "hr", "wbr");

  /** What is missed where it stood; scripts and the like are not. */
  private static final Set<String> MISSED =
      Set.of(
          "audio",
          "button",
          "canvas",
          "embed",
          "iframe",
          "input",
          "object",
          "select",
          "svg",
          "textarea",
          "video");

  private static final List<String> PICTURES =
      List.of(
          "data:image/png;base64,",
          "data:image/jpeg;base64,",
          "data:image/gif;base64,",
          "data:image/webp;base64,");

  private static final int LARGEST_PICTURE = 100_000;
  private static final int LONGEST_HINT = 120;

  private final List<LabelledBlock> labelled;
  private final Set<Integer> edited;
  private final BlockPlaces places;
  private final IdentityHashMap<Element, Integer> numbers = new IdentityHashMap<>();
  private final Set<Element> withBlocks = Collections.newSetFromMap(new IdentityHashMap<>());
  private final Set<Integer> begun = new HashSet<>();
  private final StringBuilder html = new StringBuilder();

  private SafeHtml(
      Document document, BlockPlaces places, List<LabelledBlock> labelled, Set<Integer> edited) {
    this.labelled = labelled;
    this.edited = edited;
    this.places = places;
    for (Element element : document.getAllElements()) {
      numbers.put(element, numbers.size());
    }
    for (Node text : places.texts()) {
      Node around = text.parent();
      while (around instanceof Element element && withBlocks.add(element)) {
        around = around.parent();
      }
    }
  }

  static String of(
      Document document, BlockPlaces places, List<LabelledBlock> labelled, Set<Integer> edited) {
    SafeHtml safe = new SafeHtml(document, places, labelled, edited);
    NodeTraversor.filter(safe, document);
    return safe.html.toString();
  }

  @Override
  public FilterResult head(Node node, int depth) {
    if (node instanceof TextNode text) {
      write(text);
    } else if (node instanceof Element element && !(node instanceof Document)) {
      return write(element);
    }
    return FilterResult.CONTINUE;
  }

  @Override
  public FilterResult tail(Node node, int depth) {
    if (node instanceof Element element && !(node instanceof Document)) {
      String tag = tag(element);
      if (!EMPTY.contains(tag)) {
        html.append("</").append(tag).append('>');
      }
    }
    return FilterResult.CONTINUE;
  }

  private FilterResult write(Element element) {
    String name = element.normalName();
    if (name.equals("img")) {
      picture(element);
      return FilterResult.SKIP_ENTIRELY;
    }
    boolean isShown = withBlocks.contains(element);
    TagKind kind = TagKind.of(name);
    if (MISSED.contains(name)) {
      hint(name);
    }
    if (!isShown && ((!kind.hasText() && !kind.isBreak()) || BlockPlaces.isHidden(element))) {
      return FilterResult.SKIP_ENTIRELY;
    }
    html.append('<').append(tag(element));
    attributes(element);
    html.append('>');
    return FilterResult.CONTINUE;
  }

  private void attributes(Element element) {
    html.append(" data-e=\"").append(numbers.getOrDefault(element, -1)).append('"');
    String direction = element.attr("dir").toLowerCase(Locale.ROOT);
    if (direction.equals("rtl") || direction.equals("ltr") || direction.equals("auto")) {
      html.append(" dir=\"").append(direction).append('"');
    }
    String language = element.attr("lang");
    if (language.length() <= 20 && language.matches("[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*")) {
      html.append(" lang=\"").append(language).append('"');
    }
    span(element, "colspan");
    span(element, "rowspan");
  }

  private void span(Element element, String name) {
    String value = element.attr(name);
    if (value.matches("[1-9][0-9]?")) {
      html.append(' ').append(name).append("=\"").append(value).append('"');
    }
  }

  private void write(TextNode text) {
    int block = places.blockOf(text);
    String written = text.getWholeText();
    if (block < 0) {
      escape(written);
      return;
    }
    LabelledBlock label = labelled.get(block);
    String look = edited.contains(block) ? "e" : label.isContent() ? "k" : "r";
    html.append("<span data-b=\"").append(block).append("\" class=\"").append(look).append('"');
    if (begun.add(block)) {
      html.append(" data-r=\"");
      escape(label.reason());
      html.append('"');
    }
    html.append('>');
    escape(written);
    html.append("</span>");
  }

  private void picture(Element image) {
    String source = image.attr("src").strip();
    boolean isInPage =
        source.length() <= LARGEST_PICTURE
            && PICTURES.stream()
                .anyMatch(
                    start ->
                        source.startsWith(start)
                            && source.substring(start.length()).matches("[A-Za-z0-9+/=]+"));
    if (isInPage) {
      html.append("<img alt=\"\" src=\"").append(source).append("\">");
    } else {
      hint(image.attr("alt"));
    }
  }

  private void hint(String text) {
    html.append("<span class=\"m\" data-m=\"");
    escape(text.length() > LONGEST_HINT ? text.substring(0, LONGEST_HINT) + "…" : text);
    html.append("\"></span>");
  }

  private static String tag(Element element) {
    String name = element.normalName();
    if (TAGS.contains(name)) {
      return name;
    }
    return TagKind.of(name).isBlockLevel() ? "div" : "span";
  }

  private void escape(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '&' -> html.append("&amp;");
        case '<' -> html.append("&lt;");
        case '>' -> html.append("&gt;");
        case '"' -> html.append("&quot;");
        case '\'' -> html.append("&#39;");
        case '\0' -> html.append('\ufffd');
        default -> html.append(c);
      }
    }
  }
}
