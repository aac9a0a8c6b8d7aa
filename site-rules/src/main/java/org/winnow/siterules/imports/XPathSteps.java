// SPDX-License-Identifier: Apache-2.0
package org.winnow.siterules.imports;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.winnow.siterules.imports.XPathStep.Axis;
import org.winnow.siterules.imports.XPathTranslation.Reason;

/** Walks the steps of a path that selects elements. */
final class XPathSteps {
  private static final int MOST = 24;

  private XPathSteps() {}

  /** The elements to which a path's first step leads from the page itself. */
  static List<CssPath> first(XPathStep step, boolean isAbsolute) {
    boolean isDeep = step.isDeep() || step.axis() == Axis.DESCENDANT;
    if (step.axis() != Axis.CHILD && step.axis() != Axis.DESCENDANT) {
      if (step.isDeep()) {
        return next(List.of(CssPath.of(CssCompound.ANY)), anywhere(step));
      }
      throw new Untranslatable(Reason.AXIS, step.axis().written() + ":: of the page");
    }
    CssCompound compound = XPathTests.of(step).withoutPosition();
    boolean isRoot = !isDeep && !compound.tag().equals("html");
    return List.of(CssPath.of(isRoot && isAbsolute ? compound.and(":root") : compound));
  }

  /** The same step, from every element. */
  private static XPathStep anywhere(XPathStep step) {
    return new XPathStep(false, step.axis(), step.test(), step.predicates());
  }

  /** The elements to which a step leads from those. */
  static List<CssPath> next(List<CssPath> from, XPathStep step) {
    if (step.isSelf()) {
      return from;
    }
    boolean isPlain = step.axis() == Axis.CHILD || step.axis() == Axis.DESCENDANT;
    Set<CssPath> found = new LinkedHashSet<>();
    for (CssPath path : from) {
      found.addAll(next(path, step));
      if (step.isDeep() && !isPlain) {
        found.addAll(next(path.then(" ", CssCompound.ANY), step));
      }
    }
    if (found.isEmpty()) {
      throw new Untranslatable(Reason.NEVER, step.axis().written() + "::" + step.test());
    }
    if (found.size() > MOST) {
      throw new Untranslatable(Reason.SIZE, "more than " + MOST + " selectors");
    }
    return List.copyOf(found);
  }

  private static List<CssPath> next(CssPath path, XPathStep step) {
    XPathTests tests = XPathTests.of(step);
    return switch (step.axis()) {
      case CHILD -> List.of(path.then(step.isDeep() ? " " : ">", tests.whole()));
      case DESCENDANT -> List.of(path.then(" ", tests.withoutPosition()));
      case DESCENDANT_OR_SELF -> {
        List<CssPath> both = new ArrayList<>(self(path, tests));
        both.add(path.then(" ", tests.withoutPosition()));
        yield both;
      }
      case SELF -> {
        tests.isNearest();
        yield self(path, tests);
      }
      case PARENT -> {
        tests.isNearest();
        yield CssAncestors.parents(path, tests.whole());
      }
      case ANCESTOR -> CssAncestors.of(path, tests);
      case ANCESTOR_OR_SELF -> {
        tests.withoutPosition();
        List<CssPath> both = new ArrayList<>(self(path, tests));
        both.addAll(CssAncestors.of(path, tests));
        yield both;
      }
      case FOLLOWING_SIBLING -> behind(path, tests);
      case PRECEDING_SIBLING -> before(path, tests);
      case FOLLOWING -> CssDocumentOrder.following(path, tests.withoutPosition());
      case PRECEDING -> CssDocumentOrder.preceding(path, tests.withoutPosition());
      case ATTRIBUTE -> throw new Untranslatable(Reason.AXIS, "an attribute on the way");
    };
  }

  private static List<CssPath> self(CssPath path, XPathTests tests) {
    return path.and(tests.whole()).stream().toList();
  }

  private static List<CssPath> behind(CssPath path, XPathTests tests) {
    if (!tests.isNearest()) {
      return List.of(path.then("~", tests.whole()));
    }
    if (tests.counted().isAny()) {
      return List.of(path.then("+", tests.whole()));
    }
    throw new Untranslatable(Reason.POSITION, "the first " + tests.counted() + " behind a sibling");
  }

  private static List<CssPath> before(CssPath path, XPathTests tests) {
    int row = path.lastRow();
    if (row != path.size() - 1) {
      throw new Untranslatable(Reason.AXIS, "preceding-sibling:: of a sibling");
    }
    CssCompound sibling = path.last();
    boolean isNearest = tests.isNearest();
    String has =
        isNearest && tests.counted().isAny()
            ? ":has(+ " + sibling + ")"
            : isNearest
                // Of the siblings before the element, the last that is counted.
                ? ":has(~ " + sibling + ":not(:scope ~ " + tests.counted() + " ~ *))"
                : ":has(~ " + sibling + ")";
    return List.of(path.withLast(tests.whole().and(has)));
  }
}
