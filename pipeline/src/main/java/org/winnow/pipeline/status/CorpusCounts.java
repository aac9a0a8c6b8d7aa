// SPDX-License-Identifier: Apache-2.0
package org.winnow.pipeline.status;

import java.time.Duration;
import java.time.LocalDate;
import java.util.Map;
import java.util.TreeMap;
import org.jdbi.v3.core.Handle;

/**
 * How many articles the corpus has, in several ways.
 *
 * @param articles all of them
 * @param quarantined those that are not as their rules ask
 * @param copies those with nearly the same text as an older one
 * @param days by the day (UTC) on which their page was last fetched
 * @param languages by BCP 47 code, an empty one where it is not known
 * @param statuses by what a reviewer said: pending, approved, rejected, edited, changed
 */
public record CorpusCounts(
    int articles,
    int quarantined,
    int copies,
    Map<LocalDate, Integer> days,
    Map<String, Integer> languages,
    Map<String, Integer> statuses) {

  private static final long DAY = Duration.ofDays(1).toMillis();

  /** What the catalog has now. Reads every article's row once. */
  public static CorpusCounts of(Handle catalog) {
    Map<LocalDate, Integer> days = new TreeMap<>();
    Map<String, Integer> languages = new TreeMap<>();
    Map<String, Integer> statuses = new TreeMap<>();
    int[] all = new int[3];
    catalog
        .createQuery(
            """
            SELECT fetched / :day AS fetched_day, COALESCE(language, '') AS code,
              review.status AS said, COUNT(*) AS articles,
              SUM(CASE WHEN quarantine <> '' THEN 1 ELSE 0 END) AS quarantined,
              SUM(CASE WHEN duplicate_of IS NULL THEN 0 ELSE 1 END) AS copies
            FROM article JOIN review ON review.article_id = article.id
            GROUP BY fetched / :day, COALESCE(language, ''), review.status""")
        .bind("day", DAY)
        .map(
            (row, context) -> {
              int count = row.getInt("articles");
              days.merge(LocalDate.ofEpochDay(row.getLong("fetched_day")), count, Integer::sum);
              languages.merge(row.getString("code"), count, Integer::sum);
              statuses.merge(row.getString("said"), count, Integer::sum);
              all[0] += count;
              all[1] += row.getInt("quarantined");
              all[2] += row.getInt("copies");
              return count;
            })
        .list();
    return new CorpusCounts(all[0], all[1], all[2], days, languages, statuses);
  }
}
