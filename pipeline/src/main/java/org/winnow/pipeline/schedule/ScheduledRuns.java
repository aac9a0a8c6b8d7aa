// SPDX-License-Identifier: Apache-2.0
package org.winnow.pipeline.schedule;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.winnow.corpus.RunCounts;
import org.winnow.pipeline.Fence;
import org.winnow.pipeline.schedule.ScheduledRun.Cause;
import org.winnow.pipeline.schedule.ScheduledRun.State;

/** The scheduler's runs in the catalog. Every method takes part in its handle's transaction. */
public final class ScheduledRuns {
  private static final String SELECT =
      """
      SELECT s.*, r.fetched, r.not_modified, r.skipped, r.failed, r.gone, r.new_articles,
        r.changed_articles
      FROM scheduled_run s LEFT JOIN run r ON r.id = s.run_id\s""";

  private ScheduledRuns() {}

  /** The run of that number, or empty. */
  public static Optional<ScheduledRun> find(Handle handle, long id) {
    return handle
        .createQuery(SELECT + "WHERE s.id = :id")
        .bind("id", id)
        .map((row, context) -> run(row))
        .findOne();
  }

  /**
   * The history, the newest first.
   *
   * @param site only that one's, or null for all
   * @param before only those with a smaller number: for the next page
   */
  public static List<ScheduledRun> latest(
      Handle handle, @Nullable String site, long before, int limit) {
    return handle
        .createQuery(
            SELECT
                + "WHERE s.id < :before"
                + (site == null ? "" : " AND s.site = :site")
                + " ORDER BY s.id DESC LIMIT :limit")
        .bind("before", before)
        .bind("limit", limit)
        .bind("site", site == null ? "" : site)
        .map((row, context) -> run(row))
        .list();
  }

  /** Those in that state, the first to start first. */
  public static List<ScheduledRun> in(Handle handle, State state) {
    return handle
        .createQuery(SELECT + "WHERE s.state = :state ORDER BY s.starts, s.nominal, s.id")
        .bind("state", state.word())
        .map((row, context) -> run(row))
        .list();
  }

  /** Notes that a run is wanted; empty if there is one of that site and instant already. */
  static Optional<Long> add(
      Handle handle, String site, Instant nominal, Cause cause, Instant starts, String detail) {
    return handle
        .createQuery(
            """
            INSERT INTO scheduled_run (site, nominal, cause, state, starts, detail)
            VALUES (:site, :nominal, :cause, 'waiting', :starts, :detail)
            ON CONFLICT (site, nominal) DO NOTHING RETURNING id""")
        .bind("site", site)
        .bind("nominal", nominal.toEpochMilli())
        .bind("cause", cause.word())
        .bind("starts", starts.toEpochMilli())
        .bind("detail", detail)
        .mapTo(Long.class)
        .findOne();
  }

  /** Takes a waiting run; its fence, or empty if somebody else has taken it. */
  static Optional<Long> take(Handle handle, long id, Instant now) {
    return handle
        .createQuery(
            """
            UPDATE scheduled_run SET state = 'running', started = :now, heartbeat = :now,
              fence = fence + 1
            WHERE id = :id AND state = 'waiting' RETURNING fence""")
        .bind("id", id)
        .bind("now", now.toEpochMilli())
        .mapTo(Long.class)
        .findOne();
  }

  /** Lets whoever took the run with that fence write, and nobody else. */
  static Fence fence(long id, long fence) {
    return handle -> {
      boolean isOwn =
          handle
              .createQuery(
                  "SELECT 1 FROM scheduled_run WHERE id = :id AND fence = :fence"
                      + " AND state = 'running'")
              .bind("id", id)
              .bind("fence", fence)
              .mapTo(Integer.class)
              .findOne()
              .isPresent();
      if (!isOwn) {
        throw new Fence.PassedException("run " + id + " is not this one's any more");
      }
    };
  }

  /** Notes what the run does in the catalog's runs. */
  static void link(Handle handle, long id, @Nullable Long run) {
    handle.execute("UPDATE scheduled_run SET run_id = ? WHERE id = ?", run, id);
  }

  /** Notes that whoever runs it is alive. */
  static void beat(Handle handle, long id, Instant now, int unlogged) {
    handle.execute(
        "UPDATE scheduled_run SET heartbeat = ?, unlogged = ? WHERE id = ?",
        now.toEpochMilli(),
        unlogged,
        id);
  }

  /** Ends a run, from whatever state, for good; what was allowed to write it no longer is. */
  static void end(Handle handle, long id, State state, String detail, Instant now) {
    handle
        .createUpdate(
            """
            UPDATE scheduled_run SET state = :state, ended = :now, fence = fence + 1,
              detail = CASE WHEN :detail = '' THEN detail ELSE :detail END
            WHERE id = :id AND state IN ('waiting', 'running')""")
        .bind("id", id)
        .bind("state", state.word())
        .bind("detail", detail)
        .bind("now", now.toEpochMilli())
        .execute();
  }

  /** Running ones of which nobody has heard since. */
  static List<ScheduledRun> silentSince(Handle handle, Instant since) {
    return handle
        .createQuery(SELECT + "WHERE s.state = 'running' AND s.heartbeat < :since ORDER BY s.id")
        .bind("since", since.toEpochMilli())
        .map((row, context) -> run(row))
        .list();
  }

  private static ScheduledRun run(ResultSet row) throws SQLException {
    return new ScheduledRun(
        row.getLong("id"),
        row.getString("site"),
        Instant.ofEpochMilli(row.getLong("nominal")),
        Cause.valueOf(row.getString("cause").toUpperCase(Locale.ROOT)),
        State.valueOf(row.getString("state").toUpperCase(Locale.ROOT)),
        row.getString("detail"),
        Instant.ofEpochMilli(row.getLong("starts")),
        instant(row, "started"),
        instant(row, "ended"),
        number(row, "run_id"),
        row.getInt("unlogged"),
        new RunCounts(
            row.getInt("fetched"),
            row.getInt("not_modified"),
            row.getInt("skipped"),
            row.getInt("failed"),
            row.getInt("gone"),
            row.getInt("new_articles"),
            row.getInt("changed_articles")));
  }

  private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
    Long millis = number(row, column);
    return millis == null ? null : Instant.ofEpochMilli(millis);
  }

  private static @Nullable Long number(ResultSet row, String column) throws SQLException {
    long value = row.getLong(column);
    return row.wasNull() ? null : value;
  }
}
