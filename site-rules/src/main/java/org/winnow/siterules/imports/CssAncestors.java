// SPDX-License-Identifier: Apache-2.0
package org.winnow.siterules.imports;

import java.util.ArrayList;
import java.util.List;
import org.winnow.siterules.imports.XPathTranslation.Reason;

/**
 * The elements above those that a selector finds. Inside {@code :has()} jsoup sees nothing above
 * the element that has, so a selector is cut where the ancestor may stand in it: at one of its
 * elements, between two of them, or above them all.
 */
final class CssAncestors {
  private CssAncestors() {}

  /** The parents that the compound fits. */
  static List<CssPath> parents(CssPath path, CssCompound parent) {
    int row = path.lastRow();
    return cut(path, row, parent, ":has(> " + visible(path.tail(row)) + ")");
  }

  /** The ancestors that the tests fit. */
  static List<CssPath> of(CssPath path, XPathTests tests) {
    CssCompound ancestor = tests.whole();
    CssPath target = path;
    if (tests.isNearest() && tests.counted().isAny()) {
      return parents(path, ancestor);
    }
    if (tests.isNearest()) {
      CssCompound counted = tests.counted();
      if (counted.looksUp()) {
        throw new Untranslatable(Reason.POSITION, "the nearest " + counted);
      }
      target = path.withLast(path.last().and(":not(:scope " + counted + " *)"));
    }
    List<CssPath> found = new ArrayList<>();
    for (int start = target.lastRow(); ; start = target.rowBefore(start)) {
      boolean isChild = start > 0 && target.link(start).tie().equals(">");
      String below = visible(target.tail(start)).toString();
      found.addAll(cut(target, start, ancestor, ":has(" + (isChild ? "> " : "") + below + ")"));
      if (start == 0) {
        return found;
      }
    }
  }

  /** Ancestors that stand right before the link at {@code start}, be it as one or between two. */
  private static List<CssPath> cut(CssPath path, int start, CssCompound ancestor, String has) {
    if (start == 0) {
      return List.of(CssPath.of(ancestor.and(has)));
    }
    List<CssPath> found = new ArrayList<>();
    CssPath above = path.head(start);
    above.and(ancestor.and(has)).ifPresent(found::add);
    if (path.link(start).tie().equals(" ")) {
      found.add(above.then(" ", ancestor.and(has)));
    }
    return found;
  }

  private static CssPath visible(CssPath path) {
    if (path.looksUp()) {
      throw new Untranslatable(Reason.AXIS, "up from an element that is known by its ancestors");
    }
    return path;
  }
}
