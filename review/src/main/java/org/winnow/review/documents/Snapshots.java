// SPDX-License-Identifier: Apache-2.0
package org.winnow.review.documents;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.function.Supplier;
import org.jdbi.v3.core.Jdbi;
import org.winnow.corpus.ArticlePart;
import org.winnow.corpus.Articles;
import org.winnow.corpus.FetchedPage;
import org.winnow.corpus.PageArchive;
import org.winnow.corpus.WarcPosition;
import org.winnow.extractors.Extractor;
import org.winnow.extractors.PageSnapshot;

/**
 * The stored pages of articles, extracted by the rules in force. The last few are kept, and the
 * next one is made while a reviewer reads. Safe for use by several threads.
 */
final class Snapshots {
  /** Some pages each way; a page with its elements may take tens of megabytes. */
  private static final int KEPT = 6;

  private final Jdbi catalog;
  private final PageArchive archive;
  private final Supplier<Extractor> extractor;
  private final ExecutorService ahead;
  private final Map<Key, CompletableFuture<Optional<Snapshot>>> kept =
      new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(
            Map.Entry<Key, CompletableFuture<Optional<Snapshot>>> eldest) {
          return size() > KEPT;
        }
      };

  /** A page with what came of it. The page is to be used by one thread at a time. */
  record Snapshot(FetchedPage fetched, PageSnapshot page, int part, int parts) {}

  private record Key(long article, int part, WarcPosition position, Extractor extractor) {}

  Snapshots(
      Jdbi catalog, PageArchive archive, Supplier<Extractor> extractor, ExecutorService ahead) {
    this.catalog = catalog;
    this.archive = archive;
    this.extractor = extractor;
    this.ahead = ahead;
  }

  /** A page of an article, the first being 1; empty if it is lost. */
  Optional<Snapshot> of(long article, int part) {
    try {
      return later(article, part, false).join();
    } catch (CompletionException e) {
      throw e.getCause() instanceof RuntimeException cause ? cause : e;
    }
  }

  /** Makes it ready, in a thread of its own. */
  void prepare(long article) {
    CompletableFuture<Optional<Snapshot>> unused = later(article, 1, true);
  }

  private CompletableFuture<Optional<Snapshot>> later(long article, int part, boolean isAhead) {
    List<ArticlePart> parts = catalog.withHandle(handle -> Articles.parts(handle, article));
    if (part < 1 || part > parts.size()) {
      return CompletableFuture.completedFuture(Optional.empty());
    }
    Extractor with = extractor.get();
    Key key = new Key(article, part, parts.get(part - 1).position(), with);
    CompletableFuture<Optional<Snapshot>> mine = new CompletableFuture<>();
    synchronized (kept) {
      CompletableFuture<Optional<Snapshot>> known = kept.get(key);
      if (known != null) {
        return known;
      }
      kept.put(key, mine);
    }
    Runnable work = () -> fill(mine, key, parts.size());
    if (isAhead) {
      ahead.execute(work);
    } else {
      work.run();
    }
    return mine;
  }

  private void fill(CompletableFuture<Optional<Snapshot>> result, Key key, int parts) {
    try {
      FetchedPage page = archive.read(key.position());
      PageSnapshot snapshot = PageSnapshot.of(page, key.extractor());
      result.complete(Optional.of(new Snapshot(page, snapshot, key.part(), parts)));
    } catch (IOException lost) {
      result.complete(Optional.empty());
    } catch (RuntimeException | Error bug) {
      result.completeExceptionally(bug);
    }
  }
}
