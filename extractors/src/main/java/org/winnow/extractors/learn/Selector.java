// SPDX-License-Identifier: Apache-2.0
package org.winnow.extractors.learn;

import java.util.Comparator;
import java.util.List;

/**
 * A CSS selector that may go into a rule.
 *
 * @param css the selector
 * @param kind what it holds on to; of several parts the weakest
 */
record Selector(String css, SelectorKind kind) {

  /** Of equals the one with fewer parts, then the one whose name says more. */
  static final Comparator<Selector> SIMPLEST =
      Comparator.comparingInt(Selector::parts)
          .thenComparing(selector -> -selector.css().length())
          .thenComparing(Selector::css);

  private int parts() {
    return css.split(" ", -1).length;
  }

  /** Whether this one can find nothing where that one finds nothing: no alternative to it. */
  boolean dependsOn(Selector other) {
    return List.of(css.split("[ >]+", -1)).stream()
        .anyMatch(part -> part.equals(other.css) || part.startsWith(other.css + "."));
  }

  /** This one, only as a child of what that one finds. */
  Selector childOf(Selector parent) {
    return new Selector(parent.css + " > " + css, kind.weaker(parent.kind));
  }

  /** This one, only within what that one finds. */
  Selector within(Selector outer) {
    return new Selector(outer.css + " " + css, kind.weaker(outer.kind));
  }

  /** What either finds. */
  Selector or(Selector other) {
    return new Selector(css + ", " + other.css, kind.weaker(other.kind));
  }
}
