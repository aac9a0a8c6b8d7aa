// SPDX-License-Identifier: Apache-2.0
package org.winnow.corpus;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.winnow.corpus.DocumentFilter.Show;

/**
 * The articles as reviewers go through them. Every method takes part in its handle's transaction.
 * What is asked for once per article is one look into an index: with 20,000 articles some
 * milliseconds.
 */
public final class Documents {
  private static final String ROWS =
      """
      SELECT article.*, review.status AS review_status, review.is_conflict,
        (SELECT reason FROM verdict WHERE verdict.id = article.holds) AS reason,
        EXISTS (SELECT 1 FROM gold WHERE gold.article_id = article.id) AS is_gold
      FROM article JOIN review ON review.article_id = article.id
      """;

  private Documents() {}

  /** The article of that number as a queue shows it, or empty. */
  public static Optional<QueuedDocument> find(Handle handle, long article) {
    return handle
        .createQuery(ROWS + "WHERE article.id = :id")
        .bind("id", article)
        .map((row, context) -> document(row))
        .findOne();
  }

  /** The first articles that the filter chooses. */
  public static List<QueuedDocument> first(
      Handle handle, DocumentFilter filter, DocumentOrder order, int limit) {
    List<Long> ids =
        handle
            .createQuery(
                "SELECT id FROM article WHERE %s ORDER BY %s LIMIT :limit"
                    .formatted(filter.condition(), order.clause()))
            .bindMap(filter.values())
            .bind("limit", limit)
            .mapTo(Long.class)
            .list();
    return all(handle, ids);
  }

  /**
   * The articles that the filter chooses and that stand behind that one, which it need not choose.
   */
  public static List<QueuedDocument> behind(
      Handle handle, DocumentFilter filter, DocumentOrder order, long article, int limit) {
    return all(
        handle, beyond(handle, filter, order.behind(), order.clause(), order, article, limit));
  }

  /** The articles before that one, the nearest first. */
  public static List<QueuedDocument> before(
      Handle handle, DocumentFilter filter, DocumentOrder order, long article, int limit) {
    return all(
        handle, beyond(handle, filter, order.before(), order.backwards(), order, article, limit));
  }

  /** How many articles the filter chooses. */
  public static long count(Handle handle, DocumentFilter filter) {
    return handle
        .createQuery("SELECT COUNT(*) FROM article WHERE " + filter.condition())
        .bindMap(filter.values())
        .mapTo(Long.class)
        .one();
  }

  /** How many of the articles that the filter chooses, whatever was said about them, are what. */
  public static Map<Show, Long> counts(Handle handle, DocumentFilter filter) {
    StringBuilder sums = new StringBuilder("COUNT(*)");
    for (Show show : Show.values()) {
      sums.append(", SUM(CASE WHEN ").append(show.condition()).append(" THEN 1 ELSE 0 END)");
    }
    DocumentFilter all = filter.showing(Show.ALL);
    return handle
        .createQuery("SELECT " + sums + " FROM article WHERE " + all.condition())
        .bindMap(all.values())
        .map(
            (row, context) -> {
              Map<Show, Long> counts = new EnumMap<>(Show.class);
              int column = 2;
              for (Show show : Show.values()) {
                counts.put(show, row.getLong(column++));
              }
              return counts;
            })
        .one();
  }

  /** What there is to choose by, in the order of the alphabet: sites, languages, rules. */
  public static List<String> choices(Handle handle, Choice choice) {
    return handle
        .createQuery(
            "SELECT DISTINCT %s FROM article WHERE %s IS NOT NULL ORDER BY 1"
                .formatted(choice.column, choice.column))
        .mapTo(String.class)
        .list();
  }

  /** What articles can be chosen by. */
  public enum Choice {
    SITE("site"),
    LANGUAGE("language"),
    RULE("rule");

    private final String column;

    Choice(String column) {
      this.column = column;
    }
  }

  /**
   * Takes a verdict about all articles that the filter chooses, if they are as many as the reviewer
   * was told.
   *
   * @param expected how many they were
   * @param chosen the filter, for a person who reads the history
   * @return what came of it; empty, and nothing is taken, if they are more or fewer by now
   */
  public static Optional<ReviewOutcome> decideAll(
      Handle handle,
      DocumentFilter filter,
      long expected,
      Verdict.Kind kind,
      String reason,
      String chosen,
      String who,
      Instant at) {
    if (count(handle, filter) != expected) {
      return Optional.empty();
    }
    long action = Verdicts.action(handle, who, at, kind, reason, chosen, null);
    handle
        .createUpdate(
            """
            INSERT INTO verdict (action_id, article_id, canonical, kind, reason, version, sha256,
              edit_id, held)
            SELECT :action, id, canonical, :decision, :reason, version, sha256, edit_id, holds
            FROM article WHERE\s"""
                + filter.condition())
        .bindMap(filter.values())
        .bind("action", action)
        .bind("decision", kind.word())
        .bind("reason", reason)
        .execute();
    return Optional.of(new ReviewOutcome(action, Verdicts.apply(handle, action), 0));
  }

  private static List<Long> beyond(
      Handle handle,
      DocumentFilter filter,
      String condition,
      String order,
      DocumentOrder by,
      long article,
      int limit) {
    Optional<Object> key =
        handle
            .createQuery("SELECT " + by.key() + " FROM article WHERE id = :id")
            .bind("id", article)
            .map((row, context) -> row.getObject(1))
            .findOne();
    if (key.isEmpty()) {
      return List.of();
    }
    return handle
        .createQuery(
            "SELECT id FROM article WHERE %s AND %s ORDER BY %s LIMIT :limit"
                .formatted(filter.condition(), condition, order))
        .bindMap(filter.values())
        .bind("key", key.get())
        .bind("id", article)
        .bind("limit", limit)
        .mapTo(Long.class)
        .list();
  }

  private static List<QueuedDocument> all(Handle handle, List<Long> ids) {
    return ids.stream().flatMap(id -> find(handle, id).stream()).toList();
  }

  private static QueuedDocument document(ResultSet row) throws SQLException {
    long edit = row.getLong("edit_id");
    Long editOrNull = row.wasNull() ? null : edit;
    String reason = row.getString("reason");
    return new QueuedDocument(
        Articles.article(row),
        new ReviewState(
            ReviewState.Status.of(row.getString("review_status")),
            row.getLong("verdict_id"),
            editOrNull,
            row.getInt("is_conflict") != 0),
        reason == null ? "" : reason,
        row.getDouble("risk"),
        row.getInt("residue"),
        row.getInt("words"),
        row.getBoolean("is_gold"));
  }
}
