// SPDX-License-Identifier: Apache-2.0
package org.winnow.siterules.imports;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.winnow.siterules.imports.XPathStep.Axis;
import org.winnow.siterules.imports.XPathTranslation.Reason;

/**
 * A step's node test and predicates as a compound.
 *
 * @param counted what must hold before the counting
 * @param position what counts, where the axis does not count among siblings; or null
 * @param whole everything but the position
 */
record XPathTests(CssCompound counted, @Nullable XPathPosition position, CssCompound whole) {

  static XPathTests of(XPathStep step) {
    CssCompound compound = nodeTest(step);
    CssCompound counted = compound;
    XPathPosition position = null;
    boolean isAlone = true;
    for (XPathExpr predicate : step.predicates()) {
      Optional<XPathPosition> found = XPathPosition.of(predicate);
      if (found.isEmpty()) {
        compound = compound.and(XPathConditions.of(predicate, compound.tag()));
      } else if (step.axis() == Axis.CHILD) {
        compound = compound.and(among(found.get(), compound, isAlone));
      } else if (position == null) {
        position = found.get();
        counted = compound;
      } else {
        throw new Untranslatable(Reason.POSITION, "two positions on " + step.axis().written());
      }
      isAlone = false;
    }
    return new XPathTests(position == null ? compound : counted, position, compound);
  }

  private static String among(XPathPosition position, CssCompound compound, boolean isAlone) {
    return isAlone ? position.nth(compound.tag()) : position.nthOf(compound);
  }

  private static CssCompound nodeTest(XPathStep step) {
    return switch (step.test()) {
      case "*" -> CssCompound.ANY;
      case "node()" -> {
        if (step.axis() != Axis.PARENT && step.axis() != Axis.SELF) {
          throw textNodes(step);
        }
        yield CssCompound.ANY;
      }
      case "text()", "comment()" -> throw textNodes(step);
      default -> CssCompound.of(step.test());
    };
  }

  private static Untranslatable textNodes(XPathStep step) {
    return new Untranslatable(Reason.TEXT_NODES, step.axis().written() + "::" + step.test());
  }

  /**
   * The whole, where the axis leads to one element at most or the position is not asked for.
   *
   * @throws Untranslatable if the position matters
   */
  CssCompound withoutPosition() {
    if (position != null) {
      throw new Untranslatable(Reason.POSITION, "a position among " + counted);
    }
    return whole;
  }

  /** Whether the nearest element on the axis is asked for. */
  boolean isNearest() {
    if (position != null && !position.isFirst()) {
      throw new Untranslatable(Reason.POSITION, "a position among " + counted);
    }
    return position != null;
  }
}
