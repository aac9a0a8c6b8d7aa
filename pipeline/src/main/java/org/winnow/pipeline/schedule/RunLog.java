// SPDX-License-Identifier: Apache-2.0
package org.winnow.pipeline.schedule;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jspecify.annotations.Nullable;
import org.winnow.crawler.CrawlEvent;
import org.winnow.crawler.CrawlEvent.Outcome;

/**
 * What became of each address of a run, as far as the log goes. Every method takes part in its
 * handle's transaction.
 */
public final class RunLog {
  /** A run's first ten thousand addresses say what there is to say; two megabytes. */
  static final int MOST_LINES = 10_000;

  /** A month of daily runs. */
  static final int RUNS_KEPT = 30;

  private RunLog() {}

  /**
   * What became of an address.
   *
   * @param number in the order of the log
   * @param reason in a few stable words; empty for a page
   * @param detail the same for a person, or empty
   */
  public record Line(
      long number, Instant at, String url, Outcome outcome, String reason, String detail) {}

  /**
   * The lines of a run in order.
   *
   * @param outcome only those, or null for all
   * @param text only those whose address or reason has that in it; or empty for all
   * @param after only those with a greater number: for the next page
   */
  public static List<Line> lines(
      Handle handle, long run, @Nullable Outcome outcome, String text, long after, int limit) {
    String escaped = text.replace("!", "!!").replace("%", "!%").replace("_", "!_");
    return handle
        .createQuery(
            "SELECT * FROM run_url WHERE scheduled_run_id = :run AND id > :after"
                + (outcome == null ? "" : " AND outcome = :outcome")
                + (text.isEmpty()
                    ? ""
                    : " AND (LOWER(url) LIKE :text ESCAPE '!' OR LOWER(reason) LIKE :text"
                        + " ESCAPE '!')")
                + " ORDER BY id LIMIT :limit")
        .bind("run", run)
        .bind("after", after)
        .bind("outcome", outcome == null ? "" : word(outcome))
        .bind("text", "%" + escaped.toLowerCase(Locale.ROOT) + "%")
        .bind("limit", limit)
        .map(
            (row, context) ->
                new Line(
                    row.getLong("id"),
                    Instant.ofEpochMilli(row.getLong("at")),
                    row.getString("url"),
                    Outcome.valueOf(row.getString("outcome").toUpperCase(Locale.ROOT)),
                    row.getString("reason"),
                    row.getString("detail")))
        .list();
  }

  /** How many lines of a run tell of a failure, by reason, the most frequent first. */
  public static Map<String, Integer> errors(Handle handle, long run) {
    Map<String, Integer> errors = new LinkedHashMap<>();
    handle
        .createQuery(
            """
            SELECT reason, COUNT(*) AS lines FROM run_url
            WHERE scheduled_run_id = :run AND outcome IN ('failed', 'retried')
            GROUP BY reason ORDER BY COUNT(*) DESC, reason""")
        .bind("run", run)
        .map((row, context) -> Map.entry(row.getString("reason"), row.getInt("lines")))
        .forEach(entry -> errors.put(entry.getKey(), entry.getValue()));
    return errors;
  }

  static void add(Handle handle, long run, List<CrawlEvent> events) {
    PreparedBatch batch =
        handle.prepareBatch(
            """
            INSERT INTO run_url (scheduled_run_id, at, url, outcome, reason, detail)
            VALUES (:run, :at, :url, :outcome, :reason, :detail)""");
    for (CrawlEvent event : events) {
      batch
          .bind("run", run)
          .bind("at", event.at().toEpochMilli())
          .bind("url", event.url().toString())
          .bind("outcome", word(event.outcome()))
          .bind("reason", event.reason())
          .bind("detail", event.detail())
          .add();
    }
    batch.execute();
  }

  /** Forgets the lines of that site's older runs; the runs stay. */
  static void prune(Handle handle, String site) {
    handle
        .createUpdate(
            """
            DELETE FROM run_url WHERE scheduled_run_id IN (
              SELECT id FROM scheduled_run WHERE site = :site AND id <= (
                SELECT id FROM scheduled_run WHERE site = :site ORDER BY id DESC
                LIMIT 1 OFFSET :kept))""")
        .bind("site", site)
        .bind("kept", RUNS_KEPT)
        .execute();
  }

  private static String word(Outcome outcome) {
    return outcome.name().toLowerCase(Locale.ROOT);
  }
}
