// SPDX-License-Identifier: Apache-2.0
package org.winnow.crawler;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.winnow.corpus.Commit;
import org.winnow.corpus.CommitQueue;
import org.winnow.corpus.CommitQueue.AbandonedException;
import org.winnow.corpus.Url;
import org.winnow.crawler.CrawlEvent.Outcome;
import org.winnow.crawler.DroppedLinks.Dropped;
import org.winnow.crawler.FetchOutcome.Failed;
import org.winnow.crawler.FrontierLinks.Added;
import org.winnow.crawler.FrontierLinks.Source;

/**
 * Writes what came of an address: its row, its links and whatever else belongs to it, in one
 * transaction; then wakes hosts, counts, and tells the listener. Safe for use by several threads.
 */
final class RunRecorder {
  private final CommitQueue commits;
  private final Frontier frontier;
  private final FrontierLinks frontierLinks;
  private final DroppedLinks dropped;
  private final int maxDepth;
  private final FrontierRounds rounds;
  private final Traps traps = new Traps();
  private final SeenLinks seen = new SeenLinks();
  private final HostQueues hosts;
  private final CrawlListener listener;
  private final Clock clock;
  private final AtomicReference<@Nullable Throwable> broken = new AtomicReference<>();

  RunRecorder(
      CommitQueue commits,
      CrawlSettings settings,
      Frontier frontier,
      HostQueues hosts,
      CrawlListener listener,
      Clock clock) {
    this.commits = commits;
    this.maxDepth = settings.maxDepth();
    this.frontier = frontier;
    this.frontierLinks = new FrontierLinks(clock);
    this.dropped = new DroppedLinks(frontierLinks);
    this.rounds = new FrontierRounds(clock);
    this.hosts = hosts;
    this.listener = listener;
    this.clock = clock;
  }

  /**
   * Links and where they come from.
   *
   * @param dropped those that are not to be fetched
   */
  record Found(Source source, List<Link> links, List<Dropped> dropped) {

    Found(Source source, List<Link> links) {
      this(source, links, List.of());
    }
  }

  /** The lease ran out and another run has the address: nothing may be written. */
  private static final class LeaseLostException extends RuntimeException {
    private static final long serialVersionUID = 1;
  }

  /**
   * Queues what the site's run begins with.
   *
   * @param olderThan pages that were looked at longer ago are looked at again, or null
   */
  void begin(SiteCrawl site, @Nullable Duration olderThan) {
    List<Link> starts = site.begin();
    int depth = site.maxDepth(maxDepth);
    commits.commit(
        commit -> {
          Handle handle = commit.handle();
          rounds.begin(handle, site.name, depth, olderThan);
          frontierLinks.add(handle, Source.start(site.name), starts, depth);
          rounds.startHosts(handle, site.name).forEach(site.scope::addHost);
          rounds.adopt(handle, site.name, site.scope);
          site.queue(rounds.queued(handle, site.name));
          rounds.queuedHosts(handle, site.name).forEach(hosts::wake);
          return true;
        });
  }

  /** That host belongs to the site from now on. */
  void widen(SiteCrawl site, String host) {
    site.scope.addHost(host);
    commits.commit(
        commit -> {
          rounds.adopt(commit.handle(), site.name, site.scope);
          return true;
        });
  }

  /** Writes what belongs to an address besides its row and its links. */
  @FunctionalInterface
  interface Rows {
    /** What is to be noted about the address, seen which of its links are new; or null. */
    @Nullable Visit write(Commit commit, List<Url> newLinks) throws IOException;
  }

  private static final Rows NO_ROWS = (commit, newLinks) -> null;

  /**
   * The address came to an end. Everything that belongs to it becomes visible at once, or nothing.
   * Returns before it is committed, and waits only while too much else is not; where a site is
   * asked slowly it waits, so that what is found comes in its order. If the rows cannot be written,
   * the address is recorded as failed.
   *
   * @param rows writes what else belongs to it
   * @param found where it leads; links out of scope are dropped
   */
  void end(SiteCrawl site, FrontierRow row, Ending ending, Rows rows, List<Found> found) {
    CompletableFuture<?> written = submit(site, row, ending, rows, found);
    if (site.isAskedSlowly()) {
      written.join();
    }
  }

  private CompletableFuture<?> submit(
      SiteCrawl site, FrontierRow row, Ending ending, Rows rows, List<Found> found) {
    List<Found> wanted = wanted(site, found);
    hosts.begin();
    return commits
        .submit(commit -> write(commit, site, row, ending, rows, wanted))
        .handle(
            (added, failure) -> {
              try {
                if (failure == null) {
                  ended(site, row, ending, wanted, added);
                } else {
                  notWritten(site, row, rows, found, failure);
                }
              } catch (RuntimeException | Error e) {
                breakOff(e);
              } finally {
                hosts.done();
              }
              return true;
            });
  }

  private List<Added> write(
      Commit commit, SiteCrawl site, FrontierRow row, Ending ending, Rows rows, List<Found> wanted)
      throws IOException {
    List<Added> added = add(commit.handle(), site, wanted);
    List<Url> fresh = added.stream().flatMap(some -> some.fresh().stream()).toList();
    Visit visit = rows.write(commit, fresh);
    if (!frontier.end(commit.handle(), row, ending, visit)) {
      throw new LeaseLostException();
    }
    return added;
  }

  private void ended(
      SiteCrawl site, FrontierRow row, Ending ending, List<Found> wanted, List<Added> added) {
    if (!ending.isPage()) {
      noPage(site, row);
    }
    site.queue(-1);
    wanted.forEach(some -> some.links().forEach(link -> seen.add(link.url())));
    wake(site, added);
    tell(site, row.url(), ending.outcome(), ending.reason(), ending.detail());
  }

  private void notWritten(
      SiteCrawl site, FrontierRow row, Rows rows, List<Found> found, Throwable failure) {
    if (failure instanceof LeaseLostException) {
      return;
    }
    boolean isOurs = failure instanceof RuntimeException || failure instanceof StackOverflowError;
    if (rows == NO_ROWS || failure instanceof AbandonedException || !isOurs) {
      breakOff(failure);
      return;
    }
    var unused = submit(site, row, notHandled(failure), NO_ROWS, found);
  }

  /** The page could not be dealt with; its links count all the same. */
  void notHandled(SiteCrawl site, FrontierRow row, List<Found> found, Throwable failure) {
    end(site, row, notHandled(failure), NO_ROWS, found);
  }

  private static Ending notHandled(Throwable failure) {
    return Ending.failed(Failed.forGood("not handled", failure.toString()));
  }

  /** Nothing more can be written: the run ends. */
  private void breakOff(Throwable failure) {
    broken.compareAndSet(null, failure);
    hosts.finish();
  }

  /** What the run broke off for, or null. */
  @Nullable Throwable broken() {
    return broken.get();
  }

  /** As above, with nothing else to write. */
  void end(SiteCrawl site, FrontierRow row, Ending ending) {
    end(site, row, ending, NO_ROWS, List.of());
  }

  /** Ends an address that was leased and is not to be fetched at all. */
  void endUnfetched(SiteCrawl site, FrontierRow row, Ending ending) {
    boolean isOurs = commits.commit(commit -> frontier.end(commit.handle(), row, ending));
    if (isOurs) {
      site.queue(-1);
      tell(site, row.url(), ending.outcome(), ending.reason(), ending.detail());
    }
  }

  /** A page was looked at for the first time: whether it led to anything. */
  void countBarren(Handle handle, SiteCrawl site, FrontierRow row, boolean isBarren) {
    traps.count(handle, site.name, row.url(), isBarren);
  }

  /** Why that address is part of a trap, or empty. */
  Optional<String> trap(SiteCrawl site, FrontierRow row) {
    boolean isPlain = row.kind() == FetchRequest.Kind.PAGE && row.priority() == Link.PLAIN;
    if (!isPlain) {
      return Optional.empty();
    }
    return traps.isKnown(site.name, row.url())
        ? traps.find(site.name, row.url())
        : commits.catalog().withHandle(handle -> traps.find(handle, site.name, row.url()));
  }

  /** The address is tried again at that instant. */
  void retry(SiteCrawl site, FrontierRow row, Instant due, Failed failed) {
    commits.commit(
        commit -> {
          frontier.retry(commit.handle(), row, due, failed.reason(), failed.detail());
          return true;
        });
    noPage(site, row);
    tell(site, row.url(), Outcome.RETRIED, failed.reason(), failed.detail());
  }

  /** The address goes back as if it had not been touched. */
  void giveBack(SiteCrawl site, FrontierRow row) {
    commits.commit(
        commit -> {
          frontier.giveBack(commit.handle(), row);
          return true;
        });
    noPage(site, row);
  }

  /** Adds links that do not come with the end of an address. */
  void add(SiteCrawl site, Found found) {
    List<Found> wanted = wanted(site, List.of(found));
    wake(site, commits.commit(commit -> add(commit.handle(), site, wanted)));
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
    List<Added> added = new ArrayList<>();
    for (Found some : found) {
      List<Link> links = new ArrayList<>();
      for (Link link : some.links()) {
        Optional<String> trap = trap(handle, site, link);
        if (trap.isEmpty()) {
          links.add(link);
        } else {
          frontierLinks.skip(handle, some.source(), link, Traps.REASON, trap.get());
        }
      }
      added.add(frontierLinks.add(handle, some.source(), links, site.maxDepth(maxDepth)));
      dropped.note(handle, site.name, some.source(), some.dropped());
    }
    return added;
  }

  private Optional<String> trap(Handle handle, SiteCrawl site, Link link) {
    boolean isPlain = link.kind() == FetchRequest.Kind.PAGE && link.priority() == Link.PLAIN;
    return isPlain ? traps.find(handle, site.name, link.url()) : Optional.empty();
  }

  /** What is to be looked up in the frontier. */
  private List<Found> wanted(SiteCrawl site, List<Found> found) {
    List<Found> wanted = new ArrayList<>();
    for (Found some : found) {
      LinkFilter.Admitted admitted = site.links.admit(some.links());
      List<Dropped> dropped = new ArrayList<>(admitted.dropped());
      dropped.addAll(site.links.own(some.dropped()));
      dropped.removeIf(link -> seen.contains(link.link().url()));
      wanted.add(new Found(some.source(), unseen(some.source(), admitted.links()), dropped));
    }
    return wanted;
  }

  private List<Link> unseen(Source source, List<Link> links) {
    return links.stream()
        .filter(
            link ->
                link.priority() < Link.PLAIN
                    || source.isBackAt(link.url())
                    || !seen.contains(link.url()))
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
