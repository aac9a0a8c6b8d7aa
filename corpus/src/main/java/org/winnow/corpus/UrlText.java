// SPDX-License-Identifier: Apache-2.0
package org.winnow.corpus;

/** The characters of an address, before and after it is taken apart. */
final class UrlText {
  /** Not allowed in an address by RFC 3986, yet left raw by browsers. */
  private static final String TO_ENCODE = "^`{}|\\\"<> ";

  private UrlText() {}

  /** Without control characters and spaces at the ends, nor tabs and line breaks anywhere. */
  static String clean(String text) {
    int start = 0;
    int end = text.length();
    while (start < end && text.charAt(start) <= ' ') {
      start++;
    }
    while (end > start && text.charAt(end - 1) <= ' ') {
      end--;
    }
    if (text.indexOf('\t') < 0 && text.indexOf('\n') < 0 && text.indexOf('\r') < 0) {
      return text.substring(start, end);
    }
    StringBuilder clean = new StringBuilder(end - start);
    for (int i = start; i < end; i++) {
      char c = text.charAt(i);
      if (c != '\t' && c != '\n' && c != '\r') {
        clean.append(c);
      }
    }
    return clean.toString();
  }

  /**
   * A path or query in which every character has one spelling: unreserved ones plain, triplets in
   * upper case, forbidden ones as triplets.
   */
  static String encode(String text) {
    if (isPlain(text)) {
      return text;
    }
    StringBuilder encoded = new StringBuilder(text.length());
    int afterPercent = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '%' && i + 2 < text.length() && isHex(text.charAt(i + 1), text.charAt(i + 2))) {
        // Quirk: a percent sign may stand alone; what follows it stays encoded, lest the two make
        // a triplet that nobody wrote.
        boolean mayDecode = encoded.length() >= afterPercent;
        append(encoded, Integer.parseInt(text, i + 1, i + 3, 16), mayDecode);
        i += 2;
      } else if (TO_ENCODE.indexOf(c) >= 0) {
        append(encoded, c, false);
      } else {
        encoded.append(c);
        afterPercent = c == '%' ? encoded.length() + 2 : afterPercent;
      }
    }
    return encoded.toString();
  }

  private static boolean isPlain(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '%' || TO_ENCODE.indexOf(c) >= 0) {
        return false;
      }
    }
    return true;
  }

  private static void append(StringBuilder encoded, int octet, boolean mayDecode) {
    if (mayDecode && isUnreserved(octet)) {
      encoded.append((char) octet);
    } else {
      encoded
          .append('%')
          .append(Character.toUpperCase(Character.forDigit(octet >> 4, 16)))
          .append(Character.toUpperCase(Character.forDigit(octet & 15, 16)));
    }
  }

  private static boolean isHex(char first, char second) {
    return isHex(first) && isHex(second);
  }

  private static boolean isHex(char c) {
    return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
  }

  private static boolean isUnreserved(int c) {
    return (c >= 'a' && c <= 'z')
        || (c >= 'A' && c <= 'Z')
        || (c >= '0' && c <= '9')
        || c == '-'
        || c == '.'
        || c == '_'
        || c == '~';
  }
}
