// SPDX-License-Identifier: Apache-2.0
package org.winnow.crawler;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.select.Evaluator;
import org.jsoup.select.QueryParser;
import org.jspecify.annotations.Nullable;
import org.winnow.siterules.CssSelector;
import org.winnow.siterules.ElementSelector;
import org.winnow.siterules.ValueForm;
import org.winnow.siterules.ValueSelector;
import org.winnow.siterules.Which;
import org.winnow.siterules.XPathSelector;

/** Finds by a rule's selectors which elements have the links. Safe for use by several threads. */
final class ElementLinks {
  private static final Evaluator ANCHORS = QueryParser.parse("a[href], area[href]");

  // The selectors of rules: as many as there are rules, not pages.
  private final Map<String, Evaluator> compiled = new ConcurrentHashMap<>();

  /** The anchors within those elements, in page order for each selector. */
  Set<Element> within(Document document, List<ElementSelector> selectors) {
    Set<Element> anchors = new LinkedHashSet<>();
    for (ElementSelector selector : selectors) {
      elements(document, selector).forEach(part -> anchors.addAll(part.select(ANCHORS)));
    }
    return anchors;
  }

  /** What the first alternative that finds anything finds: addresses as they are written. */
  List<String> values(Document document, List<ValueSelector> alternatives) {
    for (ValueSelector selector : alternatives) {
      List<String> found = values(document, selector);
      if (!found.isEmpty()) {
        return found;
      }
    }
    return List.of();
  }

  private List<String> values(Document document, ValueSelector selector) {
    if (selector instanceof ValueSelector.Css css) {
      List<Element> elements = new ArrayList<>();
      for (Element element : document.select(evaluator(css.css()))) {
        Element target =
            css.closest() == null ? element : element.closest(evaluator(css.closest()));
        if (target != null) {
          elements.add(target);
        }
      }
      return chosen(texts(elements, css.attribute(), css.form()), css.which());
    } else if (selector instanceof ValueSelector.XPath xpath) {
      // Quirk: jsoup selects elements by XPath, never their attributes.
      int at = xpath.xpath().lastIndexOf("/@");
      String elements = at < 0 ? xpath.xpath() : xpath.xpath().substring(0, at);
      String attribute = at < 0 ? "href" : xpath.xpath().substring(at + 2);
      return chosen(texts(byXPath(document, elements), attribute, xpath.form()), xpath.which());
    }
    return List.of();
  }

  private static List<String> texts(
      Collection<Element> elements, @Nullable String attribute, ValueForm form) {
    return elements.stream()
        .map(element -> attribute == null ? element.text() : element.attr(attribute))
        .map(text -> cut(text, form).strip())
        .filter(text -> !text.isEmpty())
        .toList();
  }

  private static String cut(String text, ValueForm form) {
    String rest = text;
    if (form.after() != null) {
      int at = rest.indexOf(form.after());
      rest = at < 0 ? "" : rest.substring(at + form.after().length());
    }
    if (form.before() != null) {
      int at = rest.indexOf(form.before());
      rest = at < 0 ? "" : rest.substring(0, at);
    }
    return rest;
  }

  private static List<String> chosen(List<String> values, Which which) {
    if (which.all()) {
      return values;
    }
    int nth = which.nth() == 0 ? 1 : which.nth();
    int index = nth > 0 ? nth - 1 : values.size() + nth;
    return index >= 0 && index < values.size() ? List.of(values.get(index)) : List.of();
  }

  private Collection<Element> elements(Document document, ElementSelector selector) {
    if (selector instanceof CssSelector css) {
      return document.select(evaluator(css.css()));
    } else if (selector instanceof XPathSelector xpath) {
      return byXPath(document, xpath.xpath());
    }
    return List.of();
  }

  private static Collection<Element> byXPath(Document document, String xpath) {
    try {
      return document.selectXpath(xpath);
    } catch (RuntimeException e) {
      return List.of(); // some pages cannot be turned into what XPath runs on
    }
  }

  private Evaluator evaluator(String css) {
    return compiled.computeIfAbsent(css, QueryParser::parse);
  }
}
