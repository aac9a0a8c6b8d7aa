// SPDX-License-Identifier: Apache-2.0
package org.winnow.corpus;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** The catalog's runs. Every method takes part in its handle's transaction. */
public final class Runs {
  private static final Duration UNSETTLED = Duration.ofMinutes(10);

  private Runs() {}

  /** Notes that a run of that site begins; its number. */
  public static long start(Handle handle, String site, Instant started) {
    return handle
        .createQuery("INSERT INTO run (site, started) VALUES (:site, :started) RETURNING id")
        .bind("site", site)
        .bind("started", started.toEpochMilli())
        .mapTo(Long.class)
        .one();
  }

  /** Notes how far a run has come, so that a run which is cut off has counts too. */
  public static void progress(Handle handle, long run, RunCounts counts) {
    handle
        .createUpdate(
            """
            UPDATE run SET fetched = :fetched, not_modified = :notModified, skipped = :skipped,
              failed = :failed, gone = :gone, new_articles = :newArticles, changed_articles = :changedArticles
            WHERE id = :id""")
        .bind("fetched", counts.fetched())
        .bind("notModified", counts.notModified())
        .bind("skipped", counts.skipped())
        .bind("failed", counts.failed())
        .bind("gone", counts.gone())
        .bind("newArticles", counts.newArticles())
        .bind("changedArticles", counts.changedArticles())
        .bind("id", run)
        .execute();
  }

  /** Notes that a run has ended. */
  public static void finish(Handle handle, long run, Instant finished, RunCounts counts) {
    progress(handle, run, counts);
    handle
        .createUpdate("UPDATE run SET finished = :finished WHERE id = :id")
        .bind("finished", finished.toEpochMilli())
        .bind("id", run)
        .execute();
  }

  /** The run of that number, or empty. */
  public static Optional<Run> find(Handle handle, long run) {
    return handle
        .createQuery("SELECT * FROM run WHERE id = :id")
        .bind("id", run)
        .map((row, context) -> run(row))
        .findOne();
  }

  /** The latest runs of all sites, the newest first. */
  public static List<Run> latest(Handle handle, int limit) {
    return handle
        .createQuery("SELECT * FROM run ORDER BY id DESC LIMIT :limit")
        .bind("limit", limit)
        .map((row, context) -> run(row))
        .list();
  }

  /** The latest runs of each site, those of one site the newest first. */
  public static List<Run> latestOfEach(Handle handle, int limit) {
    return handle
        .createQuery(
            """
            SELECT * FROM
              (SELECT run.*, ROW_NUMBER() OVER (PARTITION BY site ORDER BY id DESC) AS nth FROM run)
              AS numbered
            WHERE nth <= :limit ORDER BY site, id DESC""")
        .bind("limit", limit)
        .map((row, context) -> run(row))
        .list();
  }

  /** The runs of one site, or of all, that are older than that one; the newest first. */
  public static List<Run> before(Handle handle, @Nullable String site, long run, int limit) {
    return handle
        .createQuery(
            "SELECT * FROM run WHERE id < :run"
                + (site == null ? "" : " AND site = :site")
                + " ORDER BY id DESC LIMIT :limit")
        .bind("run", run)
        .bindMap(site == null ? Map.of() : Map.of("site", site))
        .bind("limit", limit)
        .map((row, context) -> run(row))
        .list();
  }

  /**
   * Since when files of the runs that nobody has looked at may not be on the disk: since the start
   * of one that was cut off, otherwise since ten minutes before the last end, by when every system
   * has written what it holds back (Linux: 30 s). Empty if there is no such run.
   */
  public static Optional<Instant> unsettledSince(Handle handle) {
    List<Run> unsettled =
        handle
            .createQuery("SELECT * FROM run WHERE NOT settled")
            .map((row, context) -> run(row))
            .list();
    Optional<Instant> flushed =
        unsettled.stream()
            .map(Run::finished)
            .filter(Objects::nonNull)
            .max(Comparator.naturalOrder())
            .map(last -> last.minus(UNSETTLED));
    return unsettled.stream()
        .map(
            run ->
                run.finished() != null
                        && flushed.isPresent()
                        && run.started().isBefore(flushed.get())
                    ? flushed.get()
                    : run.started())
        .min(Comparator.naturalOrder());
  }

  /** Notes that somebody has looked at all runs so far. No run may be going on. */
  public static void settle(Handle handle) {
    handle.execute("UPDATE run SET settled = TRUE WHERE NOT settled");
  }

  private static Run run(ResultSet row) throws SQLException {
    long finished = row.getLong("finished");
    boolean running = row.wasNull();
    return new Run(
        row.getLong("id"),
        row.getString("site"),
        Instant.ofEpochMilli(row.getLong("started")),
        running ? null : Instant.ofEpochMilli(finished),
        new RunCounts(
            row.getInt("fetched"),
            row.getInt("not_modified"),
            row.getInt("skipped"),
            row.getInt("failed"),
            row.getInt("gone"),
            row.getInt("new_articles"),
            row.getInt("changed_articles")));
  }
}
