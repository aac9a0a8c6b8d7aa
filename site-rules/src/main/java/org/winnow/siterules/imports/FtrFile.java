// SPDX-License-Identifier: Apache-2.0
package org.winnow.siterules.imports;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The lines of a site config.
 *
 * @param name the file as the user named it
 * @param lines its directives, in order
 * @param notes the lines that are none
 */
record FtrFile(String name, List<FtrLine> lines, List<ImportNote> notes) {

  /**
   * A directive.
   *
   * @param number from 1
   * @param argument what stands in brackets behind the directive's name, or empty
   */
  record FtrLine(int number, String directive, String argument, String value) {}

  static FtrFile parse(String name, String text) {
    List<FtrLine> lines = new ArrayList<>();
    List<ImportNote> notes = new ArrayList<>();
    int number = 0;
    for (String line : text.replace("\uFEFF", "").lines().toList()) {
      number++;
      String directive = line.strip();
      if (directive.isEmpty() || directive.startsWith("#")) {
        continue;
      }
      Optional<FtrLine> parsed = parse(number, directive);
      if (parsed.isPresent()) {
        lines.add(parsed.get());
      } else {
        notes.add(
            new ImportNote(
                name,
                number,
                ImportNote.Kind.MALFORMED,
                "not a directive",
                "is not 'directive: value': " + shortened(directive)));
      }
    }
    return new FtrFile(name, List.copyOf(lines), List.copyOf(notes));
  }

  /** {@code name: value} or {@code name(argument): value}; an argument may hold colons. */
  private static Optional<FtrLine> parse(int number, String line) {
    int end = 0;
    while (end < line.length() && isInName(line.charAt(end))) {
      end++;
    }
    boolean hasArgument = end < line.length() && line.charAt(end) == '(';
    int close = hasArgument ? line.indexOf("):", end) : end;
    int colon = line.indexOf(':', Math.max(close, 0));
    if (end == 0 || close < 0 || colon < 0 || !line.substring(close, colon).matches("\\)?\\s*")) {
      return Optional.empty();
    }
    String argument = hasArgument ? line.substring(end + 1, close) : "";
    String name = line.substring(0, end).toLowerCase(Locale.ROOT);
    return Optional.of(new FtrLine(number, name, argument, line.substring(colon + 1).strip()));
  }

  private static boolean isInName(char c) {
    return c == '_' || Character.isLetterOrDigit(c);
  }

  private static String shortened(String line) {
    return line.length() <= 80 ? line : line.substring(0, 79) + "…";
  }
}
