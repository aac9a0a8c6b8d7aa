// SPDX-License-Identifier: Apache-2.0
package org.winnow.pipeline;

import java.io.IOException;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.winnow.corpus.Article;
import org.winnow.corpus.ArticlePart;
import org.winnow.corpus.PageArchive;
import org.winnow.corpus.Pages;
import org.winnow.corpus.StoredPage;
import org.winnow.corpus.Url;
import org.winnow.extractors.Extraction.Extracted;
import org.winnow.extractors.Extractor;
import org.winnow.siterules.MatchKey;

/** Joins the pages of an article, taking those behind the first from the archive. */
public final class ArticleJoiner {
  /** More pages than an article has; what goes on longer is a loop or a gallery. */
  private static final int MAX_PARTS = 50;

  private final PageArchive archive;
  private final Extractor extractor;

  public ArticleJoiner(PageArchive archive, Extractor extractor) {
    this.archive = archive;
    this.extractor = extractor;
  }

  /**
   * The article that begins on that page, with all of its pages that are stored; with the text of
   * the page that has all of it, if that is stored.
   */
  WholeArticle whole(Handle handle, ArticlePage first) {
    WholeArticle joined = joined(handle, first);
    Url full = first.extracted().fullPage();
    return full == null
        ? joined
        : stored(handle, full).map(joined::replacedBy).orElseGet(() -> joined.without(full));
  }

  private WholeArticle joined(Handle handle, ArticlePage first) {
    WholeArticle whole = WholeArticle.startingWith(first);
    Url next = first.extracted().nextPage();
    while (next != null && !whole.has(next) && whole.parts().size() < MAX_PARTS) {
      Optional<ArticlePage> page = stored(handle, next);
      if (page.isEmpty() || whole.has(page.get().url())) {
        return whole.without(next);
      }
      if (!isContinuation(first, page.get())) {
        return whole;
      }
      whole = whole.continuedBy(page.get());
      next = page.get().extracted().nextPage();
    }
    return whole;
  }

  /** What the catalog has of that address, extracted again; or empty. */
  private Optional<ArticlePage> stored(Handle handle, Url url) {
    Optional<StoredPage> stored = Pages.latest(handle, url);
    return stored.isEmpty() || stored.get().position() == null
        ? Optional.empty()
        : again(
            new ArticlePart(stored.get().url(), Objects.requireNonNull(stored.get().position())));
  }

  /** What the joined article is not that its rule asks for, in words; empty if it is all right. */
  String quarantine(ArticlePage first, Article whole) {
    return extractor.failedGates(first.extracted(), whole).stream()
        .map(gate -> gate.gate() + ": " + gate.reason())
        .collect(Collectors.joining("; "));
  }

  /** A stored page extracted again, or empty if it holds no article or cannot be read. */
  Optional<ArticlePage> again(ArticlePart part) {
    try {
      var page = archive.read(part.position());
      return extractor.extract(page) instanceof Extracted extracted
          ? Optional.of(new ArticlePage(page, part.position(), extracted))
          : Optional.empty();
    } catch (IOException lost) {
      return Optional.empty();
    }
  }

  /**
   * Whether a page that is said to be the next one continues the article: its address continues the
   * first page's, or it has the same headline.
   *
   * <p>Quirk: many sites give the next article of the section as {@code rel=next}.
   */
  private static boolean isContinuation(ArticlePage first, ArticlePage next) {
    String path = first.url().path();
    boolean below =
        next.url().origin().equals(first.url().origin())
            && path.length() > 1
            && next.url().path().startsWith(path.endsWith("/") ? path : path + "/");
    boolean samePath =
        next.url().origin().equals(first.url().origin()) && next.url().path().equals(path);
    String headline = first.article().headline();
    String nextHeadline = next.article().headline();
    boolean sameHeadline =
        headline != null
            && nextHeadline != null
            && MatchKey.of(headline).equals(MatchKey.of(nextHeadline));
    return below || sameHeadline || (samePath && nextHeadline == null);
  }
}
