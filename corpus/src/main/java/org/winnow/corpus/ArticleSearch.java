// SPDX-License-Identifier: Apache-2.0
package org.winnow.corpus;

import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * The words of articles, to be searched; {@link SearchWords} folds them. The one place that knows
 * which database it is: SQLite's FTS5 here, {@code to_tsquery('simple', …)} over a {@code tsvector}
 * in PostgreSQL. Every method takes part in its handle's transaction.
 */
final class ArticleSearch {
  /** What an SQL condition on {@code article.id} says where {@code :words} is {@link #query}. */
  static final String CONDITION =
      "article.id IN (SELECT rowid FROM article_search WHERE article_search MATCH :words)";

  private ArticleSearch() {}

  /** Makes an article findable by the words of that text, and by no others. */
  static void save(Handle handle, long article, String text) {
    handle.execute("DELETE FROM article_search WHERE rowid = ?", article);
    handle.execute(
        "INSERT INTO article_search (rowid, folded) VALUES (?, ?)", article, SearchWords.of(text));
  }

  /**
   * What to search by for those words: all of them, in whatever order, each as the beginning of a
   * word; what stands in quotation marks as a phrase. Empty if there is no word.
   */
  static Optional<String> query(@Nullable String words) {
    return words == null ? Optional.empty() : SearchWords.query(words);
  }
}
