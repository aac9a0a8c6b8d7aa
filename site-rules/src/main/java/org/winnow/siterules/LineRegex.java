// SPDX-License-Identifier: Apache-2.0
package org.winnow.siterules;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/** Compiles the regular expressions of rules: RE2 syntax, linear time, of limited size. */
final class LineRegex {
  /** More than a line of a rule can show. */
  private static final int LONGEST = 1000;

  /**
   * What counted repeats may unfold to. Quirk: RE2/J has no limit of its own, and {@code
   * ((a{1000}){1000}){1000}} fills the memory.
   */
  private static final long MOST_STEPS = 20_000;

  private LineRegex() {}

  /** The pattern in that field, for whole lines; or empty and a problem. */
  static Optional<Pattern> read(Field field) {
    return field.text().flatMap(text -> compile(text, field, false));
  }

  /** The pattern in that field, to be looked for within a text; or empty and a problem. */
  static Optional<Pattern> search(Field field) {
    return field.text().flatMap(text -> compile(text, field, true));
  }

  /** The patterns of a list, to be looked for within a text, or a single one. */
  static List<Pattern> searches(Section section, String key) {
    return section.items(key).stream().flatMap(item -> search(item).stream()).toList();
  }

  private static Optional<Pattern> compile(String text, Field field, boolean isSearch) {
    if (text.length() > LONGEST || unfoldedSize(text) > MOST_STEPS) {
      field.problem("is too large a regular expression; repeat less, or less often");
      return Optional.empty();
    }
    try {
      Pattern pattern = Pattern.compile(text);
      boolean matchesNothing =
          isSearch ? pattern.matcher("").find() : pattern.matcher("").matches();
      if (!matchesNothing) {
        return Optional.of(pattern);
      }
      field.problem("'" + text + "' matches an empty line, so it matches too much");
    } catch (PatternSyntaxException e) {
      String part =
          e.getPattern() == null || e.getPattern().equals(text) ? "" : ": " + e.getPattern();
      field.problem(
          "'" + text + "' is not a regular expression (RE2): " + e.getDescription() + part);
    }
    return Optional.empty();
  }

  /** How many characters the pattern has when its counted repeats are written out. */
  static long unfoldedSize(String regex) {
    Deque<Long> outer = new ArrayDeque<>();
    long size = 0;
    long last = 0;
    boolean inClass = false;
    for (int i = 0; i < regex.length(); i++) {
      char c = regex.charAt(i);
      if (c == '\\') {
        i++;
        last = inClass ? last : 1;
        size += inClass ? 0 : 1;
      } else if (inClass) {
        inClass = c != ']';
      } else if (c == '(') {
        outer.push(size);
        size = 0;
      } else if (c == ')' && !outer.isEmpty()) {
        last = Math.max(1, size);
        size = outer.pop() + last;
      } else if (c == '{') {
        long times = mostRepeats(regex, i);
        size += last * (times - 1);
        last *= times;
      } else {
        inClass = c == '[';
        last = 1;
        size++;
      }
      if (size > MOST_STEPS) {
        return size;
      }
    }
    return size;
  }

  /** The larger number of {@code {2,5}}; 1 where no repeat begins. */
  private static long mostRepeats(String regex, int brace) {
    long most = 0;
    long number = 0;
    for (int i = brace + 1; i < Math.min(regex.length(), brace + 12); i++) {
      char c = regex.charAt(i);
      if (c >= '0' && c <= '9') {
        number = number * 10 + (c - '0');
        most = Math.max(most, number);
      } else if (c == ',') {
        number = 0;
      } else {
        return c == '}' ? Math.max(1, most) : 1;
      }
    }
    return 1;
  }
}
