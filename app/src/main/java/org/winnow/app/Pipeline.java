// SPDX-License-Identifier: Apache-2.0
package org.winnow.app;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.winnow.corpus.ExtractionTrace;
import org.winnow.corpus.ExtractionTraces;
import org.winnow.corpus.FetchedPage;
import org.winnow.corpus.PageArchive;
import org.winnow.corpus.PageNotes;
import org.winnow.corpus.Pages;
import org.winnow.corpus.Published;
import org.winnow.corpus.Url;
import org.winnow.corpus.WarcPosition;
import org.winnow.crawler.PageHandler;
import org.winnow.crawler.PageResult;
import org.winnow.extractors.Extraction;
import org.winnow.extractors.Extraction.Extracted;
import org.winnow.extractors.Extractor;
import org.winnow.extractors.SiteTitles;

/**
 * What becomes of a page in a crawl: fetched page, archive, extraction, article, text file and
 * rows. Safe for use by several threads.
 */
final class Pipeline implements PageHandler {
  private final PageArchive archive;
  private final Extractor extractor;
  private final SiteTitles titles;
  private final ArticleKeeper articles;
  private final SiteRuns runs;
  private final Traces traces = new Traces();

  Pipeline(
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
  public PageResult handle(FetchedPage page) {
    return handle(page, List.of());
  }

  @Override
  public PageResult handle(FetchedPage page, List<Url> links) {
    titles.add(page);
    Extraction extraction = extractor.extract(page);
    Optional<ExtractionTrace> trace = traces.of(extraction);
    return new PageResult(
        rows -> {
          WarcPosition position = stored(rows, page, notes(links, extraction));
          Pages.add(rows, runs.runOf(page), page, position);
          trace.ifPresent(known -> ExtractionTraces.save(rows, position, known));
          if (extraction instanceof Extracted extracted && extracted.isKept()) {
            articles.keep(rows, new ArticlePage(page, position, extracted));
          }
        },
        morePages(extraction));
  }

  private static PageNotes notes(List<Url> links, Extraction extraction) {
    Published published =
        extraction instanceof Extracted extracted ? extracted.article().published() : null;
    return new PageNotes(links, published == null ? "" : published.toString());
  }

  /** A page that is as it was the last time is stored without its body. */
  private WarcPosition stored(Handle rows, FetchedPage page, PageNotes notes) {
    try {
      Optional<WarcPosition> same =
          page.raw() == null ? Pages.sameBody(rows, page) : Optional.empty();
      WarcPosition position =
          same.isPresent() ? archive.appendRevisit(page, same.get()) : archive.append(page, notes);
      archive.flush();
      return position;
    } catch (IOException full) {
      throw new UncheckedIOException("the page archive cannot be written: " + full, full);
    }
  }

  /** The pages that the article goes on with, and the one that has all of it. */
  private static List<Url> morePages(Extraction extraction) {
    return extraction instanceof Extracted extracted
        ? Stream.of(extracted.fullPage(), extracted.nextPage()).flatMap(Stream::ofNullable).toList()
        : List.of();
  }
}
