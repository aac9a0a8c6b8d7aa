// SPDX-License-Identifier: Apache-2.0
package org.winnow.pipeline.rules;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.winnow.corpus.Url;
import org.winnow.pipeline.Nearest;
import org.winnow.pipeline.UserError;
import org.winnow.siterules.RuleSet;
import org.winnow.siterules.SiteRule;

/** What a user may call a site. */
public final class SiteAddress {
  private SiteAddress() {}

  /**
   * Where to begin: any address itself; for the name of a rule, its site; for one of its hosts,
   * that host.
   *
   * @throws UserError if it is none of these
   */
  public static Url of(String site, RuleSet rules) {
    if (site.contains("://")) {
      return Url.parse(site)
          .orElseThrow(() -> new UserError("'" + site + "' is not an http(s) address"));
    }
    Optional<SiteRule> named = named(site, rules);
    if (named.isPresent() && !named.get().hosts().contains(site)) {
      return named.get().site();
    }
    Optional<Url> host = Url.parse("https://" + site + "/");
    if (host.isPresent() && (named.isPresent() || rules.ruleFor(host.get()).isPresent())) {
      return named.map(SiteRule::site).filter(u -> u.host().equals(site)).orElse(host.get());
    }
    throw new UserError(
        unknown(site, rules) + "; for a site without one, give its address: https://" + site + "/");
  }

  /** Says that there is no such site, and which one may be meant. */
  public static String unknown(String site, RuleSet rules) {
    List<String> known =
        rules.rules().stream()
            .flatMap(rule -> Stream.concat(Stream.of(rule.name()), rule.hosts().stream()))
            .toList();
    String meant = Nearest.to(site, known).map(near -> " (did you mean " + near + "?)").orElse("");
    return "no rule for '" + site + "'" + meant;
  }

  /** The rule of that name, or the one that has that host. */
  public static Optional<SiteRule> named(String site, RuleSet rules) {
    return rules.rules().stream()
        .filter(rule -> rule.name().equals(site))
        .findFirst()
        .or(() -> rules.rules().stream().filter(rule -> rule.hosts().contains(site)).findFirst());
  }
}
