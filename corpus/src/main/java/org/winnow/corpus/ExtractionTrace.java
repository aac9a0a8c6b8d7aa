// SPDX-License-Identifier: Apache-2.0
package org.winnow.corpus;

import java.util.List;
import java.util.Map;

/**
 * How a rule worked on one page, so that it can be seen when it stops to.
 *
 * @param rule the rule's name
 * @param version what the rule said then: equal for the same rule, different after every edit
 * @param layout the layout that held for the page, or an empty string
 * @param outcome what came of the page
 * @param hits which alternative found each part; a part that none found is missing
 * @param removals how many blocks each entry of {@code remove}, and each preset, took; those that
 *     took none are missing
 * @param missing the parts that the article does not have, whoever looked for them
 * @param words how many words the body has
 * @param linkDensity the share of the body's characters that stand inside links, from 0 to 1
 * @param print what the page's tree of elements looks like
 */
public record ExtractionTrace(
    String rule,
    String version,
    String layout,
    Outcome outcome,
    Map<String, Integer> hits,
    Map<String, Integer> removals,
    List<String> missing,
    int words,
    double linkDensity,
    LayoutPrint print) {

  /** What came of a page. */
  public enum Outcome {
    ARTICLE,
    /** The rule found no body, and it was found without the rule. */
    FALLBACK,
    /** There is an article, but not as the rule's quality gates ask. */
    HELD,
    /** The rule found no article on a page that has one. */
    MISSED
  }

  public ExtractionTrace {
    hits = Map.copyOf(hits);
    removals = Map.copyOf(removals);
    missing = List.copyOf(missing);
  }
}
