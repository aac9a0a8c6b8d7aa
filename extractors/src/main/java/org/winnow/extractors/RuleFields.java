// SPDX-License-Identifier: Apache-2.0
package org.winnow.extractors;

import java.util.List;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;
import org.winnow.siterules.ValueSelector;

/** Reads single values off one page as a rule says. Not for use by several threads. */
final class RuleFields {
  private final ParsedPage parsed;
  private final CompiledRule rule;
  private @Nullable PageScan scan;
  private @Nullable JsonLd jsonLd;

  /**
   * A value and which alternative had it.
   *
   * @param alternative the alternative's position in the rule
   * @param text the value, white space collapsed
   * @param element the element that it stands in, or null
   */
  record Value(int alternative, String text, @Nullable Element element) {}

  RuleFields(ParsedPage parsed, CompiledRule rule) {
    this.parsed = parsed;
    this.rule = rule;
  }

  /** The first alternative's value that is not empty, or null. */
  @Nullable Value first(List<ValueSelector> alternatives) {
    for (int i = 0; i < alternatives.size(); i++) {
      Value value = read(i, alternatives.get(i));
      if (!value.text().isEmpty()) {
        return value;
      }
    }
    return null;
  }

  private Value read(int alternative, ValueSelector selector) {
    if (selector instanceof ValueSelector.Css css) {
      for (Element element : parsed.document().select(rule.evaluator(css.css()))) {
        String text = css.attribute() == null ? element.text() : element.attr(css.attribute());
        if (!text.isBlank()) {
          return new Value(
              alternative, CleanText.of(text), css.attribute() == null ? element : null);
        }
      }
      return new Value(alternative, "", null);
    }
    if (selector instanceof ValueSelector.Meta meta) {
      return new Value(alternative, CleanText.of(scan().meta(meta.name())), null);
    }
    if (selector instanceof ValueSelector.JsonLd path) {
      return new Value(alternative, CleanText.of(jsonLd().value(path.path())), null);
    }
    throw new IllegalStateException("unknown kind of selector: " + selector);
  }

  private PageScan scan() {
    if (scan == null) {
      scan = new PageScan(parsed.document());
    }
    return scan;
  }

  private JsonLd jsonLd() {
    if (jsonLd == null) {
      jsonLd = JsonLd.of(scan().jsonLd(), address -> true);
    }
    return jsonLd;
  }
}
