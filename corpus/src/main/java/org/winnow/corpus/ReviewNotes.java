// SPDX-License-Identifier: Apache-2.0
package org.winnow.corpus;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/**
 * What is noted about articles and readers beside verdicts: drafts, what was seen, samples. Every
 * method takes part in its handle's transaction.
 */
public final class ReviewNotes {
  private ReviewNotes() {}

  /**
   * What a person is writing.
   *
   * @param baseSha256 of the text that it was begun on
   * @param text the text so far
   * @param made when it was kept last
   */
  public record Draft(String baseSha256, String text, Instant made) {}

  /**
   * An article that was written as a sample of its rule.
   *
   * @param article the catalog's number for it
   * @param rule the rule's name
   * @param page the sample's file
   * @param sha256 of the sample's text
   * @param who who did it
   * @param made when
   */
  public record Gold(
      long article, String rule, String page, String sha256, String who, Instant made) {}

  /** Keeps a draft over the one before. */
  public static void saveDraft(Handle handle, long article, String who, Draft draft) {
    handle.execute(
        """
        INSERT INTO draft (article_id, who, base_sha256, body, made) VALUES (?, ?, ?, ?, ?)
        ON CONFLICT (article_id, who) DO UPDATE SET base_sha256 = excluded.base_sha256,
          body = excluded.body, made = excluded.made""",
        article,
        who,
        draft.baseSha256(),
        draft.text(),
        draft.made().toEpochMilli());
  }

  /** What that person is writing about that article, or empty. */
  public static Optional<Draft> draft(Handle handle, long article, String who) {
    return handle
        .createQuery("SELECT * FROM draft WHERE article_id = :article AND who = :who")
        .bind("article", article)
        .bind("who", who)
        .map(
            (row, context) ->
                new Draft(row.getString("base_sha256"), row.getString("body"), made(row)))
        .findOne();
  }

  /** Forgets a draft. */
  public static void removeDraft(Handle handle, long article, String who) {
    handle.execute("DELETE FROM draft WHERE article_id = ? AND who = ?", article, who);
  }

  /** Notes the text that a person has seen of an article. */
  public static void markSeen(
      Handle handle, long article, String who, String sha256, Instant when) {
    handle.execute(
        """
        INSERT INTO seen (article_id, who, sha256, made) VALUES (?, ?, ?, ?)
        ON CONFLICT (article_id, who) DO UPDATE SET sha256 = excluded.sha256,
          made = excluded.made""",
        article,
        who,
        sha256,
        when.toEpochMilli());
  }

  /** The sha256 of the text that a person saw last of an article, or empty. */
  public static Optional<String> seen(Handle handle, long article, String who) {
    return handle
        .createQuery("SELECT sha256 FROM seen WHERE article_id = :article AND who = :who")
        .bind("article", article)
        .bind("who", who)
        .mapTo(String.class)
        .findOne();
  }

  /** Notes that an article was written as a sample. */
  public static void markGold(Handle handle, StoredArticle article, Gold gold) {
    handle.execute(
        """
        INSERT INTO gold (article_id, canonical, rule, page, sha256, who, made)
        VALUES (?, ?, ?, ?, ?, ?, ?)""",
        article.id(),
        article.canonical().toString(),
        gold.rule(),
        gold.page(),
        gold.sha256(),
        gold.who(),
        gold.made().toEpochMilli());
  }

  /** The samples that were made of an article, the oldest first. */
  public static List<Gold> gold(Handle handle, long article) {
    return handle
        .createQuery("SELECT * FROM gold WHERE article_id = :article ORDER BY id")
        .bind("article", article)
        .map(
            (row, context) ->
                new Gold(
                    row.getLong("article_id"),
                    row.getString("rule"),
                    row.getString("page"),
                    row.getString("sha256"),
                    row.getString("who"),
                    made(row)))
        .list();
  }

  private static Instant made(ResultSet row) throws SQLException {
    return Instant.ofEpochMilli(row.getLong("made"));
  }
}
