// SPDX-License-Identifier: Apache-2.0
package org.winnow.siterules;

import java.util.Locale;
import java.util.Set;

/** Writes texts so that YAML reads them back as the same texts. */
final class YamlScalar {
  /** What YAML 1.1 or 1.2 takes for something else than text. */
  private static final Set<String> WORDS =
      Set.of("true", "false", "null", "yes", "no", "on", "off", "y", "n");

  private YamlScalar() {}

  /** As the value of a key or in a list of lines. */
  static String of(String text) {
    return isPlain(text, "") ? text : quoted(text);
  }

  /** As a value within braces or brackets. */
  static String inBraces(String text) {
    return isPlain(text, ",[]{}") ? text : quoted(text);
  }

  /** The text without what YAML does not allow in a file, not even in a comment. */
  static String printable(String text) {
    StringBuilder clean = new StringBuilder(text.length());
    text.codePoints()
        .forEach(c -> clean.appendCodePoint(isPrintable(c) || c == '\t' ? c : '\uFFFD'));
    return clean.toString();
  }

  private static boolean isPlain(String text, String forbidden) {
    if (text.isEmpty() || WORDS.contains(text.toLowerCase(Locale.ROOT))) {
      return false;
    }
    int first = text.codePointAt(0);
    boolean beginsWell = Character.isLetter(first) || first == '/' || first == '.' || first == '_';
    return beginsWell
        && !text.endsWith(" ")
        && !text.endsWith(":")
        && !text.contains(": ")
        && !text.contains(" #")
        && !text.startsWith(".n")
        && !text.startsWith(".i")
        && text.codePoints().allMatch(c -> isPrintable(c) && forbidden.indexOf(c) < 0);
  }

  private static String quoted(String text) {
    return text.codePoints().allMatch(YamlScalar::isPrintable)
        ? "'" + text.replace("'", "''") + "'"
        : escaped(text);
  }

  private static String escaped(String text) {
    StringBuilder escaped = new StringBuilder("\"");
    text.codePoints()
        .forEach(
            c -> {
              if (c == '"' || c == '\\') {
                escaped.append('\\').append((char) c);
              } else if (isPrintable(c)) {
                escaped.appendCodePoint(c);
              } else {
                escaped.append(String.format(Locale.ROOT, "\\U%08X", c));
              }
            });
    return escaped.append('"').toString();
  }

  /** Letters and marks of every script, and what else can be seen; no control of lines or bidi. */
  private static boolean isPrintable(int c) {
    return switch (Character.getType(c)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.SURROGATE,
          Character.PRIVATE_USE,
          Character.UNASSIGNED,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR ->
          false;
      default -> c != 0xFFFE && c != 0xFFFF;
    };
  }
}
