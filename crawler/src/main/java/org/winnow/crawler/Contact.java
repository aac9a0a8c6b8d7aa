// SPDX-License-Identifier: Apache-2.0
package org.winnow.crawler;

import java.util.Collection;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.winnow.corpus.Url;
import org.winnow.siterules.RuleSet;
import org.winnow.siterules.SiteRule;

/**
 * Whoever crawls more than one site of the internet says where he can be reached, so that the owner
 * of a site can write instead of blocking. Sites that are fetched from a mapped address, and
 * addresses in networks that the user allowed, are his own.
 */
public final class Contact {
  private Contact() {}

  /**
   * Why these sites must not be crawled with these settings, in words for the user; or empty.
   *
   * @param addresses where the sites of a run begin
   * @param known names of sites that were crawled before
   */
  public static Optional<String> problem(
      CrawlSettings settings, RuleSet rules, Collection<Url> addresses, Collection<String> known) {
    Set<String> sites = new HashSet<>();
    for (Url address : addresses) {
      if (!isOwn(settings, address)) {
        sites.add(rules.ruleFor(address).map(SiteRule::name).orElse(address.host()));
      }
    }
    if (sites.isEmpty() || settings.hasContact()) {
      return Optional.empty();
    }
    sites.addAll(known);
    return sites.size() < 2
        ? Optional.empty()
        : Optional.of(
            "the user agent '"
                + settings.userAgent()
                + "' has no contact address, which is needed to crawl more than one site: give an"
                + " e-mail address or a page about the crawl");
  }

  private static boolean isOwn(CrawlSettings settings, Url address) {
    return !settings.origins().toBase(address).equals(address)
        || settings.allowedNetworks().stream().anyMatch(range -> range.isLiteral(address.host()));
  }
}
