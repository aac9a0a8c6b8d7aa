// SPDX-License-Identifier: Apache-2.0
package org.winnow.siterules.imports;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.winnow.siterules.imports.XPathStep.Axis;
import org.winnow.siterules.imports.XPathTranslation.Reason;

/** Makes a condition of a relative path: that it leads anywhere. */
final class XPathExists {
  private XPathExists() {}

  /**
   * That the steps lead to an element which fulfils {@code extra}.
   *
   * @param extra a condition on the last element, or null
   */
  static CssCondition of(List<XPathStep> steps, @Nullable CssCondition extra) {
    if (steps.isEmpty()) {
      return extra == null ? CssCondition.of("") : extra;
    }
    XPathStep step = steps.get(0);
    List<XPathStep> rest = steps.subList(1, steps.size());
    if (step.isSelf()) {
      return of(rest, extra);
    }
    if (step.isAttribute() && !step.isDeep()) {
      return CssCondition.of("[" + attribute(step) + "]");
    }
    return switch (step.axis()) {
      case SELF -> CssCondition.of(":is(" + XPathTests.of(step).withoutPosition() + ")");
      case PARENT -> above(step, rest, extra, ">");
      case ANCESTOR -> above(step, rest, extra, " ");
      case PRECEDING_SIBLING -> before(step, rest, extra);
      default -> CssCondition.of(":has(" + below(steps, extra).strip() + ")");
    };
  }

  private static CssCondition above(
      XPathStep step, List<XPathStep> rest, @Nullable CssCondition extra, String tie) {
    refuseDeep(step);
    XPathTests tests = XPathTests.of(step);
    boolean isFree = tests.isNearest() && tests.counted().equals(tests.whole()) && rest.isEmpty();
    if (tests.position() != null && !(isFree && extra == null) && step.axis() == Axis.ANCESTOR) {
      throw new Untranslatable(Reason.POSITION, "a condition on the nearest ancestor");
    }
    CssCompound compound = tests.whole().and(of(rest, extra));
    return CssCondition.lookingUp(":is(" + compound + tied(tie) + "*)");
  }

  private static CssCondition before(
      XPathStep step, List<XPathStep> rest, @Nullable CssCondition extra) {
    refuseDeep(step);
    XPathTests tests = XPathTests.of(step);
    CssCompound compound = tests.whole().and(of(rest, extra));
    boolean isNearest = tests.isNearest();
    if (isNearest && !tests.counted().isAny() && !tests.counted().equals(compound)) {
      throw new Untranslatable(Reason.POSITION, "a condition on the nearest sibling before it");
    }
    String tie = isNearest && tests.counted().isAny() ? "+" : "~";
    return new CssCondition(List.of(":is(" + compound + tied(tie) + "*)"), compound.looksUp());
  }

  /** What stands in {@code :has()}. */
  private static String below(List<XPathStep> steps, @Nullable CssCondition extra) {
    XPathStep step = steps.get(0);
    List<XPathStep> rest = steps.subList(1, steps.size());
    if (step.isText()) {
      return ofTextNode(step, rest, extra);
    }
    XPathTests tests = XPathTests.of(step);
    CssCompound compound = tests.whole();
    String after = "";
    if (rest.isEmpty()) {
      compound = extra == null ? compound : compound.and(extra);
    } else if (isForward(rest.get(0))) {
      after = below(rest, extra);
    } else {
      compound = compound.and(of(rest, extra));
    }
    if (compound.looksUp()) {
      throw new Untranslatable(Reason.AXIS, "a condition that goes down and up again");
    }
    return tie(step, tests, compound, after) + after;
  }

  private static String tie(XPathStep step, XPathTests tests, CssCompound compound, String after) {
    if (step.axis() == Axis.FOLLOWING_SIBLING && !step.isDeep()) {
      if (!tests.isNearest()) {
        return tied("~") + compound;
      }
      if (tests.counted().isAny()) {
        return tied("+") + compound;
      }
      // Of the siblings behind the element, the first that is counted.
      return tied("~") + compound + ":not(:scope ~ " + tests.counted() + " ~ *)";
    }
    if (step.axis() == Axis.CHILD) {
      return tied(step.isDeep() ? " " : ">") + compound;
    }
    if (step.axis() == Axis.DESCENDANT
        && (tests.position() == null || isNearestOfAny(tests, compound, after))) {
      return tied(" ") + compound;
    }
    throw new Untranslatable(Reason.AXIS, step.axis().written() + ":: in a condition");
  }

  /** Whether "the first that is" says no more than "one that is". */
  private static boolean isNearestOfAny(XPathTests tests, CssCompound compound, String after) {
    return tests.isNearest() && tests.counted().equals(compound) && after.isEmpty();
  }

  private static String ofTextNode(
      XPathStep step, List<XPathStep> rest, @Nullable CssCondition extra) {
    if (step.axis() != Axis.CHILD
        || !step.predicates().isEmpty()
        || !rest.isEmpty()
        || extra != null) {
      throw new Untranslatable(Reason.TEXT_NODES, "a condition on text()");
    }
    return tied(step.isDeep() ? " " : ">") + "::text";
  }

  private static boolean isForward(XPathStep step) {
    return step.axis() == Axis.CHILD
        || step.axis() == Axis.DESCENDANT
        || step.axis() == Axis.FOLLOWING_SIBLING;
  }

  private static String attribute(XPathStep step) {
    if (step.test().equals("*")) {
      throw new Untranslatable(Reason.COMPARISON, "any attribute, @*");
    }
    return step.test();
  }

  private static void refuseDeep(XPathStep step) {
    if (step.isDeep()) {
      throw new Untranslatable(Reason.AXIS, "//" + step.axis().written() + ":: in a condition");
    }
  }

  private static String tied(String tie) {
    return tie.equals(" ") ? " " : " " + tie + " ";
  }
}
