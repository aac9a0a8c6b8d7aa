// SPDX-License-Identifier: Apache-2.0
package org.winnow.siterules;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.winnow.corpus.Url;

/** The rules that are in force. Immutable, safe for use by several threads. */
public final class RuleSet {
  private final List<SiteRule> rules;
  private final Map<String, SiteRule> byHost = new HashMap<>();
  private final Map<String, SiteRule> byName = new HashMap<>();
  private final List<SiteRule> byFingerprint;

  private RuleSet(Collection<SiteRule> rules) {
    List<SiteRule> sorted = new ArrayList<>(rules);
    sorted.sort(Comparator.comparing(SiteRule::name));
    this.rules = List.copyOf(sorted);
    for (SiteRule rule : rules) {
      byName.put(rule.name(), rule);
      for (String host : rule.hosts()) {
        byHost.put(host, rule);
      }
    }
    Comparator<SiteRule> byPriority = Comparator.comparing(rule -> -rule.match().priority());
    byFingerprint =
        this.rules.stream()
            .filter(rule -> !rule.match().when().isEmpty())
            .sorted(byPriority.thenComparing(SiteRule::name))
            .toList();
  }

  /** A set of these rules. Where two name the same host, the later one holds. */
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

  /** The rule of that name, or empty. */
  public Optional<SiteRule> named(String name) {
    return Optional.ofNullable(byName.get(name));
  }

  /** The rule for that address: exact host before the longest wildcard; or empty. */
  public Optional<SiteRule> ruleFor(Url url) {
    String host = url.host();
    SiteRule rule = byHost.get(host);
    for (int dot = host.indexOf('.'); rule == null && dot >= 0; dot = host.indexOf('.', dot + 1)) {
      rule = byHost.get("*" + host.substring(dot));
    }
    return Optional.ofNullable(rule);
  }

  /**
   * The rules that match pages of any host by what is on them, the first to be asked first. They
   * count where {@link #ruleFor} knows none.
   */
  public List<SiteRule> fingerprints() {
    return byFingerprint;
  }
}
