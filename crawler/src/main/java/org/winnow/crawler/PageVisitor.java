// SPDX-License-Identifier: Apache-2.0
package org.winnow.crawler;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.winnow.corpus.FetchedPage;
import org.winnow.corpus.Url;
import org.winnow.crawler.DroppedLinks.Dropped;
import org.winnow.crawler.FetchOutcome.Failed;
import org.winnow.crawler.FetchRequest.Kind;
import org.winnow.crawler.FrontierLinks.Source;
import org.winnow.crawler.PageResult.Worth;
import org.winnow.crawler.RunRecorder.Found;
import org.winnow.crawler.RunRecorder.Rows;

/** Deals with what was fetched: reads feeds and sitemaps, hands pages to the handler. */
final class PageVisitor {
  // sitemaps.org knows one level of indexes; some sites have two.
  private static final int MOST_NESTED = 3;

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
    if (kind.isPresent() && kind.get() == Kind.PAGE) {
      return Optional.of(page);
    }
    if (kind.isPresent()) {
      list(site, row, kind.get(), page);
    } else {
      recorder.end(site, row, Ending.skipped("not html", page.header("Content-Type")));
    }
    return Optional.empty();
  }

  private void list(SiteCrawl site, FrontierRow row, Kind kind, FetchedPage page) {
    if (!site.claimList()) {
      recorder.end(site, row, Ending.skippedForNow("too many lists", ""));
      return;
    }
    Optional<List<Link>> links =
        kind == Kind.FEED ? FeedReader.read(page) : SitemapReader.read(page);
    if (links.isEmpty()) {
      recorder.end(site, row, Ending.failed(Failed.forGood("unreadable " + kind.label, "")));
      return;
    }
    recorder.end(
        site,
        row,
        Ending.read(kind.label, ""),
        (commit, newLinks) -> Visit.fetched(row, kind, page, !newLinks.isEmpty()),
        List.of(new Found(Source.page(row), nested(row, links.get()))));
  }

  /** Without sitemaps that lie too deep in indexes: a site could go on with them for ever. */
  private static List<Link> nested(FrontierRow row, List<Link> links) {
    return row.depth() < MOST_NESTED
        ? links
        : links.stream().filter(link -> link.kind() != Kind.SITEMAP).toList();
  }

  /** Hands the page on and writes what came of it. */
  void visit(SiteCrawl site, FrontierRow row, FetchedPage page) {
    FoundLinks reading = new FoundLinks(page, site.rule, linkReader);
    List<Found> found = new ArrayList<>();
    try {
      PageResult handled = handler.handle(page, reading);
      PageLinks links = reading.all();
      boolean isKept = links.isIndexable();
      PageResult result = isKept ? handled : PageResult.NOTHING;
      found.add(new Found(Source.article(row), parts(result)));
      found.addAll(found(site, row, links));
      Ending ending = isKept ? Ending.PAGE : Ending.read("noindex", "");
      recorder.end(site, row, ending, rows(site, row, page, result), found);
    } catch (RuntimeException | StackOverflowError e) {
      recorder.notHandled(site, row, found.isEmpty() ? links(site, row, reading) : found, e);
    }
  }

  /** The links of a page that was not handled. */
  private static List<Found> links(SiteCrawl site, FrontierRow row, FoundLinks reading) {
    try {
      return found(site, row, reading.all());
    } catch (RuntimeException | StackOverflowError unreadable) {
      return List.of();
    }
  }

  private static List<Found> found(SiteCrawl site, FrontierRow row, PageLinks links) {
    List<Link> fitting = fitting(site, row, links.links());
    List<Link> followed = site.lists.without(fitting, row.url(), links.next());
    List<Link> more = site.lists.after(row.url(), links.next(), followed);
    List<Dropped> dropped = new ArrayList<>();
    links
        .unfollowed()
        .forEach(url -> dropped.add(dropped(Link.page(url, Link.PLAIN), DroppedLinks.NOFOLLOW)));
    if (followed.size() < fitting.size()) {
      Set<Link> rest = new LinkedHashSet<>(fitting);
      followed.forEach(rest::remove);
      rest.forEach(link -> dropped.add(dropped(link, DroppedLinks.LIST_ENDS)));
    }
    return List.of(
        new Found(Source.article(row), more), new Found(Source.page(row), followed, dropped));
  }

  private static Dropped dropped(Link link, String reason) {
    return new Dropped(link, reason, "");
  }

  /** Behind the pages that a run begins with, only feeds of more than one page. */
  private static List<Link> fitting(SiteCrawl site, FrontierRow row, List<Link> links) {
    return row.depth() == 0
        ? links
        : links.stream()
            .filter(
                link ->
                    link.kind() == Kind.PAGE
                        || (isOfMany(row.url(), link.url()) && site.claimLateFeed(link.url())))
            .toList();
  }

  /**
   * Whether a page's feed is not that page's own.
   *
   * <p>Quirk: the feed that an article names is the one of its comments, below its own address, or
   * in Blogger's and WordPress's places for them.
   */
  private static boolean isOfMany(Url page, Url feed) {
    String path = page.path().endsWith("/") ? page.path() : page.path() + "/";
    return !feed.path().startsWith(path) && !(feed.path() + "/").contains("/comments/");
  }

  private Rows rows(SiteCrawl site, FrontierRow row, FetchedPage page, PageResult result) {
    return (commit, newLinks) -> {
      Worth worth = result.rows().write(commit);
      if (row.visited() == null && row.priority() == Link.PLAIN) {
        boolean isBarren = worth == Worth.NONE && !leadsElsewhere(row, newLinks);
        recorder.countBarren(commit.handle(), site, row, isBarren);
      }
      return Visit.fetched(row, Kind.PAGE, page, worth == Worth.NEW || !newLinks.isEmpty());
    };
  }

  /** Whether the page led to something new, and not only to more of its own kind. */
  private static boolean leadsElsewhere(FrontierRow row, List<Url> newLinks) {
    String family = UrlShapes.family(row.url());
    return newLinks.stream().anyMatch(link -> !UrlShapes.family(link).equals(family));
  }

  private static List<Link> parts(PageResult result) {
    return result.continued().stream().map(url -> Link.page(url, Link.CONTINUATION)).toList();
  }
}
