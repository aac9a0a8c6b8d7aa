// SPDX-License-Identifier: Apache-2.0
package org.winnow.extractors.learn;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Element;

/**
 * The selectors that an element offers, of different kinds: by semantic tag, itemprop, rel, role,
 * data attribute, id, class. Never by position, never by a name that a tool made or that only says
 * how something looks.
 */
final class Selectors {
  private static final Set<String> SEMANTIC =
      Set.of(
          "article",
          "main",
          "h1",
          "time",
          "address",
          "aside",
          "nav",
          "figure",
          "figcaption",
          "form",
          "header",
          "footer",
          "blockquote",
          "details",
          "summary");

  /** Structure that other pages have elsewhere: no selector on its own. */
  private static final Set<String> ROOTS = Set.of("html", "body", "#root");

  private static final Pattern DATA = Pattern.compile("data-[a-z]+(-[a-z]+)*");

  /** Data attributes of tools, not of the site's own making. */
  private static final Pattern TOOL =
      Pattern.compile("data-(v|react|ng|svelte|astro|emotion)\\b.*");

  private static final int MOST_CLASSES = 12;

  private static final Set<String> PROSE =
      Set.of(
          "p",
          "li",
          "span",
          "b",
          "strong",
          "em",
          "i",
          "a",
          "font",
          "blockquote",
          "h1",
          "h2",
          "h3",
          "h4",
          "h5",
          "h6");

  private Selectors() {}

  /** Whether it is a paragraph or part of one, whose class may be that of any other paragraph. */
  static boolean isProse(Element element) {
    return PROSE.contains(element.normalName());
  }

  /** Those that name the element by something of its own. */
  static List<Selector> own(Element element) {
    List<Selector> found = new ArrayList<>();
    String tag = element.normalName();
    if (ROOTS.contains(tag)) {
      return found;
    }
    if (SEMANTIC.contains(tag)) {
      found.add(new Selector(tag, SelectorKind.TAG));
    }
    for (Attribute attribute : element.attributes()) {
      addAttribute(attribute, found);
    }
    if (StableNames.isStable(element.id())) {
      found.add(new Selector("#" + element.id(), SelectorKind.ID));
    }
    element.classNames().stream()
        .filter(StableNames::isStable)
        .limit(MOST_CLASSES)
        .forEach(name -> found.add(new Selector("." + name, SelectorKind.CLASS)));
    return found;
  }

  private static void addAttribute(Attribute attribute, List<Selector> found) {
    String key = attribute.getKey();
    String value = attribute.getValue();
    if (!StableNames.isStable(value)) {
      return;
    }
    String css = "[" + key + "=" + value + "]";
    if (key.equals("itemprop") || key.equals("rel") || key.equals("role")) {
      found.add(new Selector(css, SelectorKind.PROPERTY));
    } else if (DATA.matcher(key).matches() && !TOOL.matcher(key).matches()) {
      found.add(new Selector(css, SelectorKind.DATA));
    }
  }

  /**
   * Its own ones, and those that name it by its tag inside an element with a name: {@code .en > b}.
   */
  static List<Selector> scoped(Element element) {
    List<Selector> found = new ArrayList<>(own(element));
    Selector bare = new Selector(element.normalName(), SelectorKind.TAG);
    boolean isHeading = element.normalName().matches("h[1-6]");
    for (Selector own : List.copyOf(found)) {
      if (own.kind() == SelectorKind.CLASS && isHeading) {
        found.add(new Selector(element.normalName() + own.css(), SelectorKind.CLASS));
      }
    }
    Element parent = element.parent();
    if (parent != null) {
      for (Selector outer : own(parent)) {
        found.add(bare.childOf(outer));
        own(element).forEach(own -> found.add(own.childOf(outer)));
      }
    }
    int levels = 0;
    for (Element around = parent; around != null && levels < 4; around = around.parent()) {
      for (Selector outer : own(around)) {
        own(element).forEach(own -> found.add(own.within(outer)));
        if (levels > 0 && !bare.css().equals("div")) {
          found.add(bare.within(outer));
        }
      }
      levels++;
    }
    return found;
  }
}
