// SPDX-License-Identifier: Apache-2.0
package org.winnow.crawler;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.winnow.corpus.Url;
import org.winnow.siterules.RuleSet;

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

  /** What is known of that address, or empty if no crawl has found it. */
  public static Optional<KnownUrl> find(Handle handle, Url url) {
    return handle
        .createQuery("SELECT * FROM frontier WHERE url = :url")
        .bind("url", url.toString())
        .map((row, context) -> known(row))
        .findOne();
  }

  /** Why a crawl would not fetch that address even if it found it; empty if it would. */
  public static Optional<String> exclusion(Url url, RuleSet rules) {
    if (rules.ruleFor(url).filter(r -> r.crawl().discover().isDenied(url)).isPresent()) {
      return Optional.of("its rule denies it (discover.articles.deny)");
    }
    if (!Scope.isPage(url)) {
      return Optional.of("its name says that it is no page");
    }
    return UrlShapes.circle(url);
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
