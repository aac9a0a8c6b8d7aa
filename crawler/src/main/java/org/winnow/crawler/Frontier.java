// SPDX-License-Identifier: Apache-2.0
package org.winnow.crawler;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.winnow.corpus.FetchedPage;
import org.winnow.corpus.Url;
import org.winnow.crawler.FetchRequest.Kind;

/**
 * The addresses of all sites in the catalog: each once, with its state. A row that is being fetched
 * is leased: if the run dies, the lease ends and the row comes back. Every method takes part in its
 * handle's transaction. Safe for use by several threads.
 */
final class Frontier {
  /** Longer than the longest request and the slowest handler take together. */
  static final Duration LEASE = Duration.ofMinutes(5);

  // A catalog has one writing process at a time, so a lease of any other process is abandoned.
  private static final String PROCESS = UUID.randomUUID().toString();

  private final Clock clock;
  private final String owner;

  /** The frontier as one run sees it. */
  Frontier(Clock clock) {
    this.clock = clock;
    this.owner = PROCESS + "/" + UUID.randomUUID();
  }

  /** The first address of that host that may be fetched now, or empty. */
  Optional<FrontierRow> first(Handle handle, String host) {
    Optional<FrontierRow> queued = first(handle, host, "queued");
    return queued.isPresent() ? queued : first(handle, host, "leased");
  }

  private Optional<FrontierRow> first(Handle handle, String host, String state) {
    return handle
        .createQuery(
            """
            SELECT * FROM frontier WHERE host = :host AND state = :state AND due <= :now
            ORDER BY priority, id LIMIT 1""")
        .bind("host", host)
        .bind("state", state)
        .bind("now", now())
        .map((row, context) -> row(row))
        .findOne();
  }

  /** When the next address of that host may be fetched; empty if none waits. */
  Optional<Instant> nextDue(Handle handle, String host) {
    return handle
        .createQuery(
            """
            SELECT MIN(due) FROM frontier WHERE host = :host
            AND (state = 'queued' OR state = 'leased' AND owner <> :owner)""")
        .bind("host", host)
        .bind("owner", owner)
        .mapTo(Long.class)
        .findOne()
        .map(Instant::ofEpochMilli);
  }

  /** Leases that address; false if another run was quicker. */
  boolean lease(Handle handle, FrontierRow row) {
    return handle
            .createUpdate(
                """
                UPDATE frontier SET state = 'leased', owner = :owner, due = :end WHERE id = :id
                AND (state = 'queued' OR state = 'leased' AND due <= :now)""")
            .bind("owner", owner)
            .bind("end", now() + LEASE.toMillis())
            .bind("now", now())
            .bind("id", row.id())
            .execute()
        == 1;
  }

  /** Leases the address of a page that is there already; empty if it came to an end before. */
  Optional<FrontierRow> leaseNow(Handle handle, Url url) {
    return handle
        .createQuery(
            """
            UPDATE frontier SET state = 'leased', owner = :owner, due = :end
            WHERE url = :url AND (state = 'queued' OR temporary AND state <> 'leased')
            RETURNING *""")
        .bind("owner", owner)
        .bind("end", now() + LEASE.toMillis())
        .bind("url", url.toString())
        .map((row, context) -> row(row))
        .findOne();
  }

  /** Ends a leased address; false if the lease was lost, and then nothing more may be written. */
  boolean end(Handle handle, FrontierRow row, Ending ending) {
    return handle
            .createUpdate(
                """
                UPDATE frontier SET state = :state, reason = :reason, detail = :detail,
                  temporary = :temporary, due = :now, owner = NULL
                WHERE id = :id AND state = 'leased' AND owner = :owner""")
            .bind("state", ending.state())
            .bind("reason", ending.reason())
            .bind("detail", ending.detail())
            .bind("temporary", ending.isForNow())
            .bind("now", now())
            .bind("id", row.id())
            .bind("owner", owner)
            .execute()
        == 1;
  }

  /** Notes what the address holds, so that its next answer may be "not modified". */
  void remember(Handle handle, FrontierRow row, Kind kind, FetchedPage page) {
    handle
        .createUpdate(
            """
            UPDATE frontier SET kind = :kind, etag = NULLIF(:etag, ''),
              last_modified = NULLIF(:lastModified, '') WHERE id = :id""")
        .bind("kind", kind.label)
        .bind("etag", page.header("ETag"))
        .bind("lastModified", page.header("Last-Modified"))
        .bind("id", row.id())
        .execute();
  }

  /** Puts a leased address back, to be tried again at that instant. */
  void retry(Handle handle, FrontierRow row, Instant due, String reason, String detail) {
    handle
        .createUpdate(
            """
            UPDATE frontier SET state = 'queued', owner = NULL, due = :due, tries = tries + 1,
              reason = :reason, detail = :detail
            WHERE id = :id AND owner = :owner""")
        .bind("due", due.toEpochMilli())
        .bind("reason", reason)
        .bind("detail", detail)
        .bind("id", row.id())
        .bind("owner", owner)
        .execute();
  }

  /** Puts back what this run has leased and not ended. */
  void giveBack(Handle handle) {
    handle
        .createUpdate(
            """
            UPDATE frontier SET state = 'queued', owner = NULL, due = :now
            WHERE state = 'leased' AND owner = :owner""")
        .bind("now", now())
        .bind("owner", owner)
        .execute();
  }

  /** Puts one leased address back, as if it had not been touched. */
  void giveBack(Handle handle, FrontierRow row) {
    handle
        .createUpdate(
            """
            UPDATE frontier SET state = 'queued', owner = NULL, due = :now
            WHERE id = :id AND owner = :owner""")
        .bind("now", now())
        .bind("id", row.id())
        .bind("owner", owner)
        .execute();
  }

  /** Puts back what processes that are gone had leased. */
  void reclaim(Handle handle) {
    handle
        .createUpdate(
            """
            UPDATE frontier SET state = 'queued', owner = NULL, due = :now
            WHERE state = 'leased' AND owner NOT LIKE :process""")
        .bind("now", now())
        .bind("process", PROCESS + "/%")
        .execute();
  }

  private long now() {
    return clock.millis();
  }

  private static FrontierRow row(ResultSet row) throws SQLException {
    return new FrontierRow(
        row.getLong("id"),
        Url.of(row.getString("url")),
        row.getString("site"),
        Kind.valueOf(row.getString("kind").toUpperCase(Locale.ROOT)),
        row.getInt("priority"),
        row.getInt("depth"),
        row.getInt("hops"),
        row.getInt("tries"),
        url(row.getString("requested")),
        row.getString("etag"),
        row.getString("last_modified"));
  }

  private static @Nullable Url url(@Nullable String text) {
    return text == null ? null : Url.of(text);
  }
}
