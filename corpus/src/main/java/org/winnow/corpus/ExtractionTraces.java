// SPDX-License-Identifier: Apache-2.0
package org.winnow.corpus;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.winnow.corpus.ExtractionTrace.Outcome;

/**
 * The catalog's traces, at most one for each page: the last one. Every method takes part in its
 * handle's transaction.
 */
public final class ExtractionTraces {
  private static final Pattern PARTS = Pattern.compile(" ");

  private ExtractionTraces() {}

  /** Notes how a rule worked on the page that lies there in the archive, over what was noted. */
  public static void save(Handle handle, WarcPosition page, ExtractionTrace trace) {
    handle
        .createUpdate(
            """
            INSERT INTO extraction (page_id, rule, version, layout, outcome, hits, removals, missing,
              words, link_density, print)
            SELECT id, :rule, :version, :layout, :outcome, :hits, :removals, :missing,
              :words, :linkDensity, :print
            FROM page WHERE warc_file = :file AND warc_offset = :offset
            ON CONFLICT (page_id) DO UPDATE SET
              rule = excluded.rule, version = excluded.version, layout = excluded.layout,
              outcome = excluded.outcome, hits = excluded.hits, removals = excluded.removals,
              missing = excluded.missing, words = excluded.words,
              link_density = excluded.link_density, print = excluded.print""")
        .bind("rule", trace.rule())
        .bind("version", trace.version())
        .bind("layout", trace.layout())
        .bind("outcome", trace.outcome().name())
        .bind("hits", text(trace.hits()))
        .bind("removals", text(trace.removals()))
        .bind("missing", String.join(" ", trace.missing()))
        .bind("words", trace.words())
        .bind("linkDensity", trace.linkDensity())
        .bind("print", trace.print().hex())
        .bind("file", page.file())
        .bind("offset", page.offset())
        .execute();
  }

  /** Takes back what was noted about the page that lies there in the archive. */
  public static void remove(Handle handle, WarcPosition page) {
    handle.execute(
        """
        DELETE FROM extraction WHERE page_id IN
          (SELECT id FROM page WHERE warc_file = ? AND warc_offset = ?)""",
        page.file(),
        page.offset());
  }

  /** The traces of the rule's last pages, the oldest first. */
  public static List<ExtractionTrace> latest(Handle handle, String rule, int limit) {
    List<ExtractionTrace> newestFirst =
        handle
            .createQuery(
                "SELECT * FROM extraction WHERE rule = :rule ORDER BY page_id DESC LIMIT :limit")
            .bind("rule", rule)
            .bind("limit", limit)
            .map((row, context) -> trace(row))
            .list();
    Collections.reverse(newestFirst);
    return newestFirst;
  }

  /** The names of the rules that there are traces of. */
  public static List<String> rules(Handle handle) {
    return handle
        .createQuery("SELECT DISTINCT rule FROM extraction ORDER BY rule")
        .mapTo(String.class)
        .list();
  }

  private static ExtractionTrace trace(ResultSet row) throws SQLException {
    return new ExtractionTrace(
        row.getString("rule"),
        row.getString("version"),
        row.getString("layout"),
        Outcome.valueOf(row.getString("outcome")),
        map(row.getString("hits")),
        map(row.getString("removals")),
        parts(row.getString("missing")),
        row.getInt("words"),
        row.getDouble("link_density"),
        new LayoutPrint(row.getString("print")));
  }

  /** {@code body=0 title=1}: keys have no blanks, and no equals sign behind the last one. */
  private static String text(Map<String, Integer> map) {
    return new TreeMap<>(map)
        .entrySet().stream()
            .map(entry -> entry.getKey() + "=" + entry.getValue())
            .collect(Collectors.joining(" "));
  }

  private static Map<String, Integer> map(String text) {
    Map<String, Integer> map = new TreeMap<>();
    for (String part : parts(text)) {
      int equals = part.lastIndexOf('=');
      map.put(part.substring(0, equals), Integer.valueOf(part.substring(equals + 1)));
    }
    return map;
  }

  private static List<String> parts(String text) {
    return text.isEmpty() ? List.of() : List.of(PARTS.split(text));
  }
}
