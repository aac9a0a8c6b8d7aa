// SPDX-License-Identifier: Apache-2.0
package org.winnow.pipeline;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.winnow.corpus.ArticlePart;
import org.winnow.corpus.Articles;
import org.winnow.corpus.PageArchive;
import org.winnow.corpus.Pages;
import org.winnow.corpus.Runs;
import org.winnow.corpus.StoredArticle;
import org.winnow.corpus.StoredPage;
import org.winnow.corpus.TextCorpus;
import org.winnow.corpus.WarcPosition;
import org.winnow.crawler.Crawler;

/**
 * Makes good what a crash took. A crawl commits an article before it writes the text file, and
 * leaves it to the system when files reach the disk; so after a power cut pages may be missing in
 * the archive, and text files there or in the text corpus. Looks only at what was written since the
 * folder was opened the last time, and not at what is surely on the disk.
 */
final class CrashRepair {
  private CrashRepair() {}

  /** Lost pages are fetched again, lost texts made again. */
  static void run(Handle handle, PageArchive archive, TextCorpus texts, ArticleJoiner joiner) {
    Optional<Instant> since = Runs.unsettledSince(handle);
    if (since.isEmpty()) {
      return;
    }
    for (StoredPage page : Pages.youngestArchived(handle)) {
      WarcPosition position = page.position();
      if (position != null && !archive.has(position)) {
        Pages.lost(handle, page.id());
        Crawler.fetchAgain(handle, page.url());
      }
    }
    for (StoredArticle article : Articles.savedSince(handle, since.get())) {
      if (!isWhole(article, texts)) {
        make(handle, article, texts, joiner);
      }
    }
    Runs.settle(handle);
  }

  private static boolean isWhole(StoredArticle article, TextCorpus texts) {
    try {
      return article.hasText(texts.read(article.file()));
    } catch (IOException missing) {
      return false;
    }
  }

  private static void make(
      Handle handle, StoredArticle article, TextCorpus texts, ArticleJoiner joiner) {
    List<ArticlePart> parts = Articles.parts(handle, article.id());
    Optional<WholeArticle> again =
        parts.stream().findFirst().flatMap(joiner::again).map(first -> joiner.whole(handle, first));
    if (again.isEmpty()) {
      return;
    }
    WholeArticle whole = again.get().as(Twins.withUsableCanonical(again.get().article()));
    try {
      texts.write(article.file(), whole.article().text());
    } catch (IOException full) {
      throw new UncheckedIOException("the text file cannot be written: " + full, full);
    }
    if (!article.hasText(whole.article().text())) {
      // The rule is another one now.
      Articles.save(
          handle,
          whole.article(),
          article.file(),
          whole.counts(),
          whole.missing() == null,
          whole.fetched(),
          whole.parts(),
          joiner.quarantine(whole.first(), whole.article()));
    }
  }
}
