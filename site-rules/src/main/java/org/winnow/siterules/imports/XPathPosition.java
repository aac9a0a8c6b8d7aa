// SPDX-License-Identifier: Apache-2.0
package org.winnow.siterules.imports;

import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.winnow.siterules.imports.XPathTranslation.Reason;

/**
 * A predicate that counts: {@code [2]}, {@code [last()]}, {@code [position() > 1]}.
 *
 * @param from the first place that fits, from 1
 * @param to the last one, or {@link Integer#MAX_VALUE}
 * @param isFromEnd whether it counts from the end
 */
record XPathPosition(int from, int to, boolean isFromEnd) {
  private static final int MOST = 1000;
  private static final int MOST_WITH_CONDITIONS = 6;

  /** What the predicate counts, or empty if it is no such predicate. */
  static Optional<XPathPosition> of(XPathExpr predicate) {
    if (predicate instanceof XPathExpr.Numeral numeral) {
      int place = place(numeral);
      return Optional.of(range(place, place));
    }
    if (isCall(predicate, "last")) {
      return Optional.of(new XPathPosition(1, 1, true));
    }
    if (!(predicate instanceof XPathExpr.Binary binary)) {
      return Optional.empty();
    }
    if (binary.operator().equals("-") && isCall(binary.left(), "last")) {
      int place = place(binary.right()) + 1;
      return Optional.of(new XPathPosition(place, place, true));
    }
    return isCall(binary.left(), "position")
        ? Optional.of(compared(binary.operator(), binary.right()))
        : Optional.empty();
  }

  private static XPathPosition compared(String operator, XPathExpr bound) {
    if (operator.equals("=")) {
      return of(bound).orElseThrow(() -> new Untranslatable(Reason.POSITION, "position()"));
    }
    if (isCall(bound, "last") && (operator.equals("<") || operator.equals("!="))) {
      return new XPathPosition(2, Integer.MAX_VALUE, true);
    }
    int place = place(bound);
    if (operator.equals("!=") && place == 1) {
      return range(2, Integer.MAX_VALUE);
    }
    return switch (operator) {
      case ">" -> range(place + 1, Integer.MAX_VALUE);
      case ">=" -> range(place, Integer.MAX_VALUE);
      case "<" -> range(1, place - 1);
      case "<=" -> range(1, place);
      default -> throw new Untranslatable(Reason.POSITION, "position() " + operator);
    };
  }

  private static XPathPosition range(int from, int to) {
    if (to < 1) {
      throw new Untranslatable(Reason.NEVER, "counts from 1, and [" + to + "] is before that");
    }
    return new XPathPosition(Math.max(1, from), to, false);
  }

  private static int place(XPathExpr bound) {
    if (bound instanceof XPathExpr.Numeral numeral
        && numeral.value() == Math.rint(numeral.value())
        && Math.abs(numeral.value()) < MOST) {
      return (int) numeral.value();
    }
    throw new Untranslatable(Reason.POSITION, "a place that is not a small whole number");
  }

  private static boolean isCall(XPathExpr expression, String function) {
    return expression instanceof XPathExpr.Call call && call.is(function, 0);
  }

  boolean isFirst() {
    return from == 1 && to == 1 && !isFromEnd;
  }

  boolean isLast() {
    return from == 1 && to == 1 && isFromEnd;
  }

  /** Counted among the siblings of that tag. */
  String nth(String tag) {
    String kind = tag.equals("*") ? "child" : "of-type";
    if (from == 1 && to == 1) {
      return (isFromEnd ? ":last-" : ":first-") + kind;
    }
    String nth = (isFromEnd ? ":nth-last-" : ":nth-") + kind;
    if (from == to) {
      return nth + "(" + from + ")";
    }
    String lower = from == 1 ? "" : nth + "(n+" + from + ")";
    return to == Integer.MAX_VALUE ? lower : lower + nth + "(-n+" + to + ")";
  }

  /** Counted among the siblings that the compound fits. */
  String nthOf(CssCompound sibling) {
    String lower = from == 1 ? "" : CssText.anyOf(List.of(beyond(sibling, from - 1)));
    String upper = to == Integer.MAX_VALUE ? "" : CssText.noneOf(List.of(beyond(sibling, to)));
    if (!isFromEnd && !lower.isEmpty()) {
      lower = ":is(" + lower + ")";
    }
    return lower + upper;
  }

  /** The elements with at least {@code count} such siblings before them, or behind them. */
  private String beyond(CssCompound sibling, int count) {
    if (count > MOST_WITH_CONDITIONS) {
      throw new Untranslatable(Reason.POSITION, "the place " + count + " of " + sibling);
    }
    String row = String.join(" ~ ", Collections.nCopies(count, sibling.toString()));
    return isFromEnd ? ":has(~ " + row + ")" : row + " ~ *";
  }
}
