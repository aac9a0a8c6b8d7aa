// SPDX-License-Identifier: Apache-2.0
package org.winnow.siterules.imports;

import java.util.ArrayList;
import java.util.List;
import org.winnow.siterules.imports.XPathTranslation.Reason;

/** Cuts an XPath expression into tokens. */
final class XPathLexer {
  enum Kind {
    NAME,
    NUMBER,
    LITERAL,
    SYMBOL,
    END
  }

  /**
   * A token.
   *
   * @param column from 1
   */
  record Token(Kind kind, String text, int column) {
    boolean is(String symbol) {
      return kind == Kind.SYMBOL && text.equals(symbol);
    }

    boolean isName(String name) {
      return kind == Kind.NAME && text.equals(name);
    }
  }

  private static final List<String> SYMBOLS =
      List.of(
          "//", "::", "..", "!=", "<=", ">=", "/", "[", "]", "(", ")", "@", ",", "|", "+", "-", "=",
          "<", ">", "*", ".", "$");

  private final String text;
  private final List<Token> tokens = new ArrayList<>();
  private int at;

  private XPathLexer(String text) {
    this.text = text;
  }

  /** The tokens, the last of kind END. */
  static List<Token> tokens(String text) {
    XPathLexer lexer = new XPathLexer(text);
    while (lexer.skipBlanks()) {
      lexer.token();
    }
    lexer.add(Kind.END, "the end", text.length());
    return lexer.tokens;
  }

  private boolean skipBlanks() {
    while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
      at++;
    }
    return at < text.length();
  }

  private void token() {
    char c = text.charAt(at);
    int start = at;
    if (c == '\'' || c == '"') {
      literal(c);
    } else if (isDigit(at) || (c == '.' && isDigit(at + 1))) {
      while (isDigit(at) || (at < text.length() && text.charAt(at) == '.')) {
        at++;
      }
      add(Kind.NUMBER, text.substring(start, at), start);
    } else if (isNameStart(c)) {
      name(start);
    } else {
      symbol();
    }
  }

  private void literal(char quote) {
    int end = text.indexOf(quote, at + 1);
    if (end < 0) {
      throw new Untranslatable(Reason.SYNTAX, "column " + (at + 1) + ": a quote without its end");
    }
    add(Kind.LITERAL, text.substring(at + 1, end), at);
    at = end + 1;
  }

  /** A name, with its prefix: one colon belongs to it, two do not. */
  private void name(int start) {
    while (at < text.length() && isInName(at)) {
      at++;
    }
    add(Kind.NAME, text.substring(start, at), start);
  }

  private boolean isInName(int i) {
    char c = text.charAt(i);
    return c == ':'
        ? i + 1 < text.length() && isNameStart(text.charAt(i + 1)) && text.charAt(i - 1) != ':'
        : isNameStart(c) || isDigit(i) || c == '-' || c == '.' || c == '\u00B7';
  }

  private void symbol() {
    for (String symbol : SYMBOLS) {
      if (text.startsWith(symbol, at)) {
        add(Kind.SYMBOL, symbol, at);
        at += symbol.length();
        return;
      }
    }
    String found = new String(Character.toChars(text.codePointAt(at)));
    throw new Untranslatable(Reason.SYNTAX, "column " + (at + 1) + ": unexpected " + found);
  }

  private void add(Kind kind, String token, int start) {
    tokens.add(new Token(kind, token, start + 1));
  }

  private boolean isDigit(int i) {
    return i < text.length() && text.charAt(i) >= '0' && text.charAt(i) <= '9';
  }

  private static boolean isNameStart(char c) {
    return Character.isLetter(c) || c == '_';
  }
}
