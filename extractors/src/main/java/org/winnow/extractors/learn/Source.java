// SPDX-License-Identifier: Apache-2.0
package org.winnow.extractors.learn;

import java.util.Map;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;
import org.winnow.extractors.PageView;

/**
 * Where one value may come from: an element's text, an attribute, a meta element, the JSON-LD.
 *
 * @param form {@code css}, {@code meta} or {@code jsonld}
 * @param selector what stands behind it, for JSON-LD the path
 * @param attribute the attribute to read, or null for the text
 */
record Source(String form, Selector selector, @Nullable String attribute) {

  static Source css(Selector selector, @Nullable String attribute) {
    return new Source("css", selector, attribute);
  }

  static Source meta(String name) {
    return new Source("meta", new Selector(name, SelectorKind.METADATA), null);
  }

  static Source jsonLd(String path) {
    return new Source("jsonld", new Selector(path, SelectorKind.METADATA), null);
  }

  /** The value on that page, or empty. */
  Value on(PageView page) {
    if (form.equals("meta")) {
      return new Value(page.meta(selector.css()), 1);
    }
    if (form.equals("jsonld")) {
      return new Value(page.jsonLd(selector.css()), 1);
    }
    String first = "";
    int found = 0;
    for (Element element : page.document().select(selector.css())) {
      String text = attribute == null ? element.text() : element.attr(attribute);
      if (!text.isBlank()) {
        found++;
        first = first.isEmpty() ? text.strip() : first;
      }
    }
    return new Value(first, found);
  }

  /**
   * What is found.
   *
   * @param text the first value that is not blank, or empty
   * @param count how many there are
   */
  record Value(String text, int count) {}

  boolean isCss() {
    return form.equals("css");
  }

  /** As a rule has it in one line. */
  String written() {
    return attribute == null ? selector.css() : selector.css() + "@" + attribute;
  }

  /** As a rule has it in braces. */
  Map<String, String> mapping() {
    return Map.of(form, selector.css());
  }
}
