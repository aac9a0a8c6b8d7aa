// SPDX-License-Identifier: Apache-2.0
package org.winnow.crawler;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.winnow.corpus.CommitQueue;
import org.winnow.corpus.CommitQueue.AbandonedException;
import org.winnow.corpus.FetchedPage;
import org.winnow.corpus.Url;
import org.winnow.crawler.crawler4j.CrawlTasks;
import org.winnow.crawler.crawler4j.Crawler4jEngine;
import org.winnow.siterules.CrawlRule;
import org.winnow.siterules.RuleSet;
import org.winnow.siterules.SiteRule;

/**
 * Crawls sites: politely, each page once, and so that a run which is killed or stopped goes on
 * where it was. One object makes one run; {@link #stop} may be called from any thread.
 */
public final class Crawler {
  // Together below the ten seconds in which a stopped run must have ended.
  private static final Duration TIME_TO_FINISH = Duration.ofSeconds(4);
  private static final Duration TIME_TO_CANCEL = Duration.ofSeconds(4);

  private final CommitQueue commits;
  private final RuleSet rules;
  private final CrawlSettings settings;
  private final PageHandler handler;
  private final CrawlListener listener;
  private final Clock clock;
  private final Fetcher fetcher;
  private @Nullable PageRenderer renderer;
  private boolean sharesCommits;
  private volatile boolean isStopped;

  /**
   * A crawler that keeps its state in this catalog.
   *
   * @param commits writes to the catalog
   * @param rules which hosts belong to a site
   * @param settings how to crawl
   * @param handler what becomes of each page
   * @param listener what is told of the progress
   * @param clock the time
   */
  public Crawler(
      CommitQueue commits,
      RuleSet rules,
      CrawlSettings settings,
      PageHandler handler,
      CrawlListener listener,
      Clock clock) {
    this(
        commits,
        rules,
        settings,
        handler,
        listener,
        clock,
        new OkHttpFetcher(settings, OkHttpFetcher.Timeouts.DEFAULT, clock));
  }

  Crawler(
      CommitQueue commits,
      RuleSet rules,
      CrawlSettings settings,
      PageHandler handler,
      CrawlListener listener,
      Clock clock,
      Fetcher fetcher) {
    this.commits = commits;
    this.rules = rules;
    this.settings = settings;
    this.handler = handler;
    this.listener = listener;
    this.clock = clock;
    this.fetcher = fetcher;
  }

  /**
   * Crawls these sites until nothing is left to fetch, a limit is reached or somebody stops it.
   * Looks again at each site's address, and at feeds, sitemaps and pages that are due.
   *
   * @param addresses where each site begins; those of one site count as one
   * @throws IllegalArgumentException if {@link Contact} is missing; nothing was fetched then
   * @throws IllegalStateException if the catalog fails or the handler's rows cannot be written
   */
  public CrawlSummary crawl(List<Url> addresses) {
    return crawl(addresses, CrawlLimits.NONE);
  }

  /** The same, within limits. */
  public CrawlSummary crawl(List<Url> addresses, CrawlLimits limits) {
    Optional<String> problem = Contact.problem(settings, rules, addresses, Set.of());
    if (problem.isPresent()) {
      throw new IllegalArgumentException(problem.get());
    }
    Instant started = clock.instant();
    List<SiteCrawl> sites = sites(addresses);
    CrawlRun run =
        new CrawlRun(commits, settings, limits, handler, listener, fetcher, sites, clock, renderer);
    run.begin();
    drive(run, run.recorder(), run::giveBack);
    return summary(sites, started);
  }

  /**
   * Handles pages that somebody else fetched, as if this crawl had fetched them when they say.
   * Scope, rules and limits apply; what a page asks of robots is obeyed. No connection is opened.
   * An address that was fetched before is left alone; links are queued for a later crawl.
   *
   * @param addresses where each site begins; pages of no site are left alone
   * @param pages asked by one thread at a time
   */
  public CrawlSummary replay(List<Url> addresses, Iterator<FetchedPage> pages) {
    Instant started = clock.instant();
    List<SiteCrawl> sites = sites(addresses);
    Frontier frontier = new Frontier(clock);
    RunRecorder recorder =
        new RunRecorder(commits, settings, frontier, new HostQueues(clock), listener, clock);
    String name = new RobotsCache(settings.userAgent(), clock).productToken();
    PageVisitor visitor = new PageVisitor(handler, new JsoupLinkReader(name), recorder);
    Replay run = new Replay(commits, frontier, recorder, visitor, sites, pages);
    run.begin();
    drive(run, recorder, run::giveBack);
    return summary(sites, started);
  }

  private void drive(CrawlTasks tasks, RunRecorder recorder, Runnable giveBack) {
    Crawler4jEngine engine = new Crawler4jEngine(tasks, settings.threads());
    try {
      if (!isStopped) {
        engine.start();
        await(engine);
      }
    } finally {
      fetcher.cancel();
      giveBackNow(giveBack);
    }
    Throwable error = engine.error() == null ? recorder.broken() : engine.error();
    if (error != null && !(isStopped && error instanceof AbandonedException)) {
      throw new IllegalStateException("the crawl broke off: " + error.getMessage(), error);
    }
  }

  private CrawlSummary summary(List<SiteCrawl> sites, Instant started) {
    return new CrawlSummary(
        sites.stream().map(SiteCrawl::summary).toList(),
        Duration.between(started, clock.instant()),
        isStopped);
  }

  /** Shows pages by that browser where a rule asks for it. Before {@link #crawl}. */
  public void renderBy(PageRenderer browser) {
    renderer = browser;
  }

  /**
   * Other runs write by the same commit queue: {@link #stop} lets nothing be given up there, and
   * whoever owns the queue does that before it closes it. Before {@link #crawl}.
   */
  public void shareCommits() {
    sharesCommits = true;
  }

  /**
   * What was fetched from that address is lost: the next run fetches it, whatever the server says.
   */
  public static void fetchAgain(Handle handle, Url url) {
    handle.execute(
        """
        UPDATE frontier SET state = 'queued', etag = NULL, last_modified = NULL, tries = 0,
          due = 0, owner = NULL
        WHERE url = ?""",
        url.toString());
  }

  /**
   * Asks the run to end: nothing new is fetched, and {@link #crawl} returns within ten seconds.
   * Requests that take longer are put back for the next run.
   */
  public void stop() {
    isStopped = true;
  }

  /** What cannot be given back because the disk is full, the next run takes back itself. */
  private void giveBackNow(Runnable giveBack) {
    try {
      giveBack.run();
      commits.settle();
    } catch (AbandonedException full) {
      return;
    }
  }

  private void await(Crawler4jEngine engine) {
    boolean isInterrupted = false;
    Duration tick = Duration.ofMillis(200);
    try {
      boolean isDone = false;
      while (!isDone && !isStopped) {
        isDone = engine.await(tick);
      }
    } catch (InterruptedException e) {
      isInterrupted = true;
      isStopped = true;
    }
    if (isStopped) {
      engine.stop();
      isInterrupted |= !settle(engine);
    }
    if (isInterrupted) {
      Thread.currentThread().interrupt();
    }
  }

  /** Lets the requests under way end by themselves, then ends them; false if interrupted. */
  private boolean settle(Crawler4jEngine engine) {
    try {
      if (!engine.await(TIME_TO_FINISH)) {
        fetcher.cancel();
        if (renderer != null) {
          renderer.close();
        }
        if (!sharesCommits) {
          commits.abandon();
        }
        engine.await(TIME_TO_CANCEL);
      }
      return true;
    } catch (InterruptedException e) {
      return false;
    }
  }

  private List<SiteCrawl> sites(List<Url> addresses) {
    Map<String, SiteCrawl> sites = new LinkedHashMap<>();
    for (Url address : addresses) {
      Optional<SiteCrawl> known =
          sites.values().stream().filter(site -> site.scope.contains(address)).findFirst();
      String name = rules.ruleFor(address).map(SiteRule::name).orElse(address.host());
      known.orElseGet(() -> sites.computeIfAbsent(name, n -> site(n, address))).addStart(address);
    }
    return List.copyOf(sites.values());
  }

  private SiteCrawl site(String name, Url address) {
    Optional<SiteRule> rule = rules.ruleFor(address);
    CrawlRule crawl = rule.map(SiteRule::crawl).orElse(CrawlRule.NONE);
    Duration age = crawl.discover().newerThan();
    Scope scope = new Scope(address, rules);
    return new SiteCrawl(
        name,
        scope,
        crawl,
        rule.map(site -> SiteSession.of(site, rules)).orElseGet(SiteSession::plain),
        new LinkFilter(
            scope,
            settings.origins(),
            crawl.discover(),
            age == null ? null : clock.instant().minus(age)),
        new ListPages(rule.map(SiteRule::site).orElse(address), crawl.discover().pagination()),
        settings.maxPages());
  }
}
