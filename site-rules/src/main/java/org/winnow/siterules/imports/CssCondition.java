// SPDX-License-Identifier: Apache-2.0
package org.winnow.siterules.imports;

import java.util.ArrayList;
import java.util.List;
import org.winnow.siterules.imports.XPathTranslation.Reason;

/**
 * A condition on an element.
 *
 * @param alternatives at least one of which must hold; each can follow an element's name
 * @param looksUp whether one speaks of the element's ancestors
 */
record CssCondition(List<String> alternatives, boolean looksUp) {
  private static final int MOST = 32;

  static CssCondition of(String css) {
    return new CssCondition(List.of(css), false);
  }

  static CssCondition lookingUp(String css) {
    return new CssCondition(List.of(css), true);
  }

  CssCondition and(CssCondition other) {
    return new CssCondition(List.of(css() + other.css()), looksUp || other.looksUp);
  }

  CssCondition or(CssCondition other) {
    List<String> both = new ArrayList<>(alternatives);
    both.addAll(other.alternatives);
    if (both.size() > MOST) {
      throw new Untranslatable(Reason.SIZE, "more than " + MOST + " alternatives");
    }
    return new CssCondition(both, looksUp || other.looksUp);
  }

  CssCondition not() {
    return new CssCondition(List.of(CssText.noneOf(alternatives)), looksUp);
  }

  String css() {
    return CssText.anyOf(alternatives);
  }
}
