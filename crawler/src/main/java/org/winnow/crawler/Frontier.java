// SPDX-License-Identifier: Apache-2.0
package org.winnow.crawler;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Update;
import org.jspecify.annotations.Nullable;
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

  /**
   * Leases the first addresses of that host that may be fetched now, in their order; none if there
   * are none.
   */
  List<FrontierRow> lease(Handle handle, String host, int most) {
    List<FrontierRow> queued = lease(handle, host, most, "state = 'queued'");
    return queued.isEmpty()
        ? lease(handle, host, most, "state = 'leased' AND owner <> :owner")
        : queued;
  }

  private List<FrontierRow> lease(Handle handle, String host, int most, String state) {
    return handle
        .createQuery(
            """
            UPDATE frontier SET state = 'leased', owner = :owner, due = :end WHERE id IN (
              SELECT id FROM frontier WHERE host = :host AND due <= :now AND\s"""
                + state
                + """
               ORDER BY priority, id LIMIT :most)
            RETURNING *""")
        .bind("owner", owner)
        .bind("end", now() + LEASE.toMillis())
        .bind("host", host)
        .bind("now", now())
        .bind("most", most)
        .map((row, context) -> row(row))
        .stream()
        .sorted(Comparator.comparingInt(FrontierRow::priority).thenComparing(FrontierRow::id))
        .toList();
  }

  /** When the next address of that host may be fetched; empty if none waits. */
  Optional<Instant> nextDue(Handle handle, String host) {
    return handle
        .createQuery(
            """
            SELECT MIN(due) FROM (
              SELECT due FROM frontier WHERE host = :host AND state = 'queued'
              UNION ALL
              SELECT due FROM frontier WHERE host = :host AND state = 'leased' AND owner <> :owner
            ) AS waiting""")
        .bind("host", host)
        .bind("owner", owner)
        .mapTo(Long.class)
        .findOne()
        .map(Instant::ofEpochMilli);
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

  /**
   * Ends a leased address; false if the lease was lost, and then nothing more may be written.
   *
   * @param visit what was found there, or null if it did not answer with anything to keep
   */
  boolean end(Handle handle, FrontierRow row, Ending ending, @Nullable Visit visit) {
    Update update =
        handle.createUpdate(
            """
            UPDATE frontier SET state = :state, reason = :reason, detail = :detail,
              temporary = :temporary, due = :now, owner = NULL\s"""
                + (visit == null
                    ? ""
                    : ", kind = :kind, etag = :etag, last_modified = :lastModified,"
                        + " visited = :now, interval_ms = :interval, revisit = :revisit ")
                + "WHERE id = :id AND state = 'leased' AND owner = :owner");
    if (visit != null) {
      update
          .bind("kind", visit.kind().label)
          .bind("etag", visit.etag())
          .bind("lastModified", visit.lastModified())
          .bind("interval", visit.interval().toMillis())
          .bind("revisit", now() + visit.interval().toMillis());
    }
    return update
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

  /** The same for an address at which there was nothing to keep. */
  boolean end(Handle handle, FrontierRow row, Ending ending) {
    return end(handle, row, ending, null);
  }

  /** Whether that host has an address that may be fetched now. */
  boolean hasDue(Handle handle, String host) {
    return handle
        .createQuery(
            """
            SELECT EXISTS (
              SELECT 1 FROM frontier WHERE host = :host AND state = 'queued' AND due <= :now)
            OR EXISTS (
              SELECT 1 FROM frontier WHERE host = :host AND state = 'leased' AND due <= :now
                AND owner <> :owner)""")
        .bind("host", host)
        .bind("now", now())
        .bind("owner", owner)
        .mapTo(Boolean.class)
        .one();
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
        row.getString("last_modified"),
        Duration.ofMillis(row.getLong("interval_ms")),
        instant(row, "visited"));
  }

  private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
    long millis = row.getLong(column);
    return row.wasNull() ? null : Instant.ofEpochMilli(millis);
  }

  private static @Nullable Url url(@Nullable String text) {
    return text == null ? null : Url.of(text);
  }
}
