// SPDX-License-Identifier: Apache-2.0
package org.winnow.siterules.imports;

import java.util.List;
import java.util.Optional;

/**
 * One step of a path.
 *
 * @param isDeep whether {@code //} stands before it
 * @param test a name, {@code *}, {@code node()}, {@code text()} or {@code comment()}
 */
record XPathStep(boolean isDeep, Axis axis, String test, List<XPathExpr> predicates) {

  enum Axis {
    ANCESTOR("ancestor"),
    ANCESTOR_OR_SELF("ancestor-or-self"),
    ATTRIBUTE("attribute"),
    CHILD("child"),
    DESCENDANT("descendant"),
    DESCENDANT_OR_SELF("descendant-or-self"),
    FOLLOWING("following"),
    FOLLOWING_SIBLING("following-sibling"),
    PARENT("parent"),
    PRECEDING("preceding"),
    PRECEDING_SIBLING("preceding-sibling"),
    SELF("self");

    private final String written;

    Axis(String written) {
      this.written = written;
    }

    String written() {
      return written;
    }

    static Optional<Axis> of(String written) {
      for (Axis axis : values()) {
        if (axis.written.equals(written)) {
          return Optional.of(axis);
        }
      }
      return Optional.empty();
    }
  }

  /** Whether it stays where it is: {@code .} */
  boolean isSelf() {
    return axis == Axis.SELF && !isDeep && test.equals("node()") && predicates.isEmpty();
  }

  boolean isText() {
    return test.equals("text()");
  }

  boolean isAttribute() {
    return axis == Axis.ATTRIBUTE;
  }
}
