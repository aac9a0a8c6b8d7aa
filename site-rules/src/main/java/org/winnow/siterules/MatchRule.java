// SPDX-License-Identifier: Apache-2.0
package org.winnow.siterules;

import java.util.List;

/**
 * Which pages a rule is for, beyond its hosts.
 *
 * @param when what a page of a host without a rule must have, all of it; empty for no such page
 * @param priority which rule wins where two match equally well: the higher one
 */
public record MatchRule(List<Condition> when, int priority) {

  /** Hosts alone. */
  public static final MatchRule HOSTS = new MatchRule(List.of(), 0);
}
