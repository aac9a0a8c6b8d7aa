// SPDX-License-Identifier: Apache-2.0
package org.winnow.extractors;

import java.util.Locale;
import java.util.Optional;
import org.jsoup.select.Evaluator;
import org.jsoup.select.QueryParser;
import org.jsoup.select.Selector.SelectorParseException;
import org.winnow.siterules.SelectorSyntax;

/** The CSS selectors that rules may use: jsoup's, without those that search by regex. Immutable. */
public final class JsoupSelectors implements SelectorSyntax {

  /** One for everybody. */
  public static final JsoupSelectors INSTANCE = new JsoupSelectors();

  private static final int LONGEST = 2_000;

  private JsoupSelectors() {}

  @Override
  public Optional<String> problemWith(String css) {
    if (css.isBlank()) {
      return Optional.of("the selector is empty");
    }
    if (css.length() > LONGEST) {
      return Optional.of("the selector is longer than " + LONGEST + " characters");
    }
    String lower = css.toLowerCase(Locale.ROOT);
    if (lower.contains(":matches") || lower.contains("~=/")) {
      return Optional.of(
          "selectors of the :matches family are not allowed, a page can make them run for hours;"
              + " use remove.lines with regex");
    }
    if (hasRegexAttribute(lower)) {
      return Optional.of(
          "[attribute~=regex] is not allowed, a page can make it run for hours; use [attribute*=],"
              + " [attribute^=] or [attribute$=], or .name for a class");
    }
    try {
      QueryParser.parse(css);
      return Optional.empty();
    } catch (SelectorParseException | IllegalArgumentException e) {
      String message = e.getMessage();
      return Optional.of(message == null ? "it cannot be read" : message);
    }
  }

  static Evaluator compile(String css) {
    return QueryParser.parse(css);
  }

  private static boolean hasRegexAttribute(String css) {
    int open = -1;
    for (int i = 0; i < css.length(); i++) {
      char c = css.charAt(i);
      if (c == '[') {
        open = i;
      } else if (c == ']') {
        open = -1;
      } else if (c == '~' && open >= 0 && i + 1 < css.length() && css.charAt(i + 1) == '=') {
        return true;
      }
    }
    return false;
  }
}
