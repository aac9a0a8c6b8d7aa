// SPDX-License-Identifier: Apache-2.0
package org.winnow.siterules;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.winnow.siterules.YamlNode.Mapping;

/** Reads selector values: text with an optional {@code @attr}, or a mapping. */
final class ValueReader {
  private static final List<String> SOURCES =
      List.of("css", "xpath", "meta", "jsonld", "url", "const", "match");

  private final SelectorReader selectors;

  /**
   * What a value is used for.
   *
   * @param attribute what a CSS selector reads by default, or null for the text
   * @param isDate whether it is a date
   */
  record Use(@Nullable String attribute, boolean isDate) {
    static final Use TEXT = new Use(null, false);
    static final Use DATE = new Use(null, true);
    static final Use LINK = new Use("href", false);
  }

  ValueReader(SelectorReader selectors) {
    this.selectors = selectors;
  }

  /** The alternatives for a value, or a single one. */
  List<ValueSelector> values(Section section, String key, Use use) {
    List<ValueSelector> values = new ArrayList<>();
    for (Field item : section.items(key)) {
      Optional<ValueSelector> value =
          item.node() instanceof Mapping
              ? item.section(Keys.VALUE).flatMap(found -> mapped(found, use))
              : item.text().flatMap(text -> written(text, item, section, key, use));
      value.ifPresent(values::add);
    }
    return values;
  }

  private Optional<ValueSelector> written(
      String text, Field item, Section section, String key, Use use) {
    int at = attributeStart(text);
    String css = at < 0 ? text : text.substring(0, at).strip();
    String attribute = at < 0 ? use.attribute() : text.substring(at + 1);
    return selectors.isSelector(css, item, section, key)
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

  private Optional<ValueSelector> mapped(Section section, Use use) {
    List<String> given = SOURCES.stream().filter(section::has).toList();
    if (given.size() != 1) {
      section.problem("wants exactly one of " + String.join(", ", SOURCES));
      return Optional.empty();
    }
    String source = given.get(0);
    onlyWith(section, "attr", source, "css");
    onlyWith(section, "closest", source, "css");
    onlyWith(section, "nth", source, "css", "xpath");
    onlyWith(section, "all", source, "css", "xpath", "jsonld");
    ValueForm form = FormReader.read(section, use);
    Which which = which(section);
    Optional<Field> field = section.field(source);
    Mark mark = field.map(Field::mark).orElse(section.mark());
    return switch (source) {
      case "css" ->
          selectors
              .selector(section, "css")
              .map(
                  css ->
                      new ValueSelector.Css(
                          css.css(),
                          section.text("attr").orElse(use.attribute()),
                          selectors.selector(section, "closest").map(CssSelector::css).orElse(null),
                          which,
                          form,
                          mark));
      case "xpath" ->
          selectors
              .xpath(section, false)
              .map(xpath -> new ValueSelector.XPath(xpath, which, form, mark));
      case "url" ->
          field.flatMap(LineRegex::search).map(regex -> new ValueSelector.InUrl(regex, form, mark));
      case "match" ->
          field
              .flatMap(LineRegex::search)
              .map(regex -> new ValueSelector.InText(regex, form, mark));
      case "meta" -> section.text(source).map(name -> new ValueSelector.Meta(name, form, mark));
      case "jsonld" ->
          section.text(source).map(path -> new ValueSelector.JsonLd(path, which, form, mark));
      default -> section.text(source).map(text -> new ValueSelector.Const(text, form, mark));
    };
  }

  private static void onlyWith(Section section, String key, String source, String... sources) {
    if (section.has(key) && !List.of(sources).contains(source)) {
      section
          .field(key)
          .ifPresent(field -> field.problem("goes only with " + String.join(", ", sources)));
    }
  }

  private static Which which(Section section) {
    boolean all = section.field("all").flatMap(Field::bool).orElse(false);
    Optional<Field> nth = section.field("nth");
    int number = nth.flatMap(field -> Quantity.number(field, -999, 999)).orElse(0);
    if (nth.isPresent() && all) {
      nth.get().problem("does not go with all");
    }
    return all || number != 0 ? new Which(all, number) : Which.FIRST;
  }
}
