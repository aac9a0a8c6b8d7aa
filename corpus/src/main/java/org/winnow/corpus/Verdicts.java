// SPDX-License-Identifier: Apache-2.0
package org.winnow.corpus;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jspecify.annotations.Nullable;

/**
 * What reviewers said about articles. Every method takes part in its handle's transaction, and
 * those that write need one.
 *
 * <p>Nobody's verdict is lost to another's: a verdict is taken only for an article about which
 * nothing was said, and whose text did not change, since the reviewer saw it.
 */
public final class Verdicts {
  private Verdicts() {}

  /**
   * An article as a reviewer saw it.
   *
   * @param article the catalog's number for it
   * @param lastVerdict the number of its last verdict then, or 0
   * @param sha256 of its extracted text then
   */
  public record Seen(long article, long lastVerdict, String sha256) {}

  /**
   * Takes a verdict about some articles, each if it is as it was seen.
   *
   * @param reason why they are rejected, in a stable word; otherwise empty
   */
  public static ReviewOutcome decide(
      Handle handle,
      List<Seen> articles,
      Verdict.Kind kind,
      String reason,
      String who,
      Instant at) {
    long action = action(handle, who, at, kind, reason, chosen(articles), null);
    PreparedBatch batch =
        handle.prepareBatch(
            """
            INSERT INTO verdict (action_id, article_id, canonical, kind, reason, version, sha256,
              edit_id, held)
            SELECT :action, id, canonical, :kind, :reason, version, sha256, edit_id, holds
            FROM article
            WHERE id = :article AND verdict_id = :lastVerdict AND sha256 = :sha256""");
    for (Seen seen : articles) {
      batch
          .bind("action", action)
          .bind("kind", kind.word())
          .bind("reason", reason)
          .bind("article", seen.article())
          .bind("lastVerdict", seen.lastVerdict())
          .bind("sha256", seen.sha256())
          .add();
    }
    batch.execute();
    int taken = apply(handle, action);
    return new ReviewOutcome(action, taken, articles.size() - taken);
  }

  /**
   * Puts an edit in the place of an article's text, if it is as it was seen. Its verdict is {@code
   * EDITED}.
   *
   * @param base the extracted text that it was made of
   * @param text the text, in the form of {@link Article#text}; null to go back to the extracted one
   */
  public static ReviewOutcome edited(
      Handle handle, Seen seen, String base, @Nullable String text, String who, Instant at) {
    Verdict.Kind kind = text == null ? Verdict.Kind.PENDING : Verdict.Kind.EDITED;
    long action = action(handle, who, at, kind, "", chosen(List.of(seen)), null);
    Optional<StoredArticle> article = Articles.find(handle, seen.article());
    Long edit =
        article.isEmpty() || text == null
            ? null
            : Edits.save(handle, article.get(), base, text, who, at);
    handle
        .createUpdate(
            """
            INSERT INTO verdict (action_id, article_id, canonical, kind, reason, version, sha256,
              edit_id, held)
            SELECT :action, id, canonical, :kind, '', version, sha256, :edit, holds
            FROM article
            WHERE id = :article AND verdict_id = :lastVerdict AND sha256 = :sha256""")
        .bind("action", action)
        .bind("kind", kind.word())
        .bind("edit", edit)
        .bind("article", seen.article())
        .bind("lastVerdict", seen.lastVerdict())
        .bind("sha256", seen.sha256())
        .execute();
    int taken = apply(handle, action);
    return new ReviewOutcome(action, taken, 1 - taken);
  }

  /**
   * Takes back the last action of a reviewer that is not taken back yet, for all articles about
   * which nobody has said anything since; empty if there is none.
   */
  public static Optional<ReviewOutcome> undo(Handle handle, String who, Instant at) {
    return lastAction(handle, who).map(last -> undo(handle, last, who, at));
  }

  private static ReviewOutcome undo(Handle handle, long last, String who, Instant at) {
    int all =
        handle
            .createQuery("SELECT COUNT(*) FROM verdict WHERE action_id = :action")
            .bind("action", last)
            .mapTo(Integer.class)
            .one();
    long action = action(handle, who, at, Verdict.Kind.PENDING, "", "", last);
    handle
        .createUpdate(
            """
            INSERT INTO verdict (action_id, article_id, canonical, kind, reason, version, sha256,
              edit_id, held, restores)
            SELECT :action, article.id, article.canonical, COALESCE(earlier.kind, 'pending'),
              COALESCE(earlier.reason, ''), COALESCE(earlier.version, article.version),
              COALESCE(earlier.sha256, article.sha256), earlier.edit_id, undone.id,
              COALESCE(earlier.id, 0)
            FROM verdict undone
            JOIN article ON article.id = undone.article_id AND article.holds = undone.id
            LEFT JOIN verdict earlier ON earlier.id = undone.held
            WHERE undone.action_id = :last""")
        .bind("action", action)
        .bind("last", last)
        .execute();
    int taken = apply(handle, action);
    return new ReviewOutcome(action, taken, all - taken);
  }

  /** The articles that an action was taken for, the oldest first. */
  public static List<Long> articles(Handle handle, long action) {
    return handle
        .createQuery("SELECT article_id FROM verdict WHERE action_id = :action ORDER BY article_id")
        .bind("action", action)
        .mapTo(Long.class)
        .list();
  }

  /** What holds of an article; of one that is not there, nothing. */
  public static ReviewState state(Handle handle, long article) {
    return handle
        .createQuery("SELECT * FROM review WHERE article_id = :article")
        .bind("article", article)
        .map((row, context) -> state(row))
        .findOne()
        .orElse(new ReviewState(ReviewState.Status.PENDING, 0, null, false));
  }

  /** The state in a row of the view {@code review}. */
  static ReviewState state(ResultSet row) throws SQLException {
    return new ReviewState(
        ReviewState.Status.of(row.getString("status")),
        row.getLong("verdict_id"),
        number(row, "edit_id"),
        row.getInt("is_conflict") != 0);
  }

  /** All verdicts about an article, the oldest first. */
  public static List<Verdict> of(Handle handle, long article) {
    return handle
        .createQuery(
            """
            SELECT verdict.*, who, made, undoes FROM verdict
            JOIN review_action ON review_action.id = action_id
            WHERE article_id = :article ORDER BY verdict.id""")
        .bind("article", article)
        .map((row, context) -> verdict(row))
        .list();
  }

  private static Optional<Long> lastAction(Handle handle, String who) {
    return handle
        .createQuery(
            """
            SELECT id FROM review_action WHERE who = :who AND undoes IS NULL
              AND NOT EXISTS
                (SELECT 1 FROM review_action later WHERE later.undoes = review_action.id)
              AND EXISTS (SELECT 1 FROM verdict WHERE action_id = review_action.id)
            ORDER BY id DESC LIMIT 1""")
        .bind("who", who)
        .mapTo(Long.class)
        .findOne();
  }

  static long action(
      Handle handle,
      String who,
      Instant at,
      Verdict.Kind kind,
      String reason,
      String chosen,
      @Nullable Long undoes) {
    return handle
        .createQuery(
            """
            INSERT INTO review_action (who, made, kind, reason, chosen, undoes)
            VALUES (:who, :made, :kind, :reason, :chosen, :undoes) RETURNING id""")
        .bind("who", who)
        .bind("made", at.toEpochMilli())
        .bind("kind", kind.word())
        .bind("reason", reason)
        .bind("chosen", chosen)
        .bind("undoes", undoes)
        .mapTo(Long.class)
        .one();
  }

  /** Makes an action's verdicts hold; how many there are. */
  static int apply(Handle handle, long action) {
    return handle
        .createUpdate(
            """
            UPDATE article SET (verdict_id, holds, status, decided, edit_id, edit_base) =
              (SELECT verdict.id, COALESCE(restores, verdict.id), kind, verdict.sha256,
                 verdict.edit_id, edit.base_sha256
               FROM verdict LEFT JOIN edit ON edit.id = verdict.edit_id
               WHERE action_id = :action AND verdict.article_id = article.id)
            WHERE id IN (SELECT article_id FROM verdict WHERE action_id = :action)""")
        .bind("action", action)
        .execute();
  }

  private static String chosen(List<Seen> articles) {
    return articles.size() == 1 ? "one article" : articles.size() + " articles";
  }

  private static Verdict verdict(ResultSet row) throws SQLException {
    return new Verdict(
        row.getLong("id"),
        row.getLong("action_id"),
        row.getLong("article_id"),
        Url.of(row.getString("canonical")),
        Verdict.Kind.of(row.getString("kind")),
        row.getString("reason"),
        row.getInt("version"),
        row.getString("sha256"),
        number(row, "edit_id"),
        row.getString("who"),
        Instant.ofEpochMilli(row.getLong("made")),
        number(row, "undoes"));
  }

  private static @Nullable Long number(ResultSet row, String column) throws SQLException {
    long number = row.getLong(column);
    return row.wasNull() ? null : number;
  }
}
