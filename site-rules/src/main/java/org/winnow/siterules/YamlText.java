// SPDX-License-Identifier: Apache-2.0
package org.winnow.siterules;

import java.util.List;
import java.util.Optional;

/**
 * A YAML text as characters and lines.
 *
 * @param value the text
 */
record YamlText(String value) {

  String of(YamlSpan span) {
    return value.substring(span.start(), span.end());
  }

  boolean isOneLine(YamlSpan span) {
    return of(span).indexOf('\n') < 0;
  }

  /** The end of line that the text uses. */
  String newline() {
    return value.contains("\r\n") ? "\r\n" : "\n";
  }

  int lineStart(int at) {
    return value.lastIndexOf('\n', at - 1) + 1;
  }

  /** Before the end of that line. */
  int lineEnd(int at) {
    int end = value.indexOf('\n', at);
    if (end < 0) {
      return value.length();
    }
    return end > at && value.charAt(end - 1) == '\r' ? end - 1 : end;
  }

  /** From 0; what stands before a key or dash is one column each. */
  int column(int at) {
    return at - lineStart(at);
  }

  boolean isBlankBefore(int at) {
    return value.substring(lineStart(at), at).isBlank();
  }

  Optional<String> replaced(int start, int end, String by) {
    return start < 0 || end < start
        ? Optional.empty()
        : Optional.of(value.substring(0, start) + by + value.substring(end));
  }

  /** Cuts that out, or empty if a comment would go with it. */
  Optional<String> replacedWithoutComment(int start, int end) {
    return value.substring(start, end).indexOf('#') >= 0 && hasComment(start, end)
        ? Optional.empty()
        : replaced(start, end, "");
  }

  /** Whether a {@code #} stands behind white space: in a text it may be anything, so rather yes. */
  private boolean hasComment(int start, int end) {
    for (int i = Math.max(1, start); i < end; i++) {
      if (value.charAt(i) == '#' && Character.isWhitespace(value.charAt(i - 1))) {
        return true;
      }
    }
    return false;
  }

  /** The text with these lines below the one with that place. */
  Optional<String> insertedLines(int at, List<String> lines) {
    int end = lineEnd(at);
    return replaced(end, end, newline() + String.join(newline(), lines));
  }

  /** The text without the lines from the one of {@code start} to the one of {@code end}. */
  String withoutLines(int start, int end) {
    int from = lineStart(start);
    int to = value.indexOf('\n', end);
    if (to < 0) {
      // The text goes on to end as it did, with or without an end of line.
      return value.substring(0, from == 0 ? 0 : lineEnd(lineStart(from - 1)));
    }
    return value.substring(0, from) + value.substring(to + 1);
  }

  /** The next place of that character behind white space and comments, or -1. */
  int skipTo(char wanted, int from) {
    int at = from;
    while (at < value.length() && value.charAt(at) != wanted) {
      if (value.charAt(at) == '#') {
        at = lineEnd(at);
      } else if (!Character.isWhitespace(value.charAt(at))) {
        return -1;
      } else {
        at++;
      }
    }
    return at < value.length() ? at : -1;
  }
}
