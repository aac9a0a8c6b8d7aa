// SPDX-License-Identifier: Apache-2.0
package org.winnow.crawler;

import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.winnow.corpus.CommitQueue;
import org.winnow.corpus.FetchedPage;
import org.winnow.corpus.Url;
import org.winnow.crawler.FetchOutcome.Fetched;
import org.winnow.crawler.HostQueues.Host;
import org.winnow.crawler.crawler4j.CrawlTask;
import org.winnow.crawler.crawler4j.CrawlTasks;

/**
 * One run over some sites, as the tasks of the engine's threads: wait for a host, lease its first
 * address, fetch it, hand the page on, write what came of it.
 */
final class CrawlRun implements CrawlTasks {
  private final CommitQueue commits;
  private final Fetcher fetcher;
  private final Frontier frontier;
  private final LeasedRows rows;
  private final CrawlLimits limits;
  private final SiteBudgets budgets;
  private final HostQueues hosts;
  private final RobotsCache robots;
  private final Politeness politeness;
  private final RunRecorder recorder;
  private final AnswerRecorder answers;
  private final PageVisitor visitor;
  private final Rendering rendering;
  private final Map<String, SiteCrawl> sites = new LinkedHashMap<>();

  /** By host: how many addresses to lease at once. */
  private final Map<String, Integer> ahead = new ConcurrentHashMap<>();

  CrawlRun(
      CommitQueue commits,
      CrawlSettings settings,
      CrawlLimits limits,
      PageHandler handler,
      CrawlListener listener,
      Fetcher fetcher,
      List<SiteCrawl> sites,
      Clock clock,
      @Nullable PageRenderer renderer) {
    this.commits = commits;
    this.limits = limits;
    this.budgets = new SiteBudgets(limits, clock);
    this.fetcher = fetcher;
    this.frontier = new Frontier(clock);
    this.rows = new LeasedRows(commits, frontier);
    this.hosts = new HostQueues(clock, settings.threads());
    this.robots = new RobotsCache(settings.userAgent(), clock);
    this.rendering = new Rendering(renderer, new FileFetcher(fetcher, robots));
    sites.forEach(site -> this.sites.put(site.name, site));
    this.recorder = new RunRecorder(commits, settings, frontier, hosts, listener, clock);
    this.politeness = new Politeness(settings, robots, hosts, clock);
    this.answers = new AnswerRecorder(handler, recorder, clock);
    this.visitor = new PageVisitor(handler, new JsoupLinkReader(robots.productToken()), recorder);
  }

  /** Queues what the run begins with. */
  void begin() {
    commits.commit(
        commit -> {
          frontier.reclaim(commit.handle());
          return true;
        });
    sites.values().forEach(site -> recorder.begin(site, limits.revisit()));
  }

  /** Writes what comes of the run. */
  RunRecorder recorder() {
    return recorder;
  }

  /** Puts back what was leased and not ended. */
  void giveBack() {
    commits.commit(
        commit -> {
          frontier.giveBack(commit.handle());
          return true;
        });
  }

  @Override
  public Optional<CrawlTask> next() throws InterruptedException {
    for (Optional<Host> host = hosts.take(); host.isPresent(); host = hosts.take()) {
      Optional<Lease> lease = lease(host.get());
      if (lease.isPresent()) {
        return Optional.of(new LeasedTask(lease.get()));
      }
      hosts.done();
    }
    return Optional.empty();
  }

  /** The host's first address that may be fetched; or empty, and the host is let go. */
  private Optional<Lease> lease(Host host) {
    while (true) {
      Optional<FrontierRow> first = rows.next(host.name, ahead.getOrDefault(host.name, 1));
      if (first.isEmpty()) {
        hosts.rest(host, rows.nextDue(host.name).orElse(null));
        return Optional.empty();
      }
      FrontierRow row = first.get();
      String origin = row.url().origin();
      SiteCrawl site = sites.get(row.site());
      if (site == null) {
        // Found for another site while this run went on; that site's own run will see to it.
        rows.putBack(row);
        hosts.rest(host, null);
        return Optional.empty();
      }
      Optional<RobotsCache.Known> known = robots.find(origin);
      if (known.isEmpty()) {
        rows.putBack(row);
        return robotsLease(host, site, origin);
      }
      ahead.put(host.name, politeness.leasedAhead(site, origin));
      Optional<String> trap = recorder.trap(site, row);
      if (site.obeysRobots() && !known.get().isAllowed(row.url())) {
        answers.disallowed(site, row, known.get());
      } else if (trap.isPresent()) {
        recorder.endUnfetched(site, row, Ending.skipped(Traps.REASON, trap.get()));
      } else if (budgets.isSpent(site)
          || (row.kind() == FetchRequest.Kind.PAGE && !site.claimPage())) {
        rows.putBack(row);
        hosts.rest(host, null);
        return Optional.empty();
      } else {
        politeness.pace(site, host.name, origin);
        hosts.share(host);
        return Optional.of(new Lease(host.name, site, row, origin, row.request().in(site.session)));
      }
    }
  }

  /** The right to fetch a robots.txt, which may by now lie on another host: then both are held. */
  private Optional<Lease> robotsLease(Host host, SiteCrawl site, String origin) {
    Url url = robots.nextRequest(origin);
    if (!url.host().equals(host.name)) {
      Instant again = hosts.takeToo(url.host());
      if (again != null) {
        hosts.release(host.name, again);
        return Optional.empty();
      }
    }
    Url first = Url.of(origin + "/robots.txt");
    FetchRequest request =
        new FetchRequest(url, first, FetchRequest.Kind.ROBOTS, null, null, site.session);
    return Optional.of(new Lease(host.name, site, null, origin, request));
  }

  /** What a thread does with a lease. */
  private final class LeasedTask implements CrawlTask {
    private final Lease lease;

    LeasedTask(Lease lease) {
      this.lease = lease;
    }

    @Override
    public Url url() {
      return lease.url();
    }

    @Override
    public Optional<FetchedPage> fetch() {
      return CrawlRun.this.fetch(lease);
    }

    @Override
    public void visit(FetchedPage page) {
      FrontierRow row = lease.row();
      if (row != null) {
        show(row, page);
      }
    }

    private void show(FrontierRow row, FetchedPage page) {
      FetchOutcome shown = rendering.show(lease.site(), page);
      if (shown instanceof Fetched fetched) {
        visitor.visit(lease.site(), row, fetched.page());
      } else {
        answers.record(lease.site(), row, shown);
      }
    }

    @Override
    public void settle() {
      hosts.done();
    }
  }

  private Optional<FetchedPage> fetch(Lease lease) {
    FetchOutcome outcome = fetcher.fetch(lease.request());
    lease.site().requestSent();
    FrontierRow row = lease.row();
    if (row == null) {
      robotsAnswered(lease, outcome);
      return Optional.empty();
    }
    politeness.release(lease, outcome, row.tries());
    if (outcome instanceof Fetched fetched) {
      budgets.spend(lease.site(), fetched.page());
      return visitor.pageOf(lease.site(), row, fetched.page());
    }
    answers.record(lease.site(), row, outcome);
    return Optional.empty();
  }

  private void robotsAnswered(Lease lease, FetchOutcome outcome) {
    int tries = robots.tries(lease.origin());
    Optional<RobotsCache.Known> known = robots.answered(lease.origin(), outcome);
    politeness.release(lease, outcome, tries);
    answers.robots(lease, outcome, known);
  }

  @Override
  public void finish() {
    hosts.finish();
  }

  @Override
  public boolean isFinished() {
    return hosts.isFinished();
  }
}
