// SPDX-License-Identifier: Apache-2.0
package org.winnow.pipeline;

import java.util.Objects;
import org.winnow.corpus.Article;
import org.winnow.corpus.StoredArticle;

/** Compares an article that was made again with what the catalog knows of it. */
final class Reextracted {
  private Reextracted() {}

  /** Whether everything but the text is the same. */
  static boolean hasSameData(StoredArticle before, WholeArticle now, String quarantine) {
    Article article = now.article();
    return Objects.equals(before.headline(), article.headline())
        && Objects.equals(before.kicker(), article.kicker())
        && Objects.equals(before.byline(), article.byline())
        && Objects.equals(before.published(), article.published())
        && Objects.equals(before.language(), article.language())
        && before.rule().equals(article.rule())
        && Double.compare(before.confidence(), article.confidence()) == 0
        && before.quarantine().equals(quarantine)
        && before.counts().equals(now.counts())
        && before.complete() == (now.missing() == null);
  }
}
