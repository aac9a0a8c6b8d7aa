// SPDX-License-Identifier: Apache-2.0
package org.winnow.siterules;

import java.util.List;

/**
 * What came of reading rules.
 *
 * @param rules the rules in force, those of files with a problem left out
 * @param problems everything that is wrong, by file and place; empty if all is well
 */
public record RuleReading(RuleSet rules, List<RuleProblem> problems) {

  public RuleReading {
    problems = List.copyOf(problems);
  }
}
