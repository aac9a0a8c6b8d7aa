// SPDX-License-Identifier: Apache-2.0
package org.winnow.siterules;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.winnow.siterules.YamlNode.Mapping;

/**
 * Reads selectors of elements: CSS, or a mapping with {@code css} or {@code xpath}. The rules of
 * many sites say the same, so each selector is tried once. Safe for use by several threads.
 */
final class SelectorReader {
  /** jsoup matches these with java.util.regex, which takes exponential time on some patterns. */
  private static final List<String> WITH_REGEX =
      List.of(":matches(", ":matchesown(", ":matcheswholetext(", ":matcheswholeowntext(");

  private final SelectorSyntax syntax;
  private final Map<String, Optional<String>> problemsOfCss = new ConcurrentHashMap<>();
  private final Map<XPath, Optional<String>> problemsOfXPath = new ConcurrentHashMap<>();

  private record XPath(String expression, boolean mustSelectNodes) {}

  SelectorReader(SelectorSyntax syntax) {
    this.syntax = syntax;
  }

  /** The selectors of a list, or a single one. */
  List<ElementSelector> selectors(Section section, String key) {
    List<ElementSelector> selectors = new ArrayList<>();
    for (Field item : section.items(key)) {
      if (item.node() instanceof Mapping) {
        item.section(Keys.SELECTOR).flatMap(this::mapped).ifPresent(selectors::add);
      } else {
        item.text()
            .filter(css -> isSelector(css, item, section, key))
            .ifPresent(css -> selectors.add(new CssSelector(css, item.mark())));
      }
    }
    return selectors;
  }

  /** The single CSS selector of that key, or empty. */
  Optional<CssSelector> selector(Section section, String key) {
    return section
        .field(key)
        .flatMap(
            field ->
                field
                    .text()
                    .filter(css -> isSelector(css, field, section, key))
                    .map(css -> new CssSelector(css, field.mark())));
  }

  private Optional<ElementSelector> mapped(Section section) {
    if (section.has("css") == section.has("xpath")) {
      section.problem("wants either css or xpath");
      return Optional.empty();
    }
    if (section.has("css")) {
      return selector(section, "css").map(css -> css);
    }
    return xpath(section, true).map(xpath -> new XPathSelector(xpath, section.mark()));
  }

  /** The expression under {@code xpath}, or empty and a problem. */
  Optional<String> xpath(Section section, boolean mustSelectNodes) {
    Optional<String> xpath = section.text("xpath");
    Optional<String> problem =
        xpath.flatMap(
            text ->
                problemsOfXPath.computeIfAbsent(
                    new XPath(text, mustSelectNodes),
                    each -> XPaths.problemWith(each.expression(), each.mustSelectNodes())));
    if (problem.isPresent()) {
      section
          .field("xpath")
          .ifPresent(field -> field.problem("'" + xpath.get() + "' " + problem.get()));
      return Optional.empty();
    }
    return xpath;
  }

  /** Whether that is a selector; else a problem. */
  boolean isSelector(String css, Field item, Section section, String key) {
    String folded = css.toLowerCase(Locale.ROOT);
    for (String pseudo : WITH_REGEX) {
      if (folded.contains(pseudo)) {
        item.problem(
            pseudo.replace("(", "") + " is not allowed in rules; use :contains or remove.lines");
        return false;
      }
    }
    if (folded.contains("~=")) {
      item.problem("[...~=...] is not allowed in rules; use .name for a class, or [...*=...]");
      return false;
    }
    Optional<String> problem = problemsOfCss.computeIfAbsent(css, syntax::problemWith);
    String hint = section.field(key).map(field -> Field.unquoted(field.node())).orElse("");
    problem.ifPresent(
        said -> item.problem("'" + css + "' is not a CSS selector: " + said + hint + isXPath(css)));
    return problem.isEmpty();
  }

  private static String isXPath(String css) {
    return css.startsWith("//") || css.startsWith("string(")
        ? "; write { xpath: '" + css + "' }"
        : "";
  }
}
