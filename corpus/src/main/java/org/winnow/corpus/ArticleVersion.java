// SPDX-License-Identifier: Apache-2.0
package org.winnow.corpus;

import java.time.Instant;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * What articles were before they changed. Every method takes part in its handle's transaction.
 *
 * @param version its number
 * @param headline its headline, or null
 * @param fetched when its page was fetched
 * @param text its text, or null if it was lost
 */
public record ArticleVersion(
    int version, @Nullable String headline, Instant fetched, @Nullable String text) {

  /**
   * Keeps what an article is now, before it is changed.
   *
   * @param text its text, or null if it is lost
   * @param run the run that found the change, or null
   */
  public static void keep(
      Handle handle, StoredArticle article, @Nullable String text, @Nullable Long run) {
    handle
        .createUpdate(
            """
            INSERT INTO article_version (article_id, version, headline, sha256, fetched, run_id, body)
            VALUES (:article, :version, :headline, :sha256, :fetched, :run, :body)
            ON CONFLICT (article_id, version) DO NOTHING""")
        .bind("article", article.id())
        .bind("version", article.version())
        .bind("headline", article.headline())
        .bind("sha256", article.sha256())
        .bind("fetched", article.fetched().toEpochMilli())
        .bind("run", run)
        .bind("body", text)
        .execute();
  }

  /** The earlier versions of an article, the oldest first. */
  public static List<ArticleVersion> of(Handle handle, long article) {
    return handle
        .createQuery("SELECT * FROM article_version WHERE article_id = :id ORDER BY version")
        .bind("id", article)
        .map(
            (row, context) ->
                new ArticleVersion(
                    row.getInt("version"),
                    row.getString("headline"),
                    Instant.ofEpochMilli(row.getLong("fetched")),
                    row.getString("body")))
        .list();
  }

  /** How many articles a run has found changed. */
  public static int countChanged(Handle handle, long run) {
    return handle
        .createQuery("SELECT COUNT(DISTINCT article_id) FROM article_version WHERE run_id = :run")
        .bind("run", run)
        .mapTo(Integer.class)
        .one();
  }
}
