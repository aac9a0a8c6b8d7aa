// SPDX-License-Identifier: Apache-2.0
package org.winnow.crawler;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * What a run finds in the frontier when it begins. Every method takes part in its handle's
 * transaction. Safe for use by several threads.
 */
final class FrontierRounds {
  // A run that goes on where another was cut off need not look again at what has just been read.
  private static final Duration STILL_FRESH = Duration.ofMinutes(10);

  private final Clock clock;

  FrontierRounds(Clock clock) {
    this.clock = clock;
  }

  /**
   * Queues what a run of a site looks at again: its address; feeds, sitemaps and pages that are
   * due; what failed only for now, and what was too deep and no longer is.
   *
   * @param olderThan pages that were looked at longer ago are due too, or null
   */
  void begin(Handle handle, String site, int maxDepth, @Nullable Duration olderThan) {
    long now = clock.millis();
    long cutoff = queued(handle, site) == 0 ? now : now - STILL_FRESH.toMillis();
    handle
        .createUpdate(
            """
            UPDATE frontier SET state = 'queued', reason = '', detail = '', temporary = FALSE,
              tries = 0, due = :now
            WHERE site = :site AND state IN ('done', 'failed', 'skipped') AND
              ((due <= :cutoff AND (priority = :start OR temporary))
                OR (kind <> 'page' AND due <= :cutoff AND COALESCE(revisit, 0) <= :now)
                OR (due <= :cutoff AND revisit <= :now)
                OR (visited <= :old AND due <= :cutoff)
                OR (reason = :tooDeep AND depth <= :maxDepth))""")
        .bind("now", now)
        .bind("site", site)
        .bind("cutoff", cutoff)
        .bind("old", olderThan == null ? -1 : now - olderThan.toMillis())
        .bind("start", Link.START)
        .bind("tooDeep", FrontierLinks.TOO_DEEP)
        .bind("maxDepth", maxDepth)
        .execute();
  }

  /** Makes rows of the site's hosts its own that other sites found: before it had its name, say. */
  void adopt(Handle handle, String site, Scope scope) {
    handle
        .createQuery("SELECT DISTINCT host FROM frontier WHERE site <> :site")
        .bind("site", site)
        .mapTo(String.class)
        .filter(scope::containsHost)
        .forEach(
            host ->
                handle
                    .createUpdate("UPDATE frontier SET site = :site WHERE host = :host")
                    .bind("site", site)
                    .bind("host", host)
                    .execute());
  }

  /** How many addresses of that site are still to be fetched. */
  int queued(Handle handle, String site) {
    return handle
        .createQuery(
            """
            SELECT COUNT(*) FROM frontier WHERE site = :site AND state IN ('queued', 'leased')""")
        .bind("site", site)
        .mapTo(Integer.class)
        .one();
  }

  /** The hosts at which something of that site is still to be fetched. */
  List<String> queuedHosts(Handle handle, String site) {
    return handle
        .createQuery(
            """
            SELECT DISTINCT host FROM frontier
            WHERE site = :site AND state IN ('queued', 'leased')""")
        .bind("site", site)
        .mapTo(String.class)
        .list();
  }

  /** The hosts that the site's own address led to, by redirects, in earlier runs too. */
  List<String> startHosts(Handle handle, String site) {
    return handle
        .createQuery("SELECT DISTINCT host FROM frontier WHERE site = :site AND priority = :start")
        .bind("site", site)
        .bind("start", Link.START)
        .mapTo(String.class)
        .list();
  }
}
