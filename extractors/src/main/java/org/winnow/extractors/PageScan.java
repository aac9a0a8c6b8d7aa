// SPDX-License-Identifier: Apache-2.0
package org.winnow.extractors;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jsoup.nodes.Attributes;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jspecify.annotations.Nullable;

/**
 * What one walk over a page finds of elements that speak about it. Nothing is interpreted yet.
 *
 * <p>Of each kind at most {@value #LIMIT} are kept: a page with more is not speaking about itself.
 */
final class PageScan {
  private static final int LIMIT = 64;

  private static final List<String> NAMES = List.of("property", "name", "itemprop", "http-equiv");

  /** Shorter texts are menus and labels. */
  private static final int LONG_TEXT = 40;

  private static final int LONG_CJK_TEXT = 12;

  private final Map<String, List<String>> metas = new HashMap<>();
  private final List<Element> links = new ArrayList<>();
  private final List<Element> headings = new ArrayList<>();
  private final List<Element> subheadings = new ArrayList<>();
  private final List<Element> times = new ArrayList<>();
  private final List<Element> properties = new ArrayList<>();
  private final List<String> jsonLd = new ArrayList<>();
  private final List<Element> bylines = new ArrayList<>();
  private final LanguageGuess letters = new LanguageGuess();
  private String htmlLanguage = "";
  private boolean articleItem;
  private @Nullable Element body;
  private boolean isInBody;

  /** A scan that {@link PageWalk} leads through a page. */
  PageScan() {}

  /** A scan of that page, without what names of elements mean. */
  PageScan(Document document) {
    ElementAttributes attributes = new ElementAttributes();
    for (Node node = document; node != null; node = NodeOrder.next(node)) {
      if (node instanceof TextNode text) {
        visit(text.getWholeText());
      } else if (node instanceof Element element) {
        attributes.read(element);
        visit(element, attributes, ElementNames.Meaning.NONE);
      }
    }
  }

  /** Begins with the page: its body is where authors are named. */
  void begin(Document document) {
    body = document.body();
  }

  /** The contents of the meta elements of that name, property or itemprop, in page order. */
  List<String> metas(String name) {
    return metas.getOrDefault(name.toLowerCase(Locale.ROOT), List.of());
  }

  /** The first content that is not blank of the meta elements of these names, or empty. */
  String meta(String... names) {
    for (String name : names) {
      for (String content : metas(name)) {
        if (!content.isBlank()) {
          return content.strip();
        }
      }
    }
    return "";
  }

  /** Elements {@code link} and {@code a} with a rel attribute. */
  List<Element> links() {
    return links;
  }

  /** The h2 elements. */
  List<Element> subheadings() {
    return subheadings;
  }

  /** The h1 elements. */
  List<Element> headings() {
    return headings;
  }

  /** The time elements. */
  List<Element> times() {
    return times;
  }

  /** Elements other than meta with an itemprop attribute. */
  List<Element> properties() {
    return properties;
  }

  /** The elements of the body whose class or id says that they name the author; all of them. */
  List<Element> bylines() {
    return bylines;
  }

  /** The bodies of the JSON-LD scripts. */
  List<String> jsonLd() {
    return jsonLd;
  }

  /** The letters of the longer texts. */
  LanguageGuess letters() {
    return letters;
  }

  /** The lang attribute of html or body, or empty. */
  String htmlLanguage() {
    return htmlLanguage;
  }

  /** Whether an element is marked as a schema.org article. */
  boolean isArticleItem() {
    return articleItem;
  }

  /** A text comes. */
  void visit(String text) {
    if (!letters.isFull()
        && (text.length() >= LONG_TEXT
            || (text.length() >= LONG_CJK_TEXT && text.charAt(0) > '\u2E80'))) {
      letters.add(text);
    }
  }

  /** An element comes. */
  void visit(Element element, ElementAttributes attributes, ElementNames.Meaning named) {
    switch (element.normalName()) {
      case "meta" -> {
        if (element.attributesSize() > 0) {
          addMeta(element.attributes());
        }
        return;
      }
      case "link", "a" -> {
        if (attributes.hasRelation()) {
          add(links, element);
        }
      }
      case "h1" -> add(headings, element);
      case "h2" -> add(subheadings, element);
      case "html", "body" -> addLanguage(element);
      case "time" -> add(times, element);
      case "script" -> {
        if (element.attr("type").toLowerCase(Locale.ROOT).contains("ld+json")) {
          add(jsonLd, element.data());
        }
      }
      default -> {}
    }
    isInBody |= element.equals(body);
    if (named.isByline() && isInBody) {
      bylines.add(element);
    }
    if (attributes.hasItemProperty()) {
      add(properties, element);
    }
    articleItem |= isArticle(attributes.itemType());
  }

  private static boolean isArticle(String type) {
    return type.endsWith("Article") || type.endsWith("/BlogPosting");
  }

  private void addLanguage(Element element) {
    for (String attribute : List.of("lang", "xml:lang")) {
      if (htmlLanguage.isEmpty()) {
        htmlLanguage = element.attr(attribute).strip();
      }
    }
  }

  private void addMeta(Attributes meta) {
    String content = meta.get("content");
    for (String attribute : NAMES) {
      String name = meta.get(attribute);
      if (!name.isEmpty()) {
        add(
            metas.computeIfAbsent(name.toLowerCase(Locale.ROOT), key -> new ArrayList<>()),
            content);
      }
    }
  }

  private static <T> void add(List<T> list, T item) {
    if (list.size() < LIMIT) {
      list.add(item);
    }
  }
}
