// SPDX-License-Identifier: Apache-2.0
package org.winnow.siterules.imports;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.winnow.siterules.imports.XPathOperand.Kind;
import org.winnow.siterules.imports.XPathTranslation.Reason;

/** Makes conditions of predicates that do not count. */
final class XPathConditions {
  private XPathConditions() {}

  static CssCondition of(XPathExpr predicate, @Nullable String tag) {
    if (predicate instanceof XPathExpr.Binary binary) {
      return of(binary, tag);
    }
    if (predicate instanceof XPathExpr.Call call) {
      return of(call, tag);
    }
    if (predicate instanceof XPathExpr.Path path && path.start() == null && !path.isAbsolute()) {
      return XPathExists.of(path.steps(), null);
    }
    if (predicate instanceof XPathExpr.Path) {
      throw new Untranslatable(Reason.AXIS, "a condition on another part of the page");
    }
    if (predicate instanceof XPathExpr.Filter) {
      throw new Untranslatable(Reason.POSITION, "a condition that counts");
    }
    throw new Untranslatable(Reason.COMPARISON, "a condition that is a plain value");
  }

  private static CssCondition of(XPathExpr.Binary binary, @Nullable String tag) {
    XPathExpr left = binary.left();
    XPathExpr right = binary.right();
    return switch (binary.operator()) {
      case "and" -> of(left, tag).and(of(right, tag));
      case "or" -> of(left, tag).or(of(right, tag));
      case "|" -> nodes(left).or(nodes(right));
      case "=" -> equal(left, right, tag);
      case "!=" -> unequal(left, right, tag);
      default -> counted(binary);
    };
  }

  private static CssCondition nodes(XPathExpr expression) {
    if (expression instanceof XPathExpr.Call) {
      throw new Untranslatable(Reason.SYNTAX, "| stands between paths; 'or' between conditions");
    }
    return of(expression, null);
  }

  private static CssCondition equal(XPathExpr left, XPathExpr right, @Nullable String tag) {
    if (left instanceof XPathExpr.Literal && !(right instanceof XPathExpr.Literal)) {
      return equal(right, left, tag);
    }
    if (left instanceof XPathExpr.Call call && isNameOfElement(call)) {
      return CssCondition.of(":is(" + CssCompound.of(literal(right)) + ")");
    }
    if (isCount(left)) {
      return counted(new XPathExpr.Binary("=", left, right));
    }
    return compared(XPathOperand.of(left), "=", literal(right), tag);
  }

  private static CssCondition unequal(XPathExpr left, XPathExpr right, @Nullable String tag) {
    XPathOperand operand = XPathOperand.of(left);
    if (operand.kind() != Kind.ATTRIBUTE || !operand.steps().isEmpty()) {
      throw new Untranslatable(Reason.COMPARISON, "!= on what is not an attribute");
    }
    return CssCondition.of("[" + operand.attribute() + "]")
        .and(compared(operand, "=", literal(right), tag).not());
  }

  /** {@code count(p) > 0} and its like, which only ask whether there is one. */
  private static CssCondition counted(XPathExpr.Binary binary) {
    if (isCount(binary.left())
        && binary.right() instanceof XPathExpr.Numeral bound
        && binary.left() instanceof XPathExpr.Call count) {
      CssCondition exists = of(count.arguments().get(0), null);
      String asked = binary.operator() + (int) bound.value();
      if (asked.equals(">0") || asked.equals(">=1")) {
        return exists;
      }
      if (asked.equals("=0") || asked.equals("<1")) {
        return exists.not();
      }
    }
    throw new Untranslatable(Reason.COMPARISON, binary.operator() + " in a condition");
  }

  private static CssCondition of(XPathExpr.Call call, @Nullable String tag) {
    if (call.is("not", 1)) {
      return of(call.arguments().get(0), tag).not();
    }
    if (call.is("boolean", 1)) {
      return of(call.arguments().get(0), tag);
    }
    if (call.is("contains", 2)) {
      String part = literal(call.arguments().get(1));
      return compared(XPathOperand.of(call.arguments().get(0)), "*=", part, tag);
    }
    if (call.is("starts-with", 2)) {
      String start = literal(call.arguments().get(1));
      return compared(XPathOperand.of(call.arguments().get(0)), "^=", start, tag);
    }
    if (call.is("contains", 1)) {
      throw new Untranslatable(Reason.SYNTAX, "contains() wants two arguments");
    }
    throw new Untranslatable(Reason.FUNCTION, call.function() + "()");
  }

  private static CssCondition compared(
      XPathOperand operand, String operator, String value, @Nullable String tag) {
    String target = operand.steps().isEmpty() ? tag : lastTag(operand.steps());
    CssCondition condition =
        operand.kind() == Kind.ATTRIBUTE
            ? ofAttribute(operand, operator, value)
            : ofText(operand, operator, value, target);
    return operand.steps().isEmpty() ? condition : XPathExists.of(operand.steps(), condition);
  }

  private static String lastTag(List<XPathStep> steps) {
    return steps.get(steps.size() - 1).test();
  }

  private static CssCondition ofAttribute(XPathOperand operand, String operator, String value) {
    String name = operand.attribute();
    if (value.isBlank() && !operator.equals("=")) {
      throw new Untranslatable(Reason.COMPARISON, operator + " of nothing");
    }
    if (operand.isPadded() && operator.equals("*=")) {
      return ofWords(name, value);
    }
    if (operand.isPadded()) {
      throw new Untranslatable(Reason.COMPARISON, "a padded attribute with " + operator);
    }
    if (name.equals("id") && operator.equals("=") && CssText.isPlain(value)) {
      return CssCondition.of("#" + value);
    }
    return CssCondition.of(CssText.attribute(name, operator, value));
  }

  /** {@code contains(concat(' ', @class, ' '), ' x ')}, which compares whole words. */
  private static CssCondition ofWords(String name, String value) {
    String words = value.strip();
    boolean isWhole = value.startsWith(" ") && value.endsWith(" ");
    if (isWhole && words.indexOf(' ') < 0) {
      return CssCondition.of(
          name.equals("class") ? CssText.ofClass(words) : CssText.token(name, words));
    }
    if (isWhole) {
      return CssCondition.of(CssText.token(name, words));
    }
    if (value.startsWith(" ")) {
      return new CssCondition(
          List.of(CssText.attribute(name, "^=", words), CssText.attribute(name, "*=", " " + words)),
          false);
    }
    if (value.endsWith(" ")) {
      return new CssCondition(
          List.of(CssText.attribute(name, "$=", words), CssText.attribute(name, "*=", words + " ")),
          false);
    }
    return CssCondition.of(CssText.attribute(name, "*=", value));
  }

  private static CssCondition ofText(
      XPathOperand operand, String operator, String value, @Nullable String tag) {
    if (!operator.equals("*=")) {
      throw new Untranslatable(Reason.TEXT_COMPARED, operator + " '" + value + "'");
    }
    String argument = CssText.argument(value);
    if (tag != null && (tag.equals("script") || tag.equals("style"))) {
      return CssCondition.of(":containsData" + argument);
    }
    return CssCondition.of(
        (operand.kind() == Kind.TEXT ? ":containsWholeText" : ":containsWholeOwnText") + argument);
  }

  private static String literal(XPathExpr expression) {
    if (expression instanceof XPathExpr.Literal literal) {
      return literal.value();
    }
    if (expression instanceof XPathExpr.Numeral numeral
        && numeral.value() == Math.rint(numeral.value())) {
      return Long.toString((long) numeral.value());
    }
    throw new Untranslatable(Reason.COMPARISON, "a value that is not written out");
  }

  private static boolean isNameOfElement(XPathExpr.Call call) {
    return call.is("name", 0) || call.is("local-name", 0);
  }

  private static boolean isCount(XPathExpr expression) {
    return expression instanceof XPathExpr.Call call && call.is("count", 1);
  }
}
