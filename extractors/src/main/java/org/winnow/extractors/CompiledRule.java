// SPDX-License-Identifier: Apache-2.0
package org.winnow.extractors;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.select.Evaluator;
import org.jspecify.annotations.Nullable;
import org.winnow.siterules.CssSelector;
import org.winnow.siterules.ElementSelector;
import org.winnow.siterules.ExtractRule;
import org.winnow.siterules.HeadingRule;
import org.winnow.siterules.LayoutRule;
import org.winnow.siterules.RemoveRule;
import org.winnow.siterules.SiteRule;
import org.winnow.siterules.ValueSelector;

/**
 * A rule as it holds for one layout, with its selectors compiled. Immutable, safe for use by
 * several threads.
 */
final class CompiledRule {
  private final SiteRule rule;
  private final String layout;
  private final ExtractRule extract;
  private final RemoveRule remove;
  private final List<Selector> body;
  private final List<Selector> removals;
  private final List<Selector> keeps;
  private final Map<String, Integer> names = new LinkedHashMap<>();
  private final Map<String, Evaluator> fields = new HashMap<>();

  /**
   * A compiled selector.
   *
   * @param selector as the rule has it
   * @param evaluator its compiled form, or null for XPath
   * @param name how reasons name it: {@code extract.body[0] div.content}
   */
  record Selector(ElementSelector selector, @Nullable Evaluator evaluator, String name) {

    List<Element> in(Document document, XPathDom xpaths) {
      return evaluator == null ? xpaths.elements(selector.text()) : document.select(evaluator);
    }
  }

  /** The rule with that layout; without one, what the rule says of all pages. */
  CompiledRule(SiteRule rule, Optional<LayoutRule> layout) {
    this.rule = rule;
    this.layout = layout.map(LayoutRule::name).orElse("");
    extract = layout.map(LayoutRule::extract).orElse(rule.extract());
    remove = layout.map(LayoutRule::remove).orElse(rule.remove());
    body = compiled(extract.body(), "extract.body");
    removals = compiled(remove.selectors(), "remove.selectors");
    keeps = compiled(rule.keep(), "keep");
    compile(extract.title());
    compile(extract.subtitle());
    compile(extract.author());
    compile(extract.date());
    compile(extract.nextPage());
    compile(extract.fullPage());
    for (HeadingRule region : remove.blocks()) {
      if (region.selector() != null) {
        compile(region.selector().css());
      }
    }
    List<String> tokens = remove.names();
    for (int i = 0; i < tokens.size(); i++) {
      names.putIfAbsent(tokens.get(i).toLowerCase(Locale.ROOT), i);
    }
  }

  private void compile(List<ValueSelector> alternatives) {
    for (ValueSelector alternative : alternatives) {
      if (alternative instanceof ValueSelector.Css css) {
        compile(css.css());
        if (css.closest() != null) {
          compile(css.closest());
        }
      }
    }
  }

  private void compile(String css) {
    fields.computeIfAbsent(css, JsoupSelectors::compile);
  }

  private static List<Selector> compiled(List<ElementSelector> selectors, String key) {
    List<Selector> compiled = new ArrayList<>(selectors.size());
    for (int i = 0; i < selectors.size(); i++) {
      ElementSelector selector = selectors.get(i);
      Evaluator evaluator =
          selector instanceof CssSelector css ? JsoupSelectors.compile(css.css()) : null;
      compiled.add(new Selector(selector, evaluator, key + "[" + i + "] " + selector.text()));
    }
    return List.copyOf(compiled);
  }

  SiteRule rule() {
    return rule;
  }

  /** The layout's name, or an empty string. */
  String layout() {
    return layout;
  }

  ExtractRule extract() {
    return extract;
  }

  RemoveRule remove() {
    return remove;
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
