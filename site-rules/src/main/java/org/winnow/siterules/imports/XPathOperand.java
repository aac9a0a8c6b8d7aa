// SPDX-License-Identifier: Apache-2.0
package org.winnow.siterules.imports;

import java.util.List;
import java.util.Locale;
import org.winnow.siterules.imports.XPathStep.Axis;
import org.winnow.siterules.imports.XPathTranslation.Reason;

/**
 * What a comparison looks at: an attribute or a text of an element.
 *
 * @param steps how to get to the element; empty for the element itself
 * @param kind what of it
 * @param attribute the attribute's name, or empty
 * @param isPadded whether a blank was put before and after it, to compare whole words
 */
record XPathOperand(List<XPathStep> steps, Kind kind, String attribute, boolean isPadded) {
  enum Kind {
    ATTRIBUTE,
    /** The text of the element and of all within. */
    TEXT,
    /** The text that stands directly in the element. */
    OWN_TEXT
  }

  /**
   * That operand.
   *
   * @throws Untranslatable if it is something else
   */
  static XPathOperand of(XPathExpr expression) {
    if (expression instanceof XPathExpr.Path path && path.start() == null && !path.isAbsolute()) {
      return of(path.steps());
    }
    if (!(expression instanceof XPathExpr.Call call)) {
      throw new Untranslatable(Reason.COMPARISON, "something that is neither attribute nor text");
    }
    if (call.is("normalize-space", 0) || call.is("string", 0)) {
      return new XPathOperand(List.of(), Kind.TEXT, "", false);
    }
    if (call.is("normalize-space", 1) || call.is("string", 1)) {
      return of(call.arguments().get(0));
    }
    if (call.is("translate", 3) && isLowering(call.arguments())) {
      return of(call.arguments().get(0));
    }
    if (call.is("concat", 3)
        && isBlank(call.arguments().get(0))
        && isBlank(call.arguments().get(2))) {
      XPathOperand inner = of(call.arguments().get(1));
      return new XPathOperand(inner.steps, inner.kind, inner.attribute, true);
    }
    throw new Untranslatable(Reason.FUNCTION, call.function() + "()");
  }

  private static XPathOperand of(List<XPathStep> steps) {
    XPathStep last = steps.get(steps.size() - 1);
    List<XPathStep> before = steps.subList(0, steps.size() - 1);
    if (last.isAttribute() && !last.isDeep()) {
      if (last.test().equals("*")) {
        throw new Untranslatable(Reason.COMPARISON, "any attribute, @*");
      }
      return new XPathOperand(before, Kind.ATTRIBUTE, last.test(), false);
    }
    if (last.isText() && last.axis() == Axis.CHILD && last.predicates().isEmpty()) {
      return last.isDeep()
          ? new XPathOperand(before, Kind.TEXT, "", false)
          : new XPathOperand(before, Kind.OWN_TEXT, "", false);
    }
    return last.isSelf()
        ? new XPathOperand(before, Kind.TEXT, "", false)
        : new XPathOperand(steps, Kind.TEXT, "", false);
  }

  /** jsoup compares attributes without regard to case, so lowering them changes nothing. */
  private static boolean isLowering(List<XPathExpr> arguments) {
    return arguments.get(1) instanceof XPathExpr.Literal from
        && arguments.get(2) instanceof XPathExpr.Literal to
        && from.value().toLowerCase(Locale.ROOT).equals(to.value().toLowerCase(Locale.ROOT))
        && of(arguments.get(0)).kind == Kind.ATTRIBUTE;
  }

  private static boolean isBlank(XPathExpr expression) {
    return expression instanceof XPathExpr.Literal literal && literal.value().equals(" ");
  }
}
