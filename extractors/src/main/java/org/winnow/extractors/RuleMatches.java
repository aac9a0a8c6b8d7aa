// SPDX-License-Identifier: Apache-2.0
package org.winnow.extractors;

import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.select.NodeTraversor;
import org.winnow.extractors.RuleBody.Found;
import org.winnow.siterules.HeadingRule;

/**
 * What a rule's selectors and names find on one page.
 *
 * @param rule the rule
 * @param body each alternative of {@code extract.body}
 * @param kept each selector of {@code keep}
 * @param selected each selector of {@code remove.selectors}
 * @param named each name of {@code remove.names}
 * @param ends for each region of {@code remove.blocks}, what its end's selector finds
 * @param headline what the rule finds as headline and kicker
 */
record RuleMatches(
    CompiledRule rule,
    List<Found> body,
    List<Found> kept,
    List<Found> selected,
    List<Found> named,
    List<List<Element>> ends,
    RuleHeadline headline) {

  static RuleMatches of(CompiledRule rule, ParsedPage parsed, RuleFields fields, XPathDom xpaths) {
    Document document = parsed.document();
    return new RuleMatches(
        rule,
        found(rule.body(), document, xpaths),
        found(rule.keeps(), document, xpaths),
        found(rule.removals(), document, xpaths),
        named(rule, document),
        ends(rule, document),
        new RuleHeadline(
            fields.first("title", rule.extract().title()),
            fields.first("subtitle", rule.extract().subtitle())));
  }

  private static List<List<Element>> ends(CompiledRule rule, Document document) {
    List<List<Element>> ends = new ArrayList<>();
    for (HeadingRule region : rule.remove().blocks()) {
      ends.add(
          region.selector() == null
              ? List.of()
              : document.select(rule.evaluator(region.selector().css())));
    }
    return ends;
  }

  private static List<Found> found(
      List<CompiledRule.Selector> selectors, Document document, XPathDom xpaths) {
    List<Found> found = new ArrayList<>(selectors.size());
    for (CompiledRule.Selector selector : selectors) {
      found.add(new Found(selector.name(), selector.in(document, xpaths)));
    }
    return found;
  }

  private static List<Found> named(CompiledRule rule, Document document) {
    Map<String, Integer> names = rule.names();
    if (names.isEmpty()) {
      return List.of();
    }
    List<Found> found = new ArrayList<>();
    for (Map.Entry<String, Integer> name : names.entrySet()) {
      found.add(
          new Found("remove.names[" + name.getValue() + "] " + name.getKey(), new ArrayList<>()));
    }
    List<String> order = List.copyOf(names.keySet());
    NodeTraversor.traverse((node, depth) -> name(node, names, order, found), document);
    return found;
  }

  private static void name(
      Node node, Map<String, Integer> names, List<String> order, List<Found> found) {
    if (node instanceof Element element && element.attributesSize() > 0) {
      Set<String> tokens = element.classNames();
      tokens.add(element.id());
      for (String token : tokens) {
        String lower = token.toLowerCase(Locale.ROOT);
        if (names.containsKey(lower)) {
          found.get(order.indexOf(lower)).elements().add(element);
        }
      }
    }
  }

  /** The elements that the rule shows even where the page hides them. */
  Set<Element> shown() {
    Set<Element> shown = Collections.newSetFromMap(new IdentityHashMap<>());
    for (Found found : body) {
      for (Element element : found.elements()) {
        for (Element e = element; e != null && shown.add(e); e = e.parent()) {}
      }
    }
    return shown;
  }

  /** The elements whose text must stand in blocks of its own. */
  Set<Element> apart() {
    Set<Element> apart = Collections.newSetFromMap(new IdentityHashMap<>());
    for (List<Found> kind : List.of(kept, selected, named)) {
      kind.forEach(found -> apart.addAll(found.elements()));
    }
    ends.forEach(apart::addAll);
    if (headline.title() != null && headline.title().element() != null) {
      apart.add(headline.title().element());
    }
    return apart;
  }
}
