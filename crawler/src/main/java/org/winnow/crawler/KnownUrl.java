// SPDX-License-Identifier: Apache-2.0
package org.winnow.crawler;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.winnow.corpus.Url;
import org.winnow.siterules.DiscoverRule;
import org.winnow.siterules.RuleSet;
import org.winnow.siterules.SiteRule;

/**
 * What became of an address that some crawl has found.
 *
 * @param url the address
 * @param site the site whose crawl found it
 * @param kind page, feed or sitemap
 * @param state queued, leased, done, failed or skipped
 * @param reason why, in stable words: {@code http 404}, {@code robots}, {@code too deep}; or empty
 * @param detail the same for a person, or empty
 * @param foundOn the page that led there, or null
 * @param due queued: not to be fetched before; otherwise when it came to its end
 * @param visited when it last had something to keep, or null
 * @param revisit when it is to be looked at again, or null
 */
public record KnownUrl(
    Url url,
    String site,
    String kind,
    String state,
    String reason,
    String detail,
    @Nullable String foundOn,
    Instant due,
    @Nullable Instant visited,
    @Nullable Instant revisit) {

  private static final int NAMED_SITES = 5;

  /** What is known of that address, or empty if no crawl has found it. */
  public static Optional<KnownUrl> find(Handle handle, Url url) {
    return handle
        .createQuery("SELECT * FROM frontier WHERE url = :url")
        .bind("url", url.toString())
        .map((row, context) -> known(row))
        .findOne();
  }

  /** The address by which the crawl of its site knows that one. */
  public static Url address(Url url, RuleSet rules) {
    return rules
        .ruleFor(url)
        .map(rule -> LinkFilter.withoutDropped(url, rule.crawl().discover()))
        .orElse(url);
  }

  /**
   * Why no crawl would fetch that address even if it found it, as the very rules of a crawl say;
   * empty if one would.
   */
  public static Optional<String> exclusion(Handle handle, Url url, RuleSet rules) {
    Optional<String> outside = outside(handle, url, rules);
    if (outside.isPresent()) {
      return outside;
    }
    Optional<DiscoverRule> rule = rules.ruleFor(url).map(r -> r.crawl().discover());
    if (rule.filter(r -> r.isDenied(url)).isPresent()) {
      return Optional.of("its rule denies it (discover.articles.deny)");
    }
    if (!Scope.isPage(url)) {
      return Optional.of("its name says that it is no page");
    }
    return UrlShapes.circle(url)
        .or(
            () ->
                rule.filter(r -> !r.isArticle(url))
                    .map(
                        r ->
                            "entries of feeds and sitemaps are left out that are no articles by"
                                + " discover.articles, and no page led to it"));
  }

  /** That the address belongs to no site that was crawled; empty if it does. */
  private static Optional<String> outside(Handle handle, Url url, RuleSet rules) {
    List<String> sites =
        handle
            .createQuery("SELECT DISTINCT site FROM run ORDER BY site")
            .mapTo(String.class)
            .list();
    boolean isInside =
        sites.stream()
            .map(site -> rules.named(site).map(SiteRule::site).or(() -> site(site)))
            .flatMap(Optional::stream)
            .anyMatch(site -> new Scope(site, rules).contains(url));
    if (isInside || hasHost(handle, url.host())) {
      return Optional.empty();
    }
    String names = String.join(", ", sites.subList(0, Math.min(NAMED_SITES, sites.size())));
    String more = sites.size() > NAMED_SITES ? ", …" : "";
    return Optional.of(
        sites.isEmpty()
            ? "nothing was crawled yet"
            : "outside the hosts of the sites that were crawled (" + names + more + ")");
  }

  private static Optional<Url> site(String host) {
    return Url.parse("https://" + (host.contains(":") ? "[" + host + "]" : host) + "/");
  }

  private static boolean hasHost(Handle handle, String host) {
    return handle
        .createQuery("SELECT EXISTS (SELECT 1 FROM frontier WHERE host = :host)")
        .bind("host", host)
        .mapTo(Boolean.class)
        .one();
  }

  private static KnownUrl known(ResultSet row) throws SQLException {
    return new KnownUrl(
        Url.of(row.getString("url")),
        row.getString("site"),
        row.getString("kind"),
        row.getString("state"),
        row.getString("reason"),
        row.getString("detail"),
        row.getString("found_on"),
        Instant.ofEpochMilli(row.getLong("due")),
        instant(row, "visited"),
        instant(row, "revisit"));
  }

  private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
    long millis = row.getLong(column);
    return row.wasNull() ? null : Instant.ofEpochMilli(millis);
  }
}
