// SPDX-License-Identifier: Apache-2.0
package org.winnow.siterules;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.winnow.siterules.YamlNode.Mapping;

/** Reads selectors and selector values: text with an optional {@code @attr}, or a mapping. */
final class SelectorReader {
  /** jsoup matches these with java.util.regex, which takes exponential time on some patterns. */
  private static final List<String> WITH_REGEX =
      List.of(":matches(", ":matchesown(", ":matcheswholetext(", ":matcheswholeowntext(");

  private static final List<String> SOURCES = List.of("css", "meta", "jsonld");

  private final SelectorSyntax syntax;

  SelectorReader(SelectorSyntax syntax) {
    this.syntax = syntax;
  }

  /** The selectors of a list, or a single one. */
  List<CssSelector> selectors(Section section, String key) {
    List<CssSelector> selectors = new ArrayList<>();
    for (Field item : section.items(key)) {
      item.text()
          .filter(css -> isSelector(css, item, section, key))
          .ifPresent(css -> selectors.add(new CssSelector(css, item.mark())));
    }
    return selectors;
  }

  /** The alternatives for a value, or a single one. */
  List<ValueSelector> values(Section section, String key, @Nullable String defaultAttribute) {
    List<ValueSelector> values = new ArrayList<>();
    for (Field item : section.items(key)) {
      Optional<ValueSelector> value =
          item.node() instanceof Mapping
              ? item.section(Keys.VALUE).flatMap(found -> mapped(found, defaultAttribute))
              : item.text().flatMap(text -> written(text, item, section, key, defaultAttribute));
      value.ifPresent(values::add);
    }
    return values;
  }

  private Optional<ValueSelector> written(
      String text, Field item, Section section, String key, @Nullable String defaultAttribute) {
    int at = attributeStart(text);
    String css = at < 0 ? text : text.substring(0, at).strip();
    String attribute = at < 0 ? defaultAttribute : text.substring(at + 1);
    return isSelector(css, item, section, key)
        ? Optional.of(new ValueSelector.Css(css, attribute, item.mark()))
        : Optional.empty();
  }

  /** Where a trailing {@code @name} begins, or -1. */
  private static int attributeStart(String text) {
    int at = text.lastIndexOf('@');
    return at > 0 && isAttributeName(text.substring(at + 1)) ? at : -1;
  }

  private static boolean isAttributeName(String name) {
    return !name.isEmpty()
        && name.chars().allMatch(c -> Character.isLetterOrDigit(c) || "-_:.".indexOf(c) >= 0);
  }

  private Optional<ValueSelector> mapped(Section section, @Nullable String defaultAttribute) {
    List<String> given = SOURCES.stream().filter(section::has).toList();
    if (given.size() != 1) {
      section.problem("wants exactly one of " + String.join(", ", SOURCES));
      return Optional.empty();
    }
    String source = given.get(0);
    if (section.has("attr") && !source.equals("css")) {
      section.field("attr").ifPresent(attr -> attr.problem("goes only with css"));
    }
    Optional<Field> field = section.field(source);
    Optional<String> text = section.text(source);
    if (field.isEmpty() || text.isEmpty()) {
      return Optional.empty();
    }
    Mark mark = field.get().mark();
    return switch (source) {
      case "meta" -> Optional.of(new ValueSelector.Meta(text.get(), mark));
      case "jsonld" -> Optional.of(new ValueSelector.JsonLd(text.get(), mark));
      default -> {
        String attribute = section.text("attr").orElse(defaultAttribute);
        yield isSelector(text.get(), field.get(), section, source)
            ? Optional.of(new ValueSelector.Css(text.get(), attribute, mark))
            : Optional.empty();
      }
    };
  }

  private boolean isSelector(String css, Field item, Section section, String key) {
    String folded = css.toLowerCase(java.util.Locale.ROOT);
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
    Optional<String> problem = syntax.problemWith(css);
    String hint = section.field(key).map(field -> Field.unquoted(field.node())).orElse("");
    problem.ifPresent(said -> item.problem("'" + css + "' is not a CSS selector: " + said + hint));
    return problem.isEmpty();
  }
}
