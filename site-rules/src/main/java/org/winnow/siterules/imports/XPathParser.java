// SPDX-License-Identifier: Apache-2.0
package org.winnow.siterules.imports;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.winnow.siterules.imports.XPathLexer.Kind;
import org.winnow.siterules.imports.XPathLexer.Token;
import org.winnow.siterules.imports.XPathStep.Axis;
import org.winnow.siterules.imports.XPathTranslation.Reason;

/** Reads XPath 1.0 by recursive descent, without variables. */
final class XPathParser {
  /** Beyond what a person writes, and far from the end of the stack. */
  private static final int DEEPEST = 40;

  private static final int MOST_STEPS = 30;

  /** From the loosest to the tightest. */
  private static final List<Set<String>> OPERATORS =
      List.of(
          Set.of("or"),
          Set.of("and"),
          Set.of("=", "!="),
          Set.of("<", "<=", ">", ">="),
          Set.of("+", "-"),
          Set.of("*", "div", "mod"));

  private static final Set<String> NODE_TYPES = Set.of("node", "text", "comment");

  private final List<Token> tokens;
  private int at;
  private int depth;

  private XPathParser(List<Token> tokens) {
    this.tokens = tokens;
  }

  /**
   * The expression.
   *
   * @throws Untranslatable where it is none
   */
  static XPathExpr parse(String text) {
    XPathParser parser = new XPathParser(XPathLexer.tokens(text));
    XPathExpr expression = parser.binary(0);
    if (parser.peek().kind() != Kind.END) {
      throw parser.unexpected();
    }
    return expression;
  }

  private XPathExpr binary(int level) {
    if (level == OPERATORS.size()) {
      return negation();
    }
    if (level == 0 && ++depth > DEEPEST) {
      throw new Untranslatable(Reason.SIZE, "more than " + DEEPEST + " brackets in each other");
    }
    XPathExpr left = binary(level + 1);
    while (isOperator(OPERATORS.get(level))) {
      left = new XPathExpr.Binary(next().text(), left, binary(level + 1));
    }
    depth -= level == 0 ? 1 : 0;
    return left;
  }

  private boolean isOperator(Set<String> operators) {
    Token token = peek();
    return (token.kind() == Kind.SYMBOL || token.kind() == Kind.NAME)
        && operators.contains(token.text());
  }

  private XPathExpr negation() {
    if (accept("-")) {
      return new XPathExpr.Binary("-", new XPathExpr.Numeral(0), union());
    }
    return union();
  }

  private XPathExpr union() {
    XPathExpr left = path();
    while (accept("|")) {
      left = new XPathExpr.Binary("|", left, path());
    }
    return left;
  }

  private XPathExpr path() {
    if (!isPrimary()) {
      boolean isAbsolute = peek().is("/") || peek().is("//");
      boolean isDeep = peek().is("//");
      if (isAbsolute) {
        next();
      }
      return new XPathExpr.Path(null, isAbsolute, steps(isDeep));
    }
    XPathExpr primary = primary();
    List<XPathExpr> predicates = predicates();
    XPathExpr start = predicates.isEmpty() ? primary : new XPathExpr.Filter(primary, predicates);
    if (peek().is("/") || peek().is("//")) {
      return new XPathExpr.Path(start, false, steps(next().is("//")));
    }
    return start;
  }

  private boolean isPrimary() {
    Token token = peek();
    boolean isCall =
        token.kind() == Kind.NAME
            && tokens.get(at + 1).is("(")
            && !NODE_TYPES.contains(token.text());
    return isCall || token.kind() == Kind.LITERAL || token.kind() == Kind.NUMBER || token.is("(");
  }

  private XPathExpr primary() {
    Token token = next();
    if (token.kind() == Kind.LITERAL) {
      return new XPathExpr.Literal(token.text());
    }
    if (token.kind() == Kind.NUMBER) {
      return new XPathExpr.Numeral(number(token));
    }
    if (token.is("(")) {
      XPathExpr inner = binary(0);
      expect(")");
      return inner;
    }
    return call(token.text());
  }

  private static double number(Token token) {
    try {
      return Double.parseDouble(token.text());
    } catch (NumberFormatException e) {
      throw new Untranslatable(
          Reason.SYNTAX, "column " + token.column() + ": '" + token.text() + "' is no number");
    }
  }

  private XPathExpr call(String function) {
    expect("(");
    List<XPathExpr> arguments = new ArrayList<>();
    if (!peek().is(")")) {
      do {
        arguments.add(binary(0));
      } while (accept(","));
    }
    expect(")");
    return new XPathExpr.Call(function, arguments);
  }

  private List<XPathStep> steps(boolean isFirstDeep) {
    List<XPathStep> steps = new ArrayList<>();
    steps.add(step(isFirstDeep));
    while (peek().is("/") || peek().is("//")) {
      steps.add(step(next().is("//")));
      if (steps.size() > MOST_STEPS) {
        throw new Untranslatable(Reason.SIZE, "more than " + MOST_STEPS + " steps");
      }
    }
    return steps;
  }

  private XPathStep step(boolean isDeep) {
    if (accept(".")) {
      return new XPathStep(isDeep, Axis.SELF, "node()", predicates());
    }
    if (accept("..")) {
      return new XPathStep(isDeep, Axis.PARENT, "node()", predicates());
    }
    Axis axis = axis();
    String test = test();
    return new XPathStep(isDeep, axis, test, predicates());
  }

  private Axis axis() {
    if (accept("@")) {
      return Axis.ATTRIBUTE;
    }
    if (peek().kind() != Kind.NAME || !tokens.get(at + 1).is("::")) {
      return Axis.CHILD;
    }
    Token name = next();
    expect("::");
    return Axis.of(name.text())
        .orElseThrow(
            () ->
                new Untranslatable(
                    Reason.SYNTAX, "column " + name.column() + ": no axis " + name.text()));
  }

  private String test() {
    if (accept("*")) {
      return "*";
    }
    if (peek().kind() != Kind.NAME) {
      throw unexpected();
    }
    Token name = next();
    if (peek().is("(") && NODE_TYPES.contains(name.text())) {
      next();
      expect(")");
      return name.text() + "()";
    }
    return name.text();
  }

  private List<XPathExpr> predicates() {
    List<XPathExpr> predicates = new ArrayList<>();
    while (accept("[")) {
      predicates.add(binary(0));
      expect("]");
    }
    return predicates;
  }

  private Token peek() {
    return tokens.get(at);
  }

  private Token next() {
    Token token = tokens.get(at);
    if (token.kind() != Kind.END) {
      at++;
    }
    return token;
  }

  private boolean accept(String symbol) {
    if (!peek().is(symbol)) {
      return false;
    }
    at++;
    return true;
  }

  private void expect(String symbol) {
    if (!accept(symbol)) {
      throw unexpected(symbol);
    }
  }

  private Untranslatable unexpected() {
    return unexpected(null);
  }

  private Untranslatable unexpected(@Nullable String wanted) {
    Token token = peek();
    return new Untranslatable(
        Reason.SYNTAX,
        "column "
            + token.column()
            + ": "
            + token.text()
            + (wanted == null ? " is not expected here" : " where " + wanted + " is expected"));
  }
}
