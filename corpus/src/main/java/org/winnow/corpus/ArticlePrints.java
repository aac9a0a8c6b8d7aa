// SPDX-License-Identifier: Apache-2.0
package org.winnow.corpus;

import java.util.Optional;
import org.jdbi.v3.core.Handle;

/**
 * The prints of the catalog's articles, by which near duplicates are found. Every method takes part
 * in its handle's transaction.
 */
public final class ArticlePrints {
  private static final int QUARTER = 16;

  private ArticlePrints() {}

  /** Notes an article's print. */
  public static void save(Handle handle, long article, long print) {
    if (print == TextPrint.NONE) {
      handle.execute("DELETE FROM article_print WHERE article_id = ?", article);
      return;
    }
    handle.execute(
        """
        INSERT INTO article_print (article_id, hash, a, b, c, d) VALUES (?, ?, ?, ?, ?, ?)
        ON CONFLICT (article_id) DO UPDATE SET hash = excluded.hash, a = excluded.a,
          b = excluded.b, c = excluded.c, d = excluded.d""",
        article,
        print,
        quarter(print, 0),
        quarter(print, 1),
        quarter(print, 2),
        quarter(print, 3));
  }

  /** The oldest article, on whatever site, that has nearly the text of that print and is kept. */
  public static Optional<Long> near(Handle handle, long print) {
    if (print == TextPrint.NONE) {
      return Optional.empty();
    }
    return handle
        .createQuery(
            """
            SELECT article_id, hash FROM article_print
            WHERE (a = :a OR b = :b OR c = :c OR d = :d) ORDER BY article_id""")
        .bind("a", quarter(print, 0))
        .bind("b", quarter(print, 1))
        .bind("c", quarter(print, 2))
        .bind("d", quarter(print, 3))
        .map((row, context) -> new long[] {row.getLong(1), row.getLong(2)})
        .stream()
        .filter(found -> TextPrint.isNear(print, found[1]))
        .map(found -> found[0])
        .filter(article -> isKept(handle, article))
        .findFirst();
  }

  private static boolean isKept(Handle handle, long article) {
    return handle
        .createQuery("SELECT COUNT(*) FROM article WHERE id = :id AND duplicate_of IS NULL")
        .bind("id", article)
        .mapTo(Boolean.class)
        .one();
  }

  private static int quarter(long print, int number) {
    return (int) (print >>> (number * QUARTER)) & 0xffff;
  }
}
