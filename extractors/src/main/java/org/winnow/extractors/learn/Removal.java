// SPDX-License-Identifier: Apache-2.0
package org.winnow.extractors.learn;

/**
 * Something to remove.
 *
 * @param form how it is found
 * @param text the selector, the heading, the line or the pattern
 * @param remark why it may go
 */
record Removal(Form form, String text, String remark) {

  /** Where it stands in a rule. */
  String key() {
    return switch (form) {
      case SELECTOR -> "remove.selectors";
      case BLOCK -> "remove.blocks";
      case CUT -> "remove.cutAt";
      case LINE, PATTERN -> "remove.lines";
    };
  }

  /** How a removal is written in a rule. */
  enum Form {
    SELECTOR,
    /** From a heading to the end. */
    BLOCK,
    /** From a line to the end. */
    CUT,
    LINE,
    /** A line with numbers that change. */
    PATTERN
  }
}
