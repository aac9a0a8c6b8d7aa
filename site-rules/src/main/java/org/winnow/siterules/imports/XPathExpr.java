// SPDX-License-Identifier: Apache-2.0
package org.winnow.siterules.imports;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** An XPath 1.0 expression as a tree. */
sealed interface XPathExpr {

  /** Two operands; the operator as written: {@code or, and, =, !=, <, <=, >, >=, +, -, |} … */
  record Binary(String operator, XPathExpr left, XPathExpr right) implements XPathExpr {}

  record Literal(String value) implements XPathExpr {}

  record Numeral(double value) implements XPathExpr {}

  record Call(String function, List<XPathExpr> arguments) implements XPathExpr {
    boolean is(String name, int size) {
      return function.equals(name) && arguments.size() == size;
    }
  }

  /** A bracketed expression with predicates: {@code (//p)[1]}. */
  record Filter(XPathExpr primary, List<XPathExpr> predicates) implements XPathExpr {}

  /**
   * Steps from the page's root, from {@code start}, or from where the expression is evaluated.
   *
   * @param start what the steps begin at, or null
   */
  record Path(@Nullable XPathExpr start, boolean isAbsolute, List<XPathStep> steps)
      implements XPathExpr {}
}
