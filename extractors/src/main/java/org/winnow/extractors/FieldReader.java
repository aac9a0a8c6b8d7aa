// SPDX-License-Identifier: Apache-2.0
package org.winnow.extractors;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.winnow.corpus.Url;
import org.winnow.siterules.ValueSelector;

/**
 * Reads the values that a rule's selectors name from one page. The page is walked at most once, and
 * only if a selector asks for a meta element or JSON-LD. For use by one thread.
 */
final class FieldReader {
  private final ParsedPage page;
  private @Nullable PageScan scan;
  private @Nullable JsonLd jsonLd;

  /**
   * A value and where it came from.
   *
   * @param value the value, white space collapsed; never empty
   * @param alternative the position of the selector that found it, from 0
   */
  record Field(String value, int alternative) {}

  /** A reader of that page. */
  FieldReader(ParsedPage page) {
    this.page = page;
  }

  /** The value of the first alternative that finds one; empty if none does. */
  Optional<Field> read(List<ValueSelector> alternatives) {
    for (int i = 0; i < alternatives.size(); i++) {
      String value = value(alternatives.get(i));
      if (!value.isEmpty()) {
        return Optional.of(new Field(value, i));
      }
    }
    return Optional.empty();
  }

  /**
   * The address that the first alternative leads to. A CSS alternative without an attribute gives
   * the href of the element that it finds.
   */
  Optional<Url> readUrl(List<ValueSelector> alternatives) {
    for (ValueSelector alternative : alternatives) {
      ValueSelector link =
          alternative instanceof ValueSelector.Css css && css.attribute() == null
              ? new ValueSelector.Css(css.css(), "href", css.mark())
              : alternative;
      String value = value(link);
      Optional<Url> target = value.isEmpty() ? Optional.empty() : page.page().url().resolve(value);
      if (target.isPresent()) {
        return target;
      }
    }
    return Optional.empty();
  }

  private String value(ValueSelector selector) {
    if (selector instanceof ValueSelector.Css css) {
      return collapsed(css(css));
    }
    if (selector instanceof ValueSelector.Meta meta) {
      return collapsed(scan().meta(meta.name()));
    }
    ValueSelector.JsonLd path = (ValueSelector.JsonLd) selector;
    return collapsed(String.join(", ", jsonLd().values(path.path())));
  }

  private String css(ValueSelector.Css css) {
    String attribute = css.attribute();
    return page.document()
        .selectStream(css.css())
        .map(element -> attribute == null ? element.text() : element.attr(attribute))
        .filter(value -> !value.isBlank())
        .findFirst()
        .orElse("");
  }

  private PageScan scan() {
    if (scan == null) {
      scan = new PageScan(page.document());
    }
    return scan;
  }

  private JsonLd jsonLd() {
    if (jsonLd == null) {
      String own = page.page().url().toString();
      jsonLd = JsonLd.of(scan().jsonLd(), own::equals);
    }
    return jsonLd;
  }

  private static String collapsed(String text) {
    StringBuilder collapsed = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean space = Character.isWhitespace(c) || c == '\u00A0';
      if (!space) {
        collapsed.append(c);
      } else if (!collapsed.isEmpty() && collapsed.charAt(collapsed.length() - 1) != ' ') {
        collapsed.append(' ');
      }
    }
    return collapsed.toString().strip();
  }
}
