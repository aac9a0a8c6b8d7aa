// SPDX-License-Identifier: Apache-2.0
package org.winnow.siterules.imports;

import java.util.List;
import org.winnow.siterules.imports.XPathTranslation.Reason;

/** Writes names and texts so that jsoup reads them back. */
final class CssText {
  private CssText() {}

  /**
   * {@code [name operator value]}. jsoup compares values without regard to case unless it is told;
   * parts of values it is told, because {@code content} stands in {@code mainContent} all too
   * often.
   */
  static String attribute(String name, String operator, String value) {
    boolean isPart = !operator.equals("=") && value.chars().anyMatch(Character::isLetter);
    return "[" + name + operator + quoted(value) + (isPart ? " s]" : "]");
  }

  /** The elements that have the class. */
  static String ofClass(String name) {
    return isPlain(name) ? "." + name : token("class", name);
  }

  /** The elements of whose attribute the value is one of the words. */
  static String token(String attribute, String value) {
    return anyOf(
        List.of(
            attribute(attribute, "=", value),
            attribute(attribute, "^=", value + " "),
            attribute(attribute, "$=", " " + value),
            attribute(attribute, "*=", " " + value + " ")));
  }

  /** The elements that one of the selectors fits. */
  static String anyOf(List<String> selectors) {
    return selectors.size() == 1 ? selectors.get(0) : ":is(" + String.join(", ", selectors) + ")";
  }

  static String noneOf(List<String> selectors) {
    return ":not(" + String.join(", ", selectors) + ")";
  }

  /** An argument of {@code :contains()} and its kin. */
  static String argument(String text) {
    if (text.isBlank() || text.indexOf('\\') >= 0) {
      throw new Untranslatable(Reason.COMPARISON, "the text '" + text + "'");
    }
    StringBuilder escaped = new StringBuilder();
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if ("()[]'\"".indexOf(c) >= 0) {
        escaped.append('\\');
      }
      escaped.append(c);
    }
    return "(" + escaped + ")";
  }

  /** Whether it can stand as a name in CSS, without escapes. */
  static boolean isPlain(String name) {
    return !name.isEmpty()
        && (Character.isLetter(name.charAt(0)) || name.charAt(0) == '_')
        && name.chars().allMatch(c -> Character.isLetterOrDigit(c) || c == '-' || c == '_');
  }

  private static String quoted(String value) {
    if (isPlain(value)) {
      return value;
    }
    char quote = value.indexOf('"') < 0 ? '"' : '\'';
    if (value.indexOf(quote) >= 0 || value.indexOf('\\') >= 0) {
      throw new Untranslatable(Reason.COMPARISON, "the value " + value);
    }
    return quote + value + quote;
  }
}
