// SPDX-License-Identifier: Apache-2.0
package org.winnow.corpus;

import java.util.List;
import org.jdbi.v3.core.Handle;

/**
 * What a queue is sorted and searched by, worked out of the articles' texts. Every method takes
 * part in its handle's transaction.
 */
public final class ReviewIndex {
  private ReviewIndex() {}

  /**
   * What is known of a text.
   *
   * @param sha256 of the text that it was worked out of
   * @param risk from 0 to 1, how much there is to look at
   * @param residue how many phrases of boilerplate the text has
   * @param words how many words it has
   * @param searched what the article is to be found by
   */
  public record Entry(String sha256, double risk, int residue, int words, String searched) {}

  /** Articles whose text is not the one that is known here, or that are not known yet. */
  public static List<Long> outdated(Handle handle, int limit) {
    return handle
        .createQuery(
            """
            SELECT id FROM article WHERE indexed IS NULL OR indexed <> sha256
            ORDER BY risk DESC, id LIMIT :limit""")
        .bind("limit", limit)
        .mapTo(Long.class)
        .list();
  }

  /** Keeps what is known of an article's text. */
  public static void save(Handle handle, long article, Entry entry) {
    handle.execute(
        "UPDATE article SET risk = ?, residue = ?, words = ?, indexed = ? WHERE id = ?",
        entry.risk(),
        entry.residue(),
        entry.words(),
        entry.sha256(),
        article);
    ArticleSearch.save(handle, article, entry.searched());
  }

  /** The median length of a site's texts in words, of at most 1,000 of them; 0 if none is known. */
  public static double medianWords(Handle handle, String site) {
    List<Integer> words =
        handle
            .createQuery(
                """
                SELECT words FROM
                  (SELECT words FROM article WHERE site = :site AND words > 0
                   ORDER BY id DESC LIMIT 1000) AS latest
                ORDER BY words""")
            .bind("site", site)
            .mapTo(Integer.class)
            .list();
    return words.isEmpty()
        ? 0
        : (words.get((words.size() - 1) / 2) + words.get(words.size() / 2)) / 2.0;
  }
}
