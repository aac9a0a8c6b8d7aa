// SPDX-License-Identifier: Apache-2.0
package org.winnow.siterules;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.winnow.corpus.Url;

/** The rules that are in force. Immutable, safe for use by several threads. */
public final class RuleSet {
  private final List<SiteRule> rules;

  private RuleSet(Collection<SiteRule> rules) {
    this.rules = List.copyOf(rules);
  }

  /** A set of these rules. */
  public static RuleSet of(Collection<SiteRule> rules) {
    return new RuleSet(rules);
  }

  /** No rules at all: every page is extracted without one. */
  public static RuleSet none() {
    return new RuleSet(List.of());
  }

  /** Every rule, by name. */
  public List<SiteRule> rules() {
    return rules;
  }

  /** The rule for that address: exact host before the longest wildcard; or empty. */
  public Optional<SiteRule> ruleFor(Url url) {
    return rules.stream().filter(rule -> rule.hosts().contains(url.host())).findFirst();
  }
}
