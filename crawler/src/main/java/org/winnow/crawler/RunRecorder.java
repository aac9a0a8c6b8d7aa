// SPDX-License-Identifier: Apache-2.0
package org.winnow.crawler;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.winnow.corpus.FetchedPage;
import org.winnow.corpus.Url;
import org.winnow.crawler.CrawlEvent.Outcome;
import org.winnow.crawler.FetchOutcome.Failed;
import org.winnow.crawler.FrontierLinks.Added;
import org.winnow.crawler.FrontierLinks.Source;
import org.winnow.crawler.Frontier.State;

/**
 * Writes what came of an address: its row, its links and whatever the handler wants written, in one
 * transaction; then wakes hosts, counts, and tells the listener. Safe for use by several threads.
 */
final class RunRecorder {
  private static final int MAX_REDIRECTS = 10;

  private final Jdbi catalog;
  private final CrawlSettings settings;
  private final Frontier frontier;
  private final FrontierLinks frontierLinks;
  private final FrontierRounds rounds;
  private final HostQueues hosts;
  private final CrawlListener listener;
  private final Clock clock;

  RunRecorder(
      Jdbi catalog,
      CrawlSettings settings,
      Frontier frontier,
      HostQueues hosts,
      CrawlListener listener,
      Clock clock) {
    this.catalog = catalog;
    this.settings = settings;
    this.frontier = frontier;
    this.frontierLinks = new FrontierLinks(clock, settings.maxDepth());
    this.rounds = new FrontierRounds(clock, settings.maxDepth());
    this.hosts = hosts;
    this.listener = listener;
    this.clock = clock;
  }

  /** Links and where they come from. */
  record Found(Source source, List<Link> links) {}

  /** The lease ran out and another run has the address: nothing may be written. */
  private static final class LeaseLostException extends RuntimeException {
    private static final long serialVersionUID = 1;
  }

  /** Queues what the site's run begins with. */
  void begin(SiteCrawl site) {
    List<Link> starts =
        site.starts().stream().map(url -> Link.page(url, Link.START)).toList();
    catalog.useTransaction(
        handle -> {
          rounds.begin(handle, site.name);
          frontierLinks.add(handle, Source.start(site.name), starts);
          rounds.startHosts(handle, site.name).forEach(site.scope::addHost);
          rounds.adopt(handle, site.name, site.scope);
          site.queue(rounds.queued(handle, site.name));
          rounds.queuedHosts(handle, site.name).forEach(hosts::wake);
        });
  }

  /** A page was handled: everything that belongs to it becomes visible at once. */
  void page(
      SiteCrawl site,
      FrontierRow row,
      FetchedPage page,
      Consumer<Handle> rows,
      List<Found> found) {
    end(
        site,
        handle -> {
          rows.accept(handle);
          frontier.remember(handle, row, page.header("ETag"), page.header("Last-Modified"));
          return frontier.end(handle, row, State.DONE, "", "");
        },
        found);
    tell(site, row.url(), Outcome.PAGE, "", "");
  }

  /** A feed or sitemap was read, or a page that may not be kept. */
  void read(
      SiteCrawl site,
      FrontierRow row,
      FetchRequest.Kind kind,
      FetchedPage page,
      String reason,
      Found found) {
    end(
        site,
        handle -> {
          frontier.remember(handle, row, page.header("ETag"), page.header("Last-Modified"));
          frontier.setKind(handle, row, kind);
          return frontier.end(handle, row, State.DONE, reason, "");
        },
        List.of(found));
    noPage(site, row);
    tell(site, row.url(), Outcome.READ, reason, "");
  }

  /** The address leads on to another one. */
  void redirected(SiteCrawl site, FrontierRow row, Url to) {
    if (row.hops() == MAX_REDIRECTS || to.equals(row.url())) {
      failed(site, row, Failed.forGood("too many redirects", to.toString()));
      return;
    }
    boolean isStart = row.priority() == Link.START;
    if (isStart && Scope.isSameDomain(row.url(), to)) {
      site.scope.addHost(to.host());
      catalog.useTransaction(handle -> rounds.adopt(handle, site.name, site.scope));
    }
    if (!site.scope.contains(to)) {
      end(site, row, State.SKIPPED, Outcome.SKIPPED, "redirected out of scope", to.toString());
      if (isStart) {
        site.note(row.url() + " redirects to another site; give its address instead: " + to);
      }
      return;
    }
    Found found =
        new Found(Source.redirect(row), List.of(new Link(to, row.kind(), row.priority())));
    end(
        site,
        handle -> frontier.end(handle, row, State.DONE, "redirected", to.toString()),
        List.of(found));
    noPage(site, row);
    tell(site, row.url(), Outcome.READ, "redirected", to.toString());
  }

  /** The address was not answered; it is tried again, or given up. */
  void failed(SiteCrawl site, FrontierRow row, Failed failed) {
    noPage(site, row);
    if (failed.isStopped()) {
      catalog.useTransaction(handle -> frontier.giveBack(handle, row));
      return;
    }
    if (failed.isTemporary() && row.tries() + 1 < RetryPolicy.MAX_TRIES) {
      Instant due = clock.instant().plus(RetryPolicy.wait(failed, row.tries()));
      catalog.useTransaction(
          handle -> frontier.retry(handle, row, due, failed.reason(), failed.detail()));
      tell(site, row.url(), Outcome.RETRIED, failed.reason(), failed.detail());
      return;
    }
    end(
        site,
        handle ->
            failed.isTemporary()
                ? frontier.endForNow(
                    handle, row, State.FAILED, failed.reason(), failed.detail())
                : frontier.end(handle, row, State.FAILED, failed.reason(), failed.detail()),
        List.of());
    tell(site, row.url(), Outcome.FAILED, failed.reason(), failed.detail());
  }

  /** The handler threw on a page; its links are kept. */
  void unhandled(SiteCrawl site, FrontierRow row, Throwable thrown, List<Found> found) {
    String detail = thrown.toString();
    end(
        site,
        handle -> frontier.end(handle, row, State.FAILED, "not handled", detail),
        found);
    noPage(site, row);
    tell(site, row.url(), Outcome.FAILED, "not handled", detail);
  }

  /** The address came to an end that needs nothing more. */
  void end(
      SiteCrawl site,
      FrontierRow row,
      State state,
      Outcome outcome,
      String reason,
      String detail) {
    end(site, handle -> frontier.end(handle, row, state, reason, detail), List.of());
    noPage(site, row);
    tell(site, row.url(), outcome, reason, detail);
  }

  /** The robots.txt does not allow the address, or could not be read. */
  void disallowed(SiteCrawl site, FrontierRow row, RobotsCache.Known known) {
    boolean isForNow = !known.problem().isEmpty();
    String reason = isForNow ? "robots.txt unreachable" : "robots";
    boolean isOurs =
        catalog.inTransaction(
            handle ->
                frontier.lease(handle, row)
                    && (isForNow
                        ? frontier.endForNow(
                            handle, row, State.SKIPPED, reason, known.problem())
                        : frontier.end(handle, row, State.SKIPPED, reason, "")));
    if (isOurs) {
      site.queue(-1);
      tell(site, row.url(), Outcome.SKIPPED, reason, known.problem());
    }
  }

  /** A robots.txt was asked for; the sitemaps that it names are queued. */
  void robots(Lease lease, FetchOutcome outcome, Optional<RobotsCache.Known> known) {
    SiteCrawl site = lease.site();
    List<Link> sitemaps = new ArrayList<>();
    known.map(RobotsCache.Known::sitemaps).orElse(List.of()).stream()
        .flatMap(text -> lease.url().resolve(text).stream())
        .forEach(url -> sitemaps.add(Link.sitemap(url)));
    add(site, List.of(new Found(Source.start(site.name), sitemaps)));
    if (outcome instanceof Failed failed && !failed.isStopped()) {
      Outcome what = known.isPresent() ? Outcome.FAILED : Outcome.RETRIED;
      boolean isMissing = known.isPresent() && known.get().problem().isEmpty();
      tell(site, lease.url(), isMissing ? Outcome.READ : what, failed.reason(), failed.detail());
    } else if (outcome instanceof FetchOutcome.Fetched) {
      tell(site, lease.url(), Outcome.READ, "", "");
    }
  }

  private void end(SiteCrawl site, Ending ending, List<Found> found) {
    List<Added> added = new ArrayList<>();
    try {
      catalog.useTransaction(
          handle -> {
            if (!ending.write(handle)) {
              throw new LeaseLostException();
            }
            inScope(site, found).forEach(f -> added.add(add(handle, f)));
          });
    } catch (LeaseLostException e) {
      return;
    }
    site.queue(-1);
    added.forEach(a -> wake(site, a));
  }

  private void add(SiteCrawl site, List<Found> found) {
    List<Added> added =
        catalog.inTransaction(
            handle -> inScope(site, found).stream().map(f -> add(handle, f)).toList());
    added.forEach(a -> wake(site, a));
  }

  private Added add(Handle handle, Found found) {
    return frontierLinks.add(handle, found.source(), found.links());
  }

  private List<Found> inScope(SiteCrawl site, List<Found> found) {
    return found.stream()
        .map(f -> new Found(f.source(), inScope(site, f.links())))
        .filter(f -> !f.links().isEmpty())
        .toList();
  }

  private List<Link> inScope(SiteCrawl site, Collection<Link> links) {
    return links.stream()
        .map(l -> new Link(settings.origins().toOrigin(l.url()), l.kind(), l.priority()))
        .filter(l -> site.scope.contains(l.url()))
        .filter(l -> l.kind() != FetchRequest.Kind.PAGE || Scope.isPage(l.url()))
        .toList();
  }

  private void wake(SiteCrawl site, Added added) {
    site.queue(added.queued());
    added.hosts().forEach(hosts::wake);
  }

  private void noPage(SiteCrawl site, FrontierRow row) {
    if (row.kind() == FetchRequest.Kind.PAGE) {
      site.unclaimPage();
      hosts.wake(row.url().host());
    }
  }

  private void tell(SiteCrawl site, Url url, Outcome outcome, String reason, String detail) {
    site.count(outcome, reason);
    listener.on(
        new CrawlEvent(
            clock.instant(), site.name, url, outcome, reason, detail, site.pages(), site.queued()));
  }

  /** Writes how a leased address ended; false if the lease was lost. */
  @FunctionalInterface
  private interface Ending {
    boolean write(Handle handle);
  }
}
