// SPDX-License-Identifier: Apache-2.0
package org.winnow.extractors;

/** Reads style attributes, as far as they hide something. */
final class InlineStyle {
  private InlineStyle() {}

  /** Whether the style sets that property to that value; space and letter case are ignored. */
  static boolean has(String style, String property, String value) {
    int from = 0;
    while (true) {
      int at = indexOf(style, property, from);
      if (at < 0) {
        return false;
      }
      boolean isWhole = at == 0 || style.charAt(at - 1) == ';' || style.charAt(at - 1) <= ' ';
      int i = skipSpace(style, at + property.length());
      if (isWhole && i < style.length() && style.charAt(i) == ':') {
        i = skipSpace(style, i + 1);
        if (style.regionMatches(true, i, value, 0, value.length())) {
          return true;
        }
      }
      from = at + 1;
    }
  }

  private static int indexOf(String style, String property, int from) {
    char first = property.charAt(0);
    for (int i = from; i <= style.length() - property.length(); i++) {
      char c = style.charAt(i);
      if ((c | 0x20) == first && style.regionMatches(true, i, property, 0, property.length())) {
        return i;
      }
    }
    return -1;
  }

  private static int skipSpace(String style, int from) {
    int i = from;
    while (i < style.length() && style.charAt(i) <= ' ') {
      i++;
    }
    return i;
  }
}
