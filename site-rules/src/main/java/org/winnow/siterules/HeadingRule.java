// SPDX-License-Identifier: Apache-2.0
package org.winnow.siterules;

import java.util.List;

/**
 * A region to remove: from a block that equals one of the headings (both sides folded) up to its
 * end.
 *
 * @param headings the headings
 * @param until where the region ends; the ending block itself stays
 * @param mark where it stands in the rule
 */
public record HeadingRule(List<String> headings, Until until, Mark mark) {

  /** Where a region ends. */
  public enum Until {
    /** At the end of the body. */
    END,
    /** At the first blank line, in text; where the heading's own container ends, on a page. */
    BLANK,
    /** At the next heading. */
    HEADING
  }
}
