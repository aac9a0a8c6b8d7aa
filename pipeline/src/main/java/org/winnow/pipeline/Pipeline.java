// SPDX-License-Identifier: Apache-2.0
package org.winnow.pipeline;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.winnow.corpus.ArticleText;
import org.winnow.corpus.Commit;
import org.winnow.corpus.ExtractionTrace;
import org.winnow.corpus.ExtractionTraces;
import org.winnow.corpus.FetchedPage;
import org.winnow.corpus.PageArchive;
import org.winnow.corpus.PageNotes;
import org.winnow.corpus.Pages;
import org.winnow.corpus.Published;
import org.winnow.corpus.StoredPage;
import org.winnow.corpus.Url;
import org.winnow.corpus.WarcPosition;
import org.winnow.crawler.FoundLinks;
import org.winnow.crawler.PageHandler;
import org.winnow.crawler.PageResult;
import org.winnow.crawler.PageResult.Worth;
import org.winnow.extractors.Extraction;
import org.winnow.extractors.Extraction.Extracted;
import org.winnow.extractors.Extractor;
import org.winnow.extractors.SiteTitles;

/**
 * What becomes of a page in a crawl: fetched page, archive, extraction, article, text file and
 * rows. Safe for use by several threads.
 */
public final class Pipeline implements PageHandler {
  private final PageArchive archive;
  private final Extractor extractor;
  private final SiteTitles titles;
  private final ArticleKeeper articles;
  private final SiteRuns runs;
  private final Traces traces = new Traces();

  public Pipeline(
      PageArchive archive,
      Extractor extractor,
      SiteTitles titles,
      ArticleKeeper articles,
      SiteRuns runs) {
    this.titles = titles;
    this.archive = archive;
    this.extractor = extractor;
    this.articles = articles;
    this.runs = runs;
  }

  @Override
  public PageResult handle(FetchedPage page, FoundLinks links) {
    titles.add(page);
    Extraction extraction = extractor.extract(page, links);
    Optional<ExtractionTrace> trace = traces.of(extraction);
    PageArchive.Ready ready = ready(page, notes(links.addresses(), extraction));
    ArticleText text =
        extraction instanceof Extracted extracted ? ArticleText.of(extracted.article()) : null;
    return new PageResult(
        commit -> {
          WarcPosition position = stored(commit, page, ready);
          Pages.add(commit.handle(), runs.runOf(page), page, ready.sha256(), position);
          trace.ifPresent(known -> ExtractionTraces.save(commit.handle(), position, known));
          return extraction instanceof Extracted extracted && extracted.isKept() && text != null
              ? articles.keep(commit, new ArticlePage(page, position, extracted, text))
              : Worth.NONE;
        },
        morePages(extraction));
  }

  /** The archive says so too, with a record that leads to the page. */
  @Override
  public PageResult.Rows unchanged(FetchedPage answer) {
    return commit -> {
      StoredPage known = Pages.latest(commit.handle(), answer.requested()).orElse(null);
      if (known != null && known.position() != null && known.url().equals(answer.url())) {
        WarcPosition position = archive.appendRevisit(answer, known.position());
        Pages.add(commit.handle(), runs.runOf(answer), answer, known.sha256(), position);
      }
      return Worth.KNOWN;
    };
  }

  private static PageNotes notes(List<Url> links, Extraction extraction) {
    Published published =
        extraction instanceof Extracted extracted ? extracted.article().published() : null;
    return new PageNotes(links, published == null ? "" : published.toString());
  }

  private static PageArchive.Ready ready(FetchedPage page, PageNotes notes) {
    try {
      return PageArchive.ready(page, notes);
    } catch (IOException tooLong) {
      throw new UncheckedIOException("the page cannot be archived: " + tooLong, tooLong);
    }
  }

  /** A page that is as it was the last time is stored without its body. */
  private WarcPosition stored(Commit commit, FetchedPage page, PageArchive.Ready ready)
      throws IOException {
    Optional<WarcPosition> same =
        page.raw() == null
            ? Pages.sameBody(commit.handle(), page, ready.sha256())
            : Optional.empty();
    return same.isPresent() ? archive.appendRevisit(page, same.get()) : archive.append(ready);
  }

  /** The pages that the article goes on with, and the one that has all of it. */
  private static List<Url> morePages(Extraction extraction) {
    return extraction instanceof Extracted extracted
        ? Stream.of(extracted.fullPage(), extracted.nextPage()).flatMap(Stream::ofNullable).toList()
        : List.of();
  }
}
