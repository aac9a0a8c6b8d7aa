// SPDX-License-Identifier: Apache-2.0
package org.winnow.crawler;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.winnow.corpus.Url;
import org.winnow.crawler.CrawlEvent.Outcome;
import org.winnow.crawler.FetchOutcome.Failed;
import org.winnow.crawler.FrontierLinks.Added;
import org.winnow.crawler.FrontierLinks.Source;

/**
 * Writes what came of an address: its row, its links and whatever else belongs to it, in one
 * transaction; then wakes hosts, counts, and tells the listener. Safe for use by several threads.
 */
final class RunRecorder {
  private final Jdbi catalog;
  private final Frontier frontier;
  private final FrontierLinks frontierLinks;
  private final int maxDepth;
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
    this.maxDepth = settings.maxDepth();
    this.frontier = frontier;
    this.frontierLinks = new FrontierLinks(clock);
    this.rounds = new FrontierRounds(clock);
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
    List<Link> starts = site.begin();
    int depth = site.maxDepth(maxDepth);
    catalog.useTransaction(
        handle -> {
          rounds.begin(handle, site.name, depth);
          frontierLinks.add(handle, Source.start(site.name), starts, depth);
          rounds.startHosts(handle, site.name).forEach(site.scope::addHost);
          rounds.adopt(handle, site.name, site.scope);
          site.queue(rounds.queued(handle, site.name));
          rounds.queuedHosts(handle, site.name).forEach(hosts::wake);
        });
  }

  /** That host belongs to the site from now on. */
  void widen(SiteCrawl site, String host) {
    site.scope.addHost(host);
    catalog.useTransaction(handle -> rounds.adopt(handle, site.name, site.scope));
  }

  /**
   * The address came to an end. Everything that belongs to it becomes visible at once, or nothing.
   *
   * @param rows writes what else belongs to it
   * @param found where it leads; links out of scope are dropped
   */
  void end(
      SiteCrawl site, FrontierRow row, Ending ending, Consumer<Handle> rows, List<Found> found) {
    List<Added> added;
    try {
      added =
          catalog.inTransaction(
              handle -> {
                rows.accept(handle);
                if (!frontier.end(handle, row, ending)) {
                  throw new LeaseLostException();
                }
                return add(handle, site, found);
              });
    } catch (LeaseLostException e) {
      return;
    }
    if (!ending.isPage()) {
      noPage(site, row);
    }
    site.queue(-1);
    wake(site, added);
    tell(site, row.url(), ending.outcome(), ending.reason(), ending.detail());
  }

  /** As above, with nothing else to write. */
  void end(SiteCrawl site, FrontierRow row, Ending ending) {
    end(site, row, ending, handle -> {}, List.of());
  }

  /** Ends an address that is not to be fetched at all. */
  void endUnfetched(SiteCrawl site, FrontierRow row, Ending ending) {
    boolean isOurs =
        catalog.inTransaction(
            handle -> frontier.lease(handle, row) && frontier.end(handle, row, ending));
    if (isOurs) {
      site.queue(-1);
      tell(site, row.url(), ending.outcome(), ending.reason(), ending.detail());
    }
  }

  /** The address is tried again at that instant. */
  void retry(SiteCrawl site, FrontierRow row, Instant due, Failed failed) {
    catalog.useTransaction(
        handle -> frontier.retry(handle, row, due, failed.reason(), failed.detail()));
    noPage(site, row);
    tell(site, row.url(), Outcome.RETRIED, failed.reason(), failed.detail());
  }

  /** The address goes back as if it had not been touched. */
  void giveBack(SiteCrawl site, FrontierRow row) {
    catalog.useTransaction(handle -> frontier.giveBack(handle, row));
    noPage(site, row);
  }

  /** Adds links that do not come with the end of an address. */
  void add(SiteCrawl site, Found found) {
    wake(site, catalog.inTransaction(handle -> add(handle, site, List.of(found))));
  }

  /** Counts what became of an address, and tells the listener. */
  void tell(SiteCrawl site, Url url, Outcome outcome, String reason, String detail) {
    site.count(outcome, reason);
    listener.on(
        new CrawlEvent(
            clock.instant(),
            site.name,
            url,
            outcome,
            reason,
            detail,
            site.pages(),
            site.queued(),
            site.pause()));
  }

  private List<Added> add(Handle handle, SiteCrawl site, List<Found> found) {
    return found.stream()
        .map(
            f ->
                frontierLinks.add(
                    handle, f.source(), site.links.admit(f.links()), site.maxDepth(maxDepth)))
        .toList();
  }

  private void wake(SiteCrawl site, List<Added> added) {
    for (Added some : added) {
      site.queue(some.queued());
      some.hosts().forEach(hosts::wake);
    }
  }

  private void noPage(SiteCrawl site, FrontierRow row) {
    if (row.kind() == FetchRequest.Kind.PAGE) {
      site.unclaimPage();
      hosts.wake(row.url().host());
    }
  }
}
