// SPDX-License-Identifier: Apache-2.0
package org.winnow.app;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jdbi.v3.core.Handle;
import org.winnow.corpus.Article;
import org.winnow.corpus.ArticlePart;
import org.winnow.corpus.Articles;
import org.winnow.corpus.SavedArticle;
import org.winnow.corpus.StoredArticle;
import org.winnow.corpus.TextCorpus;
import org.winnow.corpus.Url;

/**
 * Keeps each article once: the pages of one article are joined, whatever order they come in, and of
 * the copies of a page (AMP, print, share links) one article is kept, that of the canonical page if
 * it was fetched. Called within the transaction that records the page, so one call at a time.
 */
final class ArticleKeeper {
  private final TextCorpus texts;
  private final ArticleJoiner joiner;

  /** Pages that articles go on with and that were not there yet: to the article's first page. */
  private final Map<Url, ArticlePart> awaited = new ConcurrentHashMap<>();

  private final SiteRuns runs;
  private final RuledFiles rules;

  ArticleKeeper(TextCorpus texts, ArticleJoiner joiner, SiteRuns runs, RuledFiles rules) {
    this.rules = rules;
    this.texts = texts;
    this.joiner = joiner;
    this.runs = runs;
  }

  /** Goes on with the articles that an earlier run left incomplete. */
  void resume(Handle handle) {
    List<StoredArticle> incomplete = new ArrayList<>();
    Articles.forEach(
        handle,
        null,
        null,
        stored -> {
          if (!stored.complete()) {
            incomplete.add(stored);
          }
        });
    for (StoredArticle stored : incomplete) {
      firstPart(handle, stored)
          .flatMap(joiner::again)
          .ifPresent(first -> await(joiner.whole(handle, first), first.part()));
    }
  }

  /** Keeps what that page holds, unless a better copy of it is there. */
  void keep(Handle handle, ArticlePage page) {
    Optional<WholeArticle> continued =
        firstPageBefore(handle, page.url())
            .flatMap(joiner::again)
            .map(first -> joiner.whole(handle, first))
            .filter(whole -> whole.has(page.url()));
    WholeArticle joined = continued.orElseGet(() -> joiner.whole(handle, page));
    await(joined, joined.parts().get(0));
    save(handle, page, joined.as(Twins.withUsableCanonical(joined.article())));
  }

  private Optional<ArticlePart> firstPageBefore(Handle handle, Url page) {
    ArticlePart waiting = awaited.get(page);
    return waiting != null
        ? Optional.of(waiting)
        : Articles.continuedOn(handle, page).flatMap(stored -> firstPart(handle, stored));
  }

  private static Optional<ArticlePart> firstPart(Handle handle, StoredArticle stored) {
    return Articles.parts(handle, stored.id()).stream().findFirst();
  }

  private void await(WholeArticle whole, ArticlePart first) {
    if (whole.missing() != null) {
      awaited.put(whole.missing(), first);
    }
  }

  private void save(Handle handle, ArticlePage page, WholeArticle whole) {
    Article article = whole.article();
    Optional<StoredArticle> known = Articles.find(handle, article.canonical());
    Optional<StoredArticle> copy =
        Articles.withSameText(handle, article)
            .filter(other -> !other.canonical().equals(article.canonical()))
            .filter(other -> other.site().equals(article.canonical().host()));
    boolean isWorse =
        known.filter(stored -> Twins.isBetterThan(stored, article)).isPresent()
            || copy.filter(other -> Twins.isMainAddress(other.canonical(), article.canonical()))
                .isPresent();
    if (isWorse) {
      return;
    }
    copy.ifPresent(other -> remove(handle, other));
    for (ArticlePart part : whole.parts()) {
      Articles.startingOn(handle, part.url()).stream()
          .filter(other -> !other.canonical().equals(article.canonical()))
          .forEach(other -> remove(handle, other));
    }
    SavedArticle saved =
        Articles.save(
            handle,
            article,
            write(whole, known),
            whole.counts(),
            whole.missing() == null,
            whole.fetched(),
            whole.parts(),
            joiner.quarantine(whole.first(), article));
    runs.count(page.page(), article.canonical(), saved.change());
  }

  private String write(WholeArticle whole, Optional<StoredArticle> known) {
    try {
      Optional<String> ruled = rules.file(whole.article(), whole.fetched());
      if (known.isEmpty() && ruled.filter(texts::canBeNamed).isPresent()) {
        texts.write(ruled.get(), whole.article().text());
        return ruled.get();
      }
      if (known.isEmpty()) {
        return texts.write(whole.article(), whole.fetched());
      }
      texts.write(known.get().file(), whole.article().text());
      return known.get().file();
    } catch (IOException full) {
      throw new UncheckedIOException("the text file cannot be written: " + full, full);
    }
  }

  private void remove(Handle handle, StoredArticle article) {
    Articles.remove(handle, article.id());
    runs.discount(article.canonical());
    try {
      texts.delete(article.file());
    } catch (IOException stuck) {
      throw new UncheckedIOException("the text file cannot be deleted: " + stuck, stuck);
    }
  }
}
