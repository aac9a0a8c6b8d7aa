// SPDX-License-Identifier: Apache-2.0
package org.winnow.extractors;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;

/**
 * Reads the charset label that a page declares, after the WHATWG "prescan a byte stream". Unlike
 * the standard's it goes beyond the first 1,024 bytes as browsers do in the end, up to body or
 * {@value #LIMIT} bytes, and skips scripts and styles there.
 */
final class CharsetDeclaration {
  private static final int LIMIT = 16_384;

  private final String head;
  private int at;

  private CharsetDeclaration(String head) {
    this.head = head;
  }

  /** The label in a page's XML declaration or its first meta element that names one. */
  static Optional<String> inPage(byte[] bytes) {
    String head =
        new String(bytes, 0, Math.min(bytes.length, LIMIT), StandardCharsets.ISO_8859_1)
            .toLowerCase(Locale.ROOT);
    return new CharsetDeclaration(head).scan();
  }

  /** The label in a Content-Type value: {@code text/html; charset="utf-8"}. */
  static Optional<String> inContentType(String contentType) {
    String value = contentType.toLowerCase(Locale.ROOT);
    for (int from = value.indexOf("charset"); from >= 0; from = value.indexOf("charset", from)) {
      from = skipSpace(value, from + "charset".length());
      if (from < value.length() && value.charAt(from) == '=') {
        return label(value, skipSpace(value, from + 1));
      }
    }
    return Optional.empty();
  }

  private static Optional<String> label(String value, int from) {
    if (from >= value.length()) {
      return Optional.empty();
    }
    char quote = value.charAt(from);
    int end;
    if (quote == '"' || quote == '\'') {
      from++;
      end = value.indexOf(quote, from);
      end = end < 0 ? value.length() : end;
    } else {
      end = from;
      while (end < value.length() && !isSpace(value.charAt(end)) && value.charAt(end) != ';') {
        end++;
      }
    }
    return cleaned(value.substring(from, end));
  }

  /** Quirk: {@code <meta charset=utf-8/>} has the slash in its value. */
  private static Optional<String> cleaned(String value) {
    String label = value.endsWith("/") ? value.substring(0, value.length() - 1) : value;
    label = label.strip();
    return label.isEmpty() ? Optional.empty() : Optional.of(label);
  }

  private Optional<String> scan() {
    int start = skipSpace(head, 0);
    if (head.startsWith("<?xml", start)) {
      Optional<String> label = xmlEncoding(start);
      if (label.isPresent()) {
        return label;
      }
    }
    while ((at = head.indexOf('<', at)) >= 0) {
      if (head.startsWith("<!--", at)) {
        skipTo("-->", at + 2);
      } else if (isTag("meta")) {
        at += "<meta".length();
        Optional<String> label = meta();
        if (label.isPresent()) {
          return label;
        }
      } else if (isTag("script")) {
        skipTo("</script", at + 1);
      } else if (isTag("style")) {
        skipTo("</style", at + 1);
      } else if (isTag("body")) {
        return Optional.empty();
      } else {
        at++;
      }
      if (at < 0) {
        return Optional.empty();
      }
    }
    return Optional.empty();
  }

  private Optional<String> xmlEncoding(int start) {
    int end = head.indexOf('>', start);
    int name = head.indexOf("encoding", start);
    if (name < 0 || name > end) {
      return Optional.empty();
    }
    int equals = skipSpace(head, name + "encoding".length());
    return equals < end && head.charAt(equals) == '='
        ? label(head.substring(0, end), skipSpace(head, equals + 1))
        : Optional.empty();
  }

  private void skipTo(String end, int from) {
    int found = head.indexOf(end, from);
    at = found < 0 ? head.length() : found + end.length();
  }

  private boolean isTag(String name) {
    int end = at + 1 + name.length();
    return head.startsWith(name, at + 1)
        && end < head.length()
        && (isSpace(head.charAt(end)) || head.charAt(end) == '/' || head.charAt(end) == '>');
  }

  private Optional<String> meta() {
    String httpEquiv = "";
    String content = "";
    Optional<String> charset = Optional.empty();
    while (at < head.length()) {
      while (at < head.length() && (isSpace(head.charAt(at)) || head.charAt(at) == '/')) {
        at++;
      }
      if (at >= head.length() || head.charAt(at) == '>') {
        break;
      }
      String name = attributeName();
      String value = attributeValue();
      if (name.equals("charset")) {
        charset = cleaned(value);
      } else if (name.equals("http-equiv")) {
        httpEquiv = value.strip();
      } else if (name.equals("content")) {
        content = value;
      }
    }
    if (charset.isPresent()) {
      return charset;
    }
    return httpEquiv.equals("content-type") ? inContentType(content) : Optional.empty();
  }

  private String attributeName() {
    int start = at;
    while (at < head.length() && !isNameEnd(head.charAt(at), at == start)) {
      at++;
    }
    return head.substring(start, at);
  }

  private static boolean isNameEnd(char c, boolean first) {
    return isSpace(c) || c == '/' || c == '>' || (c == '=' && !first);
  }

  private String attributeValue() {
    int equals = skipSpace(head, at);
    if (equals >= head.length() || head.charAt(equals) != '=') {
      return "";
    }
    at = skipSpace(head, equals + 1);
    if (at >= head.length()) {
      return "";
    }
    char quote = head.charAt(at);
    int start = at;
    if (quote == '"' || quote == '\'') {
      int end = head.indexOf(quote, start + 1);
      at = end < 0 ? head.length() : end + 1;
      return head.substring(start + 1, end < 0 ? head.length() : end);
    }
    while (at < head.length() && !isSpace(head.charAt(at)) && head.charAt(at) != '>') {
      at++;
    }
    return head.substring(start, at);
  }

  private static int skipSpace(String text, int from) {
    while (from < text.length() && isSpace(text.charAt(from))) {
      from++;
    }
    return from;
  }

  private static boolean isSpace(char c) {
    return c == ' ' || c == '\t' || c == '\n' || c == '\f' || c == '\r';
  }
}
