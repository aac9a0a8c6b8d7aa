// SPDX-License-Identifier: Apache-2.0
package org.winnow.crawler;

import java.util.List;
import java.util.Optional;
import org.winnow.corpus.FetchedPage;
import org.winnow.crawler.CrawlEvent.Outcome;
import org.winnow.crawler.FetchOutcome.Failed;
import org.winnow.crawler.FetchRequest.Kind;
import org.winnow.crawler.Frontier.State;
import org.winnow.crawler.FrontierLinks.Source;
import org.winnow.crawler.RunRecorder.Found;

/** Deals with what was fetched: reads feeds and sitemaps, hands pages to the handler. */
final class PageVisitor {
  private final PageHandler handler;
  private final LinkReader linkReader;
  private final RunRecorder recorder;

  PageVisitor(PageHandler handler, LinkReader linkReader, RunRecorder recorder) {
    this.handler = handler;
    this.linkReader = linkReader;
    this.recorder = recorder;
  }

  /** The page to visit; empty if it was no page, and then it is dealt with. */
  Optional<FetchedPage> pageOf(SiteCrawl site, FrontierRow row, FetchedPage page) {
    Optional<Kind> kind = ContentSniffer.kindOf(page, row.kind());
    if (kind.isEmpty()) {
      recorder.end(
          site, row, State.SKIPPED, Outcome.SKIPPED, "not html", page.header("Content-Type"));
    } else if (kind.get() == Kind.PAGE) {
      return Optional.of(page);
    } else {
      Optional<List<Link>> links =
          kind.get() == Kind.FEED ? FeedReader.read(page) : SitemapReader.read(page);
      if (links.isPresent()) {
        Found found = new Found(Source.page(row), links.get());
        recorder.read(site, row, kind.get(), page, kind.get().label, found);
      } else {
        recorder.failed(site, row, Failed.forGood("unreadable " + kind.get().label, ""));
      }
    }
    return Optional.empty();
  }

  /** Hands the page on and writes what came of it. */
  void visit(SiteCrawl site, FrontierRow row, FetchedPage page) {
    List<Found> found = List.of();
    try {
      PageLinks links = linkReader.read(page);
      found = List.of(new Found(Source.page(row), links.links()));
      if (!links.isIndexable()) {
        recorder.read(site, row, row.kind(), page, "noindex", found.get(0));
        return;
      }
      PageResult result = handler.handle(page);
      List<Link> parts =
          result.continued().stream().map(url -> Link.page(url, Link.CONTINUATION)).toList();
      recorder.page(
          site,
          row,
          page,
          result.rows(),
          List.of(new Found(Source.article(row), parts), found.get(0)));
    } catch (RuntimeException | StackOverflowError e) {
      recorder.unhandled(site, row, e, found);
    }
  }
}
