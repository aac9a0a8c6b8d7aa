// SPDX-License-Identifier: Apache-2.0
package org.winnow.pipeline;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.winnow.corpus.Article;
import org.winnow.corpus.ArticlePart;
import org.winnow.corpus.ArticleText;
import org.winnow.corpus.TextCounts;
import org.winnow.corpus.Url;

/**
 * An article joined from its pages, as far as they are there.
 *
 * @param first the first of its pages
 * @param article the article
 * @param parts its pages
 * @param counts how much of them was kept
 * @param fetched when the first of them was fetched
 * @param missing the page that it goes on with and that is not there yet, or null
 */
record WholeArticle(
    ArticlePage first,
    Article article,
    List<ArticlePart> parts,
    TextCounts counts,
    Instant fetched,
    @Nullable Url missing) {

  static WholeArticle startingWith(ArticlePage first) {
    return new WholeArticle(
        first,
        first.article(),
        List.of(first.part()),
        first.counts(),
        first.page().fetched(),
        null);
  }

  WholeArticle continuedBy(ArticlePage next) {
    List<ArticlePart> longer = new ArrayList<>(parts);
    longer.add(next.part());
    TextCounts more = next.counts();
    return new WholeArticle(
        first,
        article.continuedBy(next.article()),
        longer,
        new TextCounts(
            counts.keptBlocks() + more.keptBlocks(),
            counts.removedBlocks() + more.removedBlocks(),
            counts.keptChars() + more.keptChars(),
            counts.removedChars() + more.removedChars()),
        fetched,
        null);
  }

  /** The same article with the text of the page that has all of it. */
  WholeArticle replacedBy(ArticlePage full) {
    Article whole = article.withBody(full.article().body());
    return new WholeArticle(
        first, whole, List.of(first.part(), full.part()), full.counts(), fetched, null);
  }

  WholeArticle without(@Nullable Url missingPage) {
    return new WholeArticle(first, article, parts, counts, fetched, missingPage);
  }

  WholeArticle as(Article renamed) {
    return new WholeArticle(first, renamed, parts, counts, fetched, missing);
  }

  /** Its text, which is known already where it has one page only. */
  ArticleText text() {
    return parts.size() == 1 ? first.text() : ArticleText.of(article);
  }

  boolean has(Url page) {
    return parts.stream().anyMatch(part -> part.url().equals(page));
  }
}
