// SPDX-License-Identifier: Apache-2.0
package org.winnow.siterules;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A region to remove: from a block that equals one of the headings (both sides folded) up to its
 * end.
 *
 * @param headings the headings
 * @param until where the region ends; the ending block itself stays
 * @param selector what the region ends before, for {@link Until#SELECTOR}; else null
 * @param mark where it stands in the rule
 */
public record HeadingRule(
    List<String> headings, Until until, @Nullable CssSelector selector, Mark mark) {

  /** Where a region ends. */
  public enum Until {
    /** At the end of the body. */
    END,
    /** At the first blank line, in text; where the heading's own container ends, on a page. */
    BLANK,
    /** At the next heading. */
    HEADING,
    /** Before the first element behind it that a selector finds; in text, at the end. */
    SELECTOR
  }
}
