// SPDX-License-Identifier: Apache-2.0
package org.winnow.corpus;

import java.util.List;
import org.jdbi.v3.core.Handle;

/**
 * What the catalog holds of one host.
 *
 * @param site the host
 * @param pages how many different addresses of it lie in the archive
 * @param articles how many articles, each with one text file
 * @param counts how much of the articles' pages was kept
 */
public record SiteSummary(String site, int pages, int articles, TextCounts counts) {

  /** All hosts, by name. Reads every page's row: for a table that a person asked for. */
  public static List<SiteSummary> all(Handle handle) {
    return handle
        .createQuery(
            """
            SELECT site, SUM(pages), SUM(articles), SUM(kept_blocks), SUM(removed_blocks),
              SUM(kept_chars), SUM(removed_chars)
            FROM (
              SELECT site, COUNT(DISTINCT url) AS pages, 0 AS articles, 0 AS kept_blocks,
                0 AS removed_blocks, 0 AS kept_chars, 0 AS removed_chars
              FROM page WHERE warc_file IS NOT NULL GROUP BY site
              UNION ALL
              SELECT site, 0, COUNT(*), SUM(kept_blocks), SUM(removed_blocks), SUM(kept_chars),
                SUM(removed_chars)
              FROM article GROUP BY site
            ) AS parts
            GROUP BY site ORDER BY site""")
        .map(
            (row, context) ->
                new SiteSummary(
                    row.getString(1),
                    row.getInt(2),
                    row.getInt(3),
                    new TextCounts(row.getInt(4), row.getInt(5), row.getLong(6), row.getLong(7))))
        .list();
  }
}
