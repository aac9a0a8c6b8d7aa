// SPDX-License-Identifier: Apache-2.0
package org.winnow.extractors;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.winnow.siterules.SiteRule;

/**
 * How a rule was used on a page.
 *
 * @param rule the rule, or null where none was used
 * @param layout the layout of the rule that holds for the page, {@code sections[0]} or {@code
 *     history[1]}; empty for what the rule says of all pages
 * @param isFallback whether the rule found no body, and it was found without the rule
 * @param hits which alternative found each part; parts that the rule did not find are missing
 */
public record RuleUse(
    @Nullable SiteRule rule, String layout, boolean isFallback, List<FieldHit> hits) {

  /** No rule was used. */
  public static final RuleUse NONE = new RuleUse(null, "", false, List.of());

  public RuleUse {
    hits = List.copyOf(hits);
  }
}
