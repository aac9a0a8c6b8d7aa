// SPDX-License-Identifier: Apache-2.0
package org.winnow.extractors;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.select.Evaluator;
import org.winnow.siterules.CssSelector;
import org.winnow.siterules.ExtractRule;
import org.winnow.siterules.SiteRule;
import org.winnow.siterules.ValueSelector;

/** A rule with its selectors compiled. Immutable, safe for use by several threads. */
final class CompiledRule {
  private final SiteRule rule;
  private final List<Selector> body;
  private final List<Selector> removals;
  private final List<Selector> keeps;
  private final Map<String, Integer> names = new LinkedHashMap<>();
  private final Map<String, Evaluator> fields = new HashMap<>();

  /** A compiled selector and how reasons name it: {@code extract.body[0] div.content}. */
  record Selector(Evaluator evaluator, String name) {

    List<Element> in(Document document) {
      return document.select(evaluator);
    }
  }

  CompiledRule(SiteRule rule) {
    this.rule = rule;
    body = compiled(rule.extract().body(), "extract.body");
    removals = compiled(rule.remove().selectors(), "remove.selectors");
    keeps = compiled(rule.keep(), "keep");
    ExtractRule extract = rule.extract();
    compile(extract.title());
    compile(extract.subtitle());
    compile(extract.author());
    compile(extract.date());
    compile(extract.nextPage());
    List<String> tokens = rule.remove().names();
    for (int i = 0; i < tokens.size(); i++) {
      names.putIfAbsent(tokens.get(i).toLowerCase(Locale.ROOT), i);
    }
  }

  private void compile(List<ValueSelector> alternatives) {
    for (ValueSelector alternative : alternatives) {
      if (alternative instanceof ValueSelector.Css css) {
        fields.put(css.css(), JsoupSelectors.compile(css.css()));
      }
    }
  }

  private static List<Selector> compiled(List<CssSelector> selectors, String key) {
    List<Selector> compiled = new ArrayList<>(selectors.size());
    for (int i = 0; i < selectors.size(); i++) {
      String css = selectors.get(i).css();
      compiled.add(new Selector(JsoupSelectors.compile(css), key + "[" + i + "] " + css));
    }
    return List.copyOf(compiled);
  }

  SiteRule rule() {
    return rule;
  }

  List<Selector> body() {
    return body;
  }

  List<Selector> removals() {
    return removals;
  }

  List<Selector> keeps() {
    return keeps;
  }

  /** The compiled form of a selector of one of the rule's single values. */
  Evaluator evaluator(String css) {
    return Objects.requireNonNull(fields.get(css), css);
  }

  /** The places of {@code remove.names} by lower-case name. */
  Map<String, Integer> names() {
    return names;
  }
}
