// SPDX-License-Identifier: Apache-2.0
package org.winnow.corpus;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jspecify.annotations.Nullable;
import org.winnow.corpus.SavedArticle.Change;

/** The catalog's articles. Every method takes part in its handle's transaction. */
public final class Articles {
  private Articles() {}

  /**
   * Saves an article, new or known. What is known about it is always brought up to date; its
   * version counts changes of the text only.
   *
   * @param file where {@link TextCorpus} put its text
   * @param counts how much of its pages was kept
   * @param complete whether all of its pages were found
   * @param fetched when its (first) page was fetched
   * @param parts the pages that it was made of, in order
   * @param quarantine why it is not as its rule asks, in words for the user; empty if it is
   */
  public static SavedArticle save(
      Handle handle,
      Article article,
      String file,
      TextCounts counts,
      boolean complete,
      Instant fetched,
      List<ArticlePart> parts,
      String quarantine) {
    Optional<StoredArticle> known = find(handle, article.canonical());
    String sha256 = Sha256.hex(article.text());
    return save(
        handle,
        article,
        sha256,
        known,
        file,
        counts,
        complete,
        fetched,
        parts,
        quarantine,
        null,
        null);
  }

  /**
   * The same in a run.
   *
   * @param sha256 of its text
   * @param known what {@link #find} gives
   * @param run the run's number, or null outside of runs: then the last one stays
   * @param saved the time now, if its text file may have to be made again; or null
   */
  public static SavedArticle save(
      Handle handle,
      Article article,
      String sha256,
      Optional<StoredArticle> known,
      String file,
      TextCounts counts,
      boolean complete,
      Instant fetched,
      List<ArticlePart> parts,
      String quarantine,
      @Nullable Long run,
      @Nullable Instant saved) {
    SavedArticle result =
        handle
            .createQuery(
                """
                INSERT INTO article (canonical, url, site, headline, kicker, byline, published,
                  language, file, sha256, rule, confidence, kept_blocks, removed_blocks,
                  kept_chars, removed_chars, complete, fetched, quarantine, kind, authors, modified,
                  site_name, section, tags, image, description, paywalled, run_id, saved, version)
                VALUES (:canonical, :url, :site, :headline, :kicker, :byline, :published,
                  :language, :file, :sha256, :rule, :confidence, :keptBlocks, :removedBlocks,
                  :keptChars, :removedChars, :complete, :fetched, :quarantine, :kind, :authors,
                  :modified, :siteName, :section, :tags, :image, :description, :paywalled, :run,
                  :saved, 1)
                ON CONFLICT (canonical) DO UPDATE SET
                  version = CASE WHEN article.sha256 = excluded.sha256 THEN article.version
                    ELSE article.version + 1 END,
                  url = excluded.url, site = excluded.site, headline = excluded.headline,
                  kicker = excluded.kicker, byline = excluded.byline,
                  published = excluded.published, language = excluded.language,
                  file = excluded.file, sha256 = excluded.sha256, rule = excluded.rule,
                  confidence = excluded.confidence, kept_blocks = excluded.kept_blocks,
                  removed_blocks = excluded.removed_blocks, kept_chars = excluded.kept_chars,
                  removed_chars = excluded.removed_chars, complete = excluded.complete,
                  fetched = excluded.fetched, quarantine = excluded.quarantine,
                  kind = excluded.kind, authors = excluded.authors, modified = excluded.modified,
                  site_name = excluded.site_name, section = excluded.section,
                  tags = excluded.tags, image = excluded.image,
                  description = excluded.description, paywalled = excluded.paywalled,
                  run_id = COALESCE(excluded.run_id, article.run_id),
                  saved = CASE WHEN excluded.saved > article.saved THEN excluded.saved
                    ELSE article.saved END,
                  gone = NULL
                RETURNING id, version""")
            .bind("canonical", article.canonical().toString())
            .bind("url", article.url().toString())
            .bind("site", article.canonical().host())
            .bind("headline", article.headline())
            .bind("kicker", article.kicker())
            .bind("byline", article.byline())
            .bind("published", text(article.published()))
            .bind("language", article.language())
            .bind("file", file)
            .bind("sha256", sha256)
            .bind("rule", article.rule())
            .bind("confidence", article.confidence())
            .bind("keptBlocks", counts.keptBlocks())
            .bind("removedBlocks", counts.removedBlocks())
            .bind("keptChars", counts.keptChars())
            .bind("removedChars", counts.removedChars())
            .bind("complete", complete)
            .bind("fetched", fetched.toEpochMilli())
            .bind("quarantine", quarantine)
            .bindMap(ArticleDetails.columns(article))
            .bind("run", run)
            .bind("saved", saved == null ? 0 : saved.toEpochMilli())
            .map(
                (row, context) ->
                    new SavedArticle(
                        row.getLong("id"), change(known, sha256), row.getInt("version")))
            .one();
    if (known.isPresent()) {
      handle.execute("DELETE FROM article_part WHERE article_id = ?", result.id());
    }
    saveParts(handle, result.id(), parts);
    return result;
  }

  /** The articles of which not all pages were found, in the order in which they were saved. */
  public static List<StoredArticle> incomplete(Handle handle) {
    return handle
        .createQuery("SELECT * FROM article WHERE NOT complete ORDER BY id")
        .map((row, context) -> article(row))
        .list();
  }

  /**
   * Whether anything below would find an article; one question in place of four, since most pages
   * are new.
   *
   * @param sha256 of its text
   */
  public static boolean hasAny(Handle handle, Url canonical, Url page, String sha256) {
    return handle
        .createQuery(
            """
            SELECT EXISTS (SELECT 1 FROM article WHERE canonical = :canonical)
              OR EXISTS (SELECT 1 FROM article WHERE sha256 = :sha256)
              OR EXISTS (SELECT 1 FROM article WHERE url = :page)
              OR EXISTS (SELECT 1 FROM article_part WHERE url = :page)""")
        .bind("canonical", canonical.toString())
        .bind("sha256", sha256)
        .bind("page", page.toString())
        .mapTo(Boolean.class)
        .one();
  }

  /** The article of that canonical address, or empty. */
  public static Optional<StoredArticle> find(Handle handle, Url canonical) {
    return handle
        .createQuery("SELECT * FROM article WHERE canonical = :canonical")
        .bind("canonical", canonical.toString())
        .map((row, context) -> article(row))
        .findOne();
  }

  /** The article of that number, or empty. */
  public static Optional<StoredArticle> find(Handle handle, long article) {
    return handle
        .createQuery("SELECT * FROM article WHERE id = :id")
        .bind("id", article)
        .map((row, context) -> article(row))
        .findOne();
  }

  /** The oldest article with the very text of that one, under whatever address; or empty. */
  public static Optional<StoredArticle> withSameText(Handle handle, Article article) {
    return withSameText(handle, Sha256.hex(article.text()));
  }

  /** The oldest article with the text of that digest, under whatever address; or empty. */
  public static Optional<StoredArticle> withSameText(Handle handle, String sha256) {
    return handle
        .createQuery("SELECT * FROM article WHERE sha256 = :sha256 ORDER BY id LIMIT 1")
        .bind("sha256", sha256)
        .map((row, context) -> article(row))
        .findOne();
  }

  /** The article that this page is a later part of, or empty. */
  public static Optional<StoredArticle> continuedOn(Handle handle, Url page) {
    return handle
        .createQuery(
            """
            SELECT article.* FROM article JOIN article_part ON article_id = article.id
            WHERE article_part.url = :page AND number > 1 ORDER BY article.id LIMIT 1""")
        .bind("page", page.toString())
        .map((row, context) -> article(row))
        .findOne();
  }

  /** The articles whose first page is this one. */
  public static List<StoredArticle> startingOn(Handle handle, Url page) {
    return handle
        .createQuery("SELECT * FROM article WHERE url = :page ORDER BY id")
        .bind("page", page.toString())
        .map((row, context) -> article(row))
        .list();
  }

  /** Forgets an article; its text file is left to {@link TextCorpus#delete}. */
  public static void remove(Handle handle, long article) {
    handle.execute("DELETE FROM article WHERE id = ?", article);
    handle.execute("UPDATE article SET duplicate_of = NULL WHERE duplicate_of = ?", article);
  }

  /** Notes that the page of some articles is gone; they stay. */
  public static void markGone(Handle handle, Url page, Instant when) {
    handle.execute(
        "UPDATE article SET gone = ? WHERE url = ? AND gone IS NULL",
        when.toEpochMilli(),
        page.toString());
  }

  /** Notes which article has nearly the same text and came first; null for none. */
  public static void markDuplicate(Handle handle, long article, @Nullable Long of) {
    handle
        .createUpdate("UPDATE article SET duplicate_of = :of WHERE id = :id")
        .bind("of", of)
        .bind("id", article)
        .execute();
  }

  /** The articles that were saved then or later, in a run, in no order. */
  public static List<StoredArticle> savedSince(Handle handle, Instant since) {
    return handle
        .createQuery("SELECT * FROM article WHERE saved >= :since")
        .bind("since", since.toEpochMilli())
        .map((row, context) -> article(row))
        .list();
  }

  /** The number of the youngest article, or 0. */
  public static long youngest(Handle handle) {
    return handle.createQuery("SELECT COALESCE(MAX(id), 0) FROM article").mapTo(Long.class).one();
  }

  /** How many articles younger than that one a run has saved. */
  public static int countNew(Handle handle, long run, long youngerThan) {
    return handle
        .createQuery("SELECT COUNT(*) FROM article WHERE id > :id AND run_id = :run")
        .bind("id", youngerThan)
        .bind("run", run)
        .mapTo(Integer.class)
        .one();
  }

  /** The pages that an article was made of, in order. */
  public static List<ArticlePart> parts(Handle handle, long article) {
    return handle
        .createQuery("SELECT * FROM article_part WHERE article_id = :article ORDER BY number")
        .bind("article", article)
        .map(
            (row, context) ->
                new ArticlePart(
                    Url.of(row.getString("url")),
                    new WarcPosition(row.getString("warc_file"), row.getLong("warc_offset"))))
        .list();
  }

  /**
   * Hands out articles in the order in which they were first saved, without holding them all.
   *
   * @param site only of that host, or null for all
   * @param since only those fetched then or later, or null for all
   */
  public static void forEach(
      Handle handle,
      @Nullable String site,
      @Nullable Instant since,
      Consumer<StoredArticle> consumer) {
    handle
        .createQuery(
            "SELECT * FROM article WHERE fetched >= :since"
                + (site == null ? "" : " AND site = :site")
                + " ORDER BY id")
        .bind("since", since == null ? Long.MIN_VALUE : since.toEpochMilli())
        .bindMap(site == null ? Map.of() : Map.of("site", site))
        .map((row, context) -> article(row))
        .forEach(consumer);
  }

  private static void saveParts(Handle handle, long article, List<ArticlePart> parts) {
    PreparedBatch batch =
        handle.prepareBatch(
            """
            INSERT INTO article_part (article_id, number, url, warc_file, warc_offset)
            VALUES (?, ?, ?, ?, ?)""");
    for (int i = 0; i < parts.size(); i++) {
      ArticlePart part = parts.get(i);
      WarcPosition position = part.position();
      batch.add(article, i + 1, part.url().toString(), position.file(), position.offset());
    }
    batch.execute();
  }

  private static Change change(Optional<StoredArticle> known, String sha256) {
    if (known.isEmpty()) {
      return Change.NEW;
    }
    return known.get().sha256().equals(sha256) ? Change.UNCHANGED : Change.CHANGED;
  }

  private static @Nullable String text(@Nullable Published published) {
    return published == null ? null : published.toString();
  }

  static StoredArticle article(ResultSet row) throws SQLException {
    String published = row.getString("published");
    return new StoredArticle(
        row.getLong("id"),
        Url.of(row.getString("canonical")),
        Url.of(row.getString("url")),
        row.getString("headline"),
        row.getString("kicker"),
        row.getString("byline"),
        published == null ? null : Published.parse(published),
        row.getString("language"),
        row.getString("file"),
        row.getString("sha256"),
        row.getString("rule"),
        row.getDouble("confidence"),
        new TextCounts(
            row.getInt("kept_blocks"),
            row.getInt("removed_blocks"),
            row.getLong("kept_chars"),
            row.getLong("removed_chars")),
        row.getBoolean("complete"),
        Instant.ofEpochMilli(row.getLong("fetched")),
        row.getInt("version"),
        row.getString("quarantine"),
        ArticleDetails.kind(row),
        ArticleDetails.metadata(row),
        number(row, "run_id"),
        number(row, "duplicate_of"),
        number(row, "gone") == null ? null : Instant.ofEpochMilli(row.getLong("gone")));
  }

  private static @Nullable Long number(ResultSet row, String column) throws SQLException {
    long number = row.getLong(column);
    return row.wasNull() ? null : number;
  }
}
