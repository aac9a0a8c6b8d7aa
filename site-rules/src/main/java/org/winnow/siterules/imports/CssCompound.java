// SPDX-License-Identifier: Apache-2.0
package org.winnow.siterules.imports;

import java.util.Optional;

/**
 * What CSS says of one element.
 *
 * @param tag its name, or {@code *}
 * @param rest what follows the name: classes, attributes, pseudo classes
 * @param looksUp whether the rest speaks of the element's ancestors, which inside {@code :has()}
 *     are out of sight
 */
record CssCompound(String tag, String rest, boolean looksUp) {
  static final CssCompound ANY = new CssCompound("*", "", false);

  private static final int LONGEST = 4_000;

  CssCompound {
    if (rest.length() > LONGEST) {
      throw new Untranslatable(
          XPathTranslation.Reason.SIZE, "more than " + LONGEST + " characters on one element");
    }
  }

  static CssCompound of(String tag) {
    return new CssCompound(tag.replace(':', '|'), "", false);
  }

  CssCompound and(String more) {
    return new CssCompound(tag, rest + more, looksUp);
  }

  CssCompound and(CssCondition condition) {
    return new CssCompound(tag, rest + condition.css(), looksUp || condition.looksUp());
  }

  /** The elements that both fit, or empty if there are none. */
  Optional<CssCompound> and(CssCompound other) {
    if (!tag.equals("*") && !other.tag.equals("*") && !tag.equals(other.tag)) {
      return Optional.empty();
    }
    String both = tag.equals("*") ? other.tag : tag;
    String more = rest.equals(other.rest) ? rest : rest + other.rest;
    return Optional.of(new CssCompound(both, more, looksUp || other.looksUp));
  }

  /** Whether it says itself, not within brackets, that there is such an attribute. */
  boolean hasAttribute(String name) {
    int depth = 0;
    for (int i = 0; i < rest.length(); i++) {
      char c = rest.charAt(i);
      depth += c == '(' ? 1 : c == ')' ? -1 : 0;
      if (c == '[' && depth == 0 && rest.startsWith(name, i + 1)) {
        return true;
      }
    }
    return false;
  }

  boolean isAny() {
    return tag.equals("*") && rest.isEmpty();
  }

  @Override
  public String toString() {
    return tag.equals("*") && !rest.isEmpty() ? rest : tag + rest;
  }
}
