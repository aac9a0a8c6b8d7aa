// SPDX-License-Identifier: Apache-2.0
package org.winnow.corpus;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * The catalog's pages, a row for each fetch. Every method takes part in its handle's transaction.
 */
public final class Pages {
  private Pages() {}

  /**
   * Notes a fetch; its number.
   *
   * @param position where the page lies in the archive, or null where it was not archived
   */
  public static long add(
      Handle handle, long run, FetchedPage page, @Nullable WarcPosition position) {
    return add(handle, run, page, Sha256.hex(page.body()), position);
  }

  /** The same with the digest of its body. */
  public static long add(
      Handle handle, long run, FetchedPage page, String sha256, @Nullable WarcPosition position) {
    return handle
        .createQuery(
            """
            INSERT INTO page (run_id, requested, url, site, fetched, status, content_type, etag,
              last_modified, sha256, warc_file, warc_offset)
            VALUES (:run, :requested, :url, :site, :fetched, :status, :contentType, :etag,
              :lastModified, :sha256, :file, :offset)
            RETURNING id""")
        .bind("run", run)
        .bind("requested", page.requested().toString())
        .bind("url", page.url().toString())
        .bind("site", page.url().host())
        .bind("fetched", page.fetched().toEpochMilli())
        .bind("status", page.status())
        .bind("contentType", page.header("Content-Type"))
        .bind("etag", page.header("ETag"))
        .bind("lastModified", page.header("Last-Modified"))
        .bind("sha256", sha256)
        .bind("file", position == null ? null : position.file())
        .bind("offset", position == null ? null : position.offset())
        .mapTo(Long.class)
        .one();
  }

  /** The last fetch of that address that lies in the archive: its validators, its bytes. */
  public static Optional<StoredPage> latest(Handle handle, Url requested) {
    return handle
        .createQuery(
            """
            SELECT * FROM page WHERE requested = :requested AND warc_file IS NOT NULL
            ORDER BY id DESC LIMIT 1""")
        .bind("requested", requested.toString())
        .map((row, context) -> page(row))
        .findOne();
  }

  /**
   * The last archived fetch of every address that belongs to no article, in the order of fetching.
   *
   * @param since only those fetched then or later, or null for all
   */
  public static List<StoredPage> withoutArticle(Handle handle, @Nullable Instant since) {
    return handle
        .createQuery(
            """
            SELECT * FROM page
            WHERE id IN (SELECT MAX(id) FROM page WHERE warc_file IS NOT NULL GROUP BY requested)
              AND fetched >= :since
              AND NOT EXISTS (SELECT 1 FROM article_part WHERE article_part.url = page.url)
            ORDER BY id""")
        .bind("since", since == null ? Long.MIN_VALUE : since.toEpochMilli())
        .map((row, context) -> page(row))
        .list();
  }

  /**
   * The last archived fetch of each of the addresses of a site that were fetched last and answered
   * with a page, the youngest first.
   *
   * @param hosts the site's hosts: exact, or {@code *.example.org}
   * @param most how many at the most
   */
  public static List<StoredPage> lastOf(Handle handle, Collection<String> hosts, int most) {
    List<String> conditions = new ArrayList<>();
    Map<String, String> names = new HashMap<>();
    for (String host : hosts) {
      String name = "host" + names.size();
      boolean isSuffix = host.startsWith("*.");
      names.put(name, isSuffix ? "%" + host.substring(1) : host);
      conditions.add(isSuffix ? "site LIKE :" + name : "site = :" + name);
    }
    if (conditions.isEmpty()) {
      return List.of();
    }
    return handle
        .createQuery(
            "SELECT * FROM page WHERE id IN (SELECT MAX(id) FROM page WHERE warc_file IS NOT NULL"
                + " AND status = 200 AND ("
                + String.join(" OR ", conditions)
                + ") GROUP BY requested ORDER BY MAX(id) DESC LIMIT :most) ORDER BY id DESC")
        .bindMap(names)
        .bind("most", most)
        .map((row, context) -> page(row))
        .list();
  }

  /** The article whose first page has that address, or empty; of several the oldest. */
  public static Optional<Long> articleOn(Handle handle, Url url) {
    return handle
        .createQuery(
            "SELECT MIN(article_id) FROM article_part WHERE url = :url AND number = 1"
                + " HAVING COUNT(*) > 0")
        .bind("url", url.toString())
        .mapTo(Long.class)
        .findOne();
  }

  /** Where the very body of that page lies, if it is that of the last fetch of its address. */
  public static Optional<WarcPosition> sameBody(Handle handle, FetchedPage page, String sha256) {
    return latest(handle, page.requested())
        .filter(known -> known.sha256().equals(sha256) && known.url().equals(page.url()))
        .map(StoredPage::position);
  }

  /** The last page that was committed to the archive: what {@link PageArchive#open} asks for. */
  public static Optional<WarcPosition> lastArchived(Handle handle) {
    return handle
        .createQuery(
            """
            SELECT warc_file, warc_offset FROM page WHERE warc_file IS NOT NULL
            ORDER BY warc_file DESC, warc_offset DESC LIMIT 1""")
        .map((row, context) -> new WarcPosition(row.getString(1), row.getLong(2)))
        .findOne();
  }

  /**
   * The pages that a power cut may have taken from the archive: those fetched in the last two
   * minutes before the youngest one.
   */
  public static List<StoredPage> youngestArchived(Handle handle) {
    return handle
        .createQuery(
            """
            SELECT * FROM page WHERE warc_file IS NOT NULL AND fetched >=
              (SELECT fetched FROM page ORDER BY id DESC LIMIT 1) - 120000
            AND id > (SELECT MAX(id) FROM page) - 200000 ORDER BY id""")
        .map((row, context) -> page(row))
        .list();
  }

  /** Notes that a page is not in the archive after all. */
  public static void lost(Handle handle, long page) {
    handle.execute("UPDATE page SET warc_file = NULL, warc_offset = NULL WHERE id = ?", page);
  }

  private static StoredPage page(ResultSet row) throws SQLException {
    String file = row.getString("warc_file");
    return new StoredPage(
        row.getLong("id"),
        row.getLong("run_id"),
        Url.of(row.getString("requested")),
        Url.of(row.getString("url")),
        Instant.ofEpochMilli(row.getLong("fetched")),
        row.getInt("status"),
        row.getString("content_type"),
        row.getString("etag"),
        row.getString("last_modified"),
        row.getString("sha256"),
        file == null ? null : new WarcPosition(file, row.getLong("warc_offset")));
  }
}
