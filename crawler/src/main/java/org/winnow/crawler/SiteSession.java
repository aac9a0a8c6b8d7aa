// SPDX-License-Identifier: Apache-2.0
package org.winnow.crawler;

import java.time.Duration;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.winnow.corpus.Url;
import org.winnow.crawler.FetchRequest.Kind;
import org.winnow.siterules.FetchRule;
import org.winnow.siterules.RuleSet;
import org.winnow.siterules.SiteRule;

/**
 * How one site's requests are sent: with its rule's headers and limits, and the cookies that its
 * servers set. What a rule grants holds for its own hosts alone. Safe for use by several threads.
 */
final class SiteSession {
  // A page is held in memory, several times while it is worked on.
  private static final long MOST_BYTES = 256 << 20;

  private final FetchRule rule;
  private final Predicate<Url> isOwn;
  private final SiteCookies cookies = new SiteCookies();

  private SiteSession(FetchRule rule, Predicate<Url> isOwn) {
    this.rule = rule;
    this.isOwn = isOwn;
  }

  /** The session of a site without a rule. */
  static SiteSession plain() {
    return new SiteSession(FetchRule.NONE, url -> false);
  }

  /** The session of the site with that rule. */
  static SiteSession of(SiteRule site, RuleSet rules) {
    boolean isSecure = site.site().toString().startsWith("https:");
    return new SiteSession(
        site.crawl().fetch(),
        url ->
            rules.ruleFor(url).filter(owner -> owner.name().equals(site.name())).isPresent()
                && (!isSecure || url.toString().startsWith("https:")));
  }

  SiteCookies cookies() {
    return cookies;
  }

  /** The rule's headers; none where a redirect changed the origin, or to a host not its own. */
  List<FetchRule.Header> headers(FetchRequest request) {
    return isAtHome(request) ? rule.headers() : List.of();
  }

  /** Whether the server need not prove who it is. */
  boolean isInsecure(FetchRequest request) {
    return rule.insecure() && isAtHome(request);
  }

  /** How long a request may take, or null for as long as any. */
  @Nullable Duration timeout() {
    return rule.timeout();
  }

  /** How large an answer may be. */
  int maxBytes(Kind kind) {
    Long most = rule.maxBytes();
    return most == null || kind != Kind.PAGE ? kind.maxBytes : (int) Math.min(most, MOST_BYTES);
  }

  private boolean isAtHome(FetchRequest request) {
    return isOwn.test(request.url()) && request.requested().origin().equals(request.url().origin());
  }
}
