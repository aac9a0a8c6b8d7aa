// SPDX-License-Identifier: Apache-2.0
package org.winnow.pipeline;

import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.winnow.corpus.Article;
import org.winnow.corpus.ArticlePart;
import org.winnow.corpus.ArticlePrints;
import org.winnow.corpus.ArticleText;
import org.winnow.corpus.ArticleVersion;
import org.winnow.corpus.Articles;
import org.winnow.corpus.Commit;
import org.winnow.corpus.SavedArticle;
import org.winnow.corpus.SavedArticle.Change;
import org.winnow.corpus.StoredArticle;
import org.winnow.corpus.TextCorpus;
import org.winnow.corpus.TextPrint;
import org.winnow.corpus.Url;
import org.winnow.crawler.PageResult.Worth;

/**
 * Keeps each article once: the pages of one article are joined, whatever order they come in, and of
 * the copies of a page (AMP, print, share links) one article is kept, that of the canonical page if
 * it was fetched. Called within the transaction that records the page, so one call at a time.
 */
public final class ArticleKeeper {
  private final TextCorpus texts;
  private final ArticleJoiner joiner;

  /** Pages that articles go on with and that were not there yet: to the article's first page. */
  private final Map<Url, ArticlePart> awaited = new ConcurrentHashMap<>();

  private final SiteRuns runs;
  private final RuledFiles rules;
  private final Clock clock;

  public ArticleKeeper(
      TextCorpus texts, ArticleJoiner joiner, SiteRuns runs, RuledFiles rules, Clock clock) {
    this.clock = clock;
    this.rules = rules;
    this.texts = texts;
    this.joiner = joiner;
    this.runs = runs;
  }

  /** Goes on with the articles that an earlier run left incomplete. */
  public void resume(Handle handle) {
    for (StoredArticle stored : Articles.incomplete(handle)) {
      firstPart(handle, stored)
          .flatMap(joiner::again)
          .ifPresent(first -> await(joiner.whole(handle, first), first.part()));
    }
  }

  /** Keeps what that page holds, unless a better copy of it is there. */
  Worth keep(Commit commit, ArticlePage page) {
    Handle handle = commit.handle();
    boolean isNew = isNew(handle, page);
    WholeArticle joined =
        (isNew ? Optional.<WholeArticle>empty() : continued(handle, page))
            .orElseGet(() -> joiner.whole(handle, page));
    await(joined, joined.parts().get(0));
    WholeArticle whole = joined.as(Twins.withUsableCanonical(joined.article()));
    return save(commit, page, whole, isNew && whole.parts().size() == 1);
  }

  /** Whether the page, taken alone, has nothing to do with any article that is kept. */
  private boolean isNew(Handle handle, ArticlePage page) {
    Url canonical = Twins.withUsableCanonical(page.article()).canonical();
    return !awaited.containsKey(page.url())
        && !Articles.hasAny(handle, canonical, page.url(), page.text().sha256());
  }

  /** The article that the page continues, if there is one. */
  private Optional<WholeArticle> continued(Handle handle, ArticlePage page) {
    return firstPageBefore(handle, page.url())
        .flatMap(joiner::again)
        .map(first -> joiner.whole(handle, first))
        .filter(whole -> whole.has(page.url()));
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

  private Worth save(Commit commit, ArticlePage page, WholeArticle whole, boolean isNew) {
    Handle handle = commit.handle();
    Article article = whole.article();
    ArticleText text = whole.text();
    Optional<StoredArticle> known =
        isNew ? Optional.empty() : Articles.find(handle, article.canonical());
    Optional<StoredArticle> copy =
        (isNew ? Optional.<StoredArticle>empty() : Articles.withSameText(handle, text.sha256()))
            .filter(other -> !other.canonical().equals(article.canonical()))
            .filter(other -> other.site().equals(article.canonical().host()));
    boolean isWorse =
        known.filter(stored -> Twins.isBetterThan(stored, article)).isPresent()
            || copy.filter(other -> Twins.isMainAddress(other.canonical(), article.canonical()))
                .isPresent();
    if (isWorse) {
      return Worth.NONE;
    }
    copy.ifPresent(other -> remove(commit, other));
    for (ArticlePart part : isNew ? List.<ArticlePart>of() : whole.parts()) {
      Articles.startingOn(handle, part.url()).stream()
          .filter(other -> !other.canonical().equals(article.canonical()))
          .forEach(other -> remove(commit, other));
    }
    Long run = runs.numberOf(page.page());
    known
        .filter(stored -> !stored.sha256().equals(text.sha256()))
        .filter(stored -> run != null && !run.equals(stored.run()))
        .ifPresent(stored -> ArticleVersion.keep(handle, stored, textOf(stored), run));
    String file =
        known.isPresent() ? known.get().file() : newFile(whole.article(), whole.fetched());
    SavedArticle saved =
        Articles.save(
            handle,
            article,
            text.sha256(),
            known,
            file,
            whole.counts(),
            whole.missing() == null,
            whole.fetched(),
            whole.parts(),
            joiner.quarantine(whole.first(), article),
            run,
            clock.instant());
    commit.afterwards(() -> runs.count(page.page(), known));
    if (saved.change() == Change.UNCHANGED && texts.has(file)) {
      return Worth.KNOWN;
    }
    commit.afterwards(() -> texts.write(file, text.text()));
    return isDuplicate(handle, saved.id(), known, text.print()) ? Worth.NONE : Worth.NEW;
  }

  /** Notes which older article has nearly the same text, if one has; short texts count as such. */
  private static boolean isDuplicate(
      Handle handle, long article, Optional<StoredArticle> known, long print) {
    Optional<Long> near = ArticlePrints.near(handle, print).filter(other -> other != article);
    ArticlePrints.save(handle, article, print);
    Long before = known.map(StoredArticle::duplicateOf).orElse(null);
    if (!Objects.equals(before, near.orElse(null))) {
      Articles.markDuplicate(handle, article, near.orElse(null));
    }
    return near.isPresent() || print == TextPrint.NONE;
  }

  private @Nullable String textOf(StoredArticle stored) {
    try {
      String text = texts.read(stored.file());
      return stored.hasText(text) ? text : null;
    } catch (IOException lost) {
      return null;
    }
  }

  private String newFile(Article article, Instant fetched) {
    return rules
        .file(article, fetched)
        .filter(texts::canBeNamed)
        .orElseGet(() -> texts.file(article, fetched));
  }

  private void remove(Commit commit, StoredArticle article) {
    Articles.remove(commit.handle(), article.id());
    commit.afterwards(
        () -> {
          runs.discount(article);
          texts.delete(article.file());
        });
  }
}
