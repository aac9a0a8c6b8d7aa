// SPDX-License-Identifier: Apache-2.0
package org.winnow.corpus;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/**
 * The edits of articles. An edit changes no extracted text: it is handed out in its place, whatever
 * is extracted later. Every method takes part in its handle's transaction.
 */
public final class Edits {
  private Edits() {}

  /**
   * Keeps an edit; {@link Verdicts#edited} puts it in the text's place.
   *
   * @param base the extracted text that it was made of
   * @return its number
   */
  static long save(
      Handle handle, StoredArticle article, String base, String text, String who, Instant made) {
    return handle
        .createQuery(
            """
            INSERT INTO edit (article_id, canonical, base_sha256, base, body, sha256, who, made)
            VALUES (:article, :canonical, :baseSha256, :base, :text, :sha256, :who, :made)
            RETURNING id""")
        .bind("article", article.id())
        .bind("canonical", article.canonical().toString())
        .bind("baseSha256", Sha256.hex(base))
        .bind("base", base)
        .bind("text", text)
        .bind("sha256", Sha256.hex(text))
        .bind("who", who)
        .bind("made", made.toEpochMilli())
        .mapTo(Long.class)
        .one();
  }

  /** The edit of that number, or empty. */
  public static Optional<Edit> find(Handle handle, long edit) {
    return handle
        .createQuery("SELECT * FROM edit WHERE id = :id")
        .bind("id", edit)
        .map((row, context) -> edit(row))
        .findOne();
  }

  /** The edit that stands in the place of an article's text, or empty. */
  public static Optional<Edit> current(Handle handle, long article) {
    return handle
        .createQuery(
            """
            SELECT edit.* FROM edit JOIN article ON article.edit_id = edit.id
            WHERE article.id = :article""")
        .bind("article", article)
        .map((row, context) -> edit(row))
        .findOne();
  }

  /** All edits of an article, the oldest first. */
  public static List<Edit> of(Handle handle, long article) {
    return handle
        .createQuery("SELECT * FROM edit WHERE article_id = :article ORDER BY id")
        .bind("article", article)
        .map((row, context) -> edit(row))
        .list();
  }

  private static Edit edit(ResultSet row) throws SQLException {
    return new Edit(
        row.getLong("id"),
        row.getLong("article_id"),
        row.getString("base"),
        row.getString("body"),
        row.getString("who"),
        Instant.ofEpochMilli(row.getLong("made")));
  }
}
