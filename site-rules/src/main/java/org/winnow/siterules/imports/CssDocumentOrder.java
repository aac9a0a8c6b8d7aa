// SPDX-License-Identifier: Apache-2.0
package org.winnow.siterules.imports;

import java.util.ArrayList;
import java.util.List;
import org.winnow.siterules.imports.XPathTranslation.Reason;

/** What stands before and after elements in the order of the page. */
final class CssDocumentOrder {
  private static final XPathTests ANYTHING = new XPathTests(CssCompound.ANY, null, CssCompound.ANY);

  private CssDocumentOrder() {}

  /** Everything behind the path's elements that the compound fits, but not what is within them. */
  static List<CssPath> following(CssPath path, CssCompound compound) {
    List<CssPath> found = new ArrayList<>();
    List<CssPath> starts = new ArrayList<>(List.of(path));
    starts.addAll(CssAncestors.of(path, ANYTHING));
    for (CssPath start : starts) {
      found.add(start.then("~", compound));
      found.add(start.then("~", CssCompound.ANY).then(" ", compound));
    }
    return found;
  }

  /** Everything before the path's elements that the compound fits, but not what they are in. */
  static List<CssPath> preceding(CssPath path, CssCompound compound) {
    List<CssPath> found = new ArrayList<>();
    for (String has : List.of(":has(~ " + alone(path) + ")", ":has(~ :has(" + alone(path) + "))")) {
      found.add(CssPath.of(compound.and(has)));
      found.add(CssPath.of(CssCompound.ANY.and(has)).then(" ", compound));
    }
    return found;
  }

  /** The first of the path's elements on the page. */
  static CssPath first(CssPath path) {
    List<String> later = new ArrayList<>(List.of(path.then(" ", CssCompound.ANY).toString()));
    following(path, CssCompound.ANY).forEach(behind -> later.add(behind.toString()));
    return path.withLast(path.last().and(CssCondition.lookingUp(CssText.noneOf(later))));
  }

  /** The last of the path's elements on the page. */
  static CssPath last(CssPath path) {
    List<String> earlier = new ArrayList<>(List.of(":has(" + alone(path) + ")"));
    preceding(path, CssCompound.ANY).forEach(before -> earlier.add(before.toString()));
    return path.withLast(path.last().and(CssCondition.lookingUp(CssText.noneOf(earlier))));
  }

  private static CssPath alone(CssPath path) {
    if (path.size() > 1 || path.looksUp()) {
      throw new Untranslatable(Reason.AXIS, "back from an element that is known by those above");
    }
    return path;
  }
}
