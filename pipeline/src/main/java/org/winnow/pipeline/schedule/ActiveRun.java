// SPDX-License-Identifier: Apache-2.0
package org.winnow.pipeline.schedule;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.winnow.corpus.RunCounts;
import org.winnow.corpus.Runs;
import org.winnow.crawler.CrawlEvent;
import org.winnow.crawler.CrawlEvent.Outcome;
import org.winnow.crawler.CrawlLimits;
import org.winnow.crawler.CrawlListener;
import org.winnow.crawler.CrawlSummary;
import org.winnow.crawler.CrawlSummary.SiteSummary;
import org.winnow.pipeline.CrawlSession;
import org.winnow.pipeline.DeadLinks;
import org.winnow.pipeline.Fence;
import org.winnow.pipeline.Workspace;
import org.winnow.pipeline.schedule.RunPlanner.Start;
import org.winnow.pipeline.schedule.ScheduledRun.State;
import org.winnow.siterules.SiteRule;

/** A run that goes on in this process. Safe for use by several threads. */
final class ActiveRun implements CrawlListener {
  private final Start start;
  private final Workspace workspace;
  private final SchedulerSettings settings;
  private final Instant started;
  private final Fence fence;
  private final long began = System.nanoTime();
  private final List<CrawlEvent> unwritten = new ArrayList<>();
  private final Map<Outcome, Integer> outcomes = new EnumMap<>(Outcome.class);
  private @Nullable CrawlSession session;
  private @Nullable State stopped;
  private String why = "";
  private int logged;
  private int unlogged;
  private int gone;
  private int queued;
  private Duration delay = Duration.ZERO;
  private String lastError = "";

  /** How a run ended. */
  record End(State state, String detail) {}

  ActiveRun(Start start, Workspace workspace, SchedulerSettings settings) {
    this.start = start;
    this.workspace = workspace;
    this.settings = settings;
    started = workspace.clock().instant();
    fence = ScheduledRuns.fence(start.id(), start.fence());
  }

  Start start() {
    return start;
  }

  Fence fence() {
    return fence;
  }

  /** Crawls the site; returns when that is over, however it ended. */
  End crawl(SiteRule rule) {
    try (CrawlSession crawl =
        CrawlSession.open(
            workspace, List.of(rule.site()), settings.crawl(), CrawlLimits.NONE, this, true)) {
      crawl.shareWorkspace(fence);
      settings
          .browsers()
          .wanted(List.of(rule.site()), workspace.rules().current(), settings.crawl().userAgent())
          .ifPresent(crawl::renderBy);
      Long number = crawl.run(rule.name()).orElse(null);
      workspace
          .commits()
          .commit(
              commit -> {
                fence.check(commit.handle());
                ScheduledRuns.link(commit.handle(), start.id(), number);
                return true;
              });
      if (attach(crawl)) {
        return end(crawl.crawl());
      }
      return stoppedEnd();
    } catch (IOException | RuntimeException e) {
      return stopped() == null
          ? new End(State.FAILED, String.valueOf(e.getMessage()))
          : stoppedEnd();
    } finally {
      detach();
    }
  }

  /** Asks the run to end. The first reason counts. */
  synchronized void stop(State as, String reason) {
    if (stopped == null) {
      stopped = as;
      why = reason;
    }
    if (session != null) {
      session.stop();
    }
  }

  synchronized @Nullable State stopped() {
    return stopped;
  }

  /** Ends the run where it goes on for longer than its rule wants. */
  void stopAfter(@Nullable Duration longest, Instant now) {
    if (longest != null && now.isAfter(started.plus(longest))) {
      stop(State.STOPPED, "it had gone on for " + longest.toMinutes() + " minutes");
    }
  }

  @Override
  public void on(CrawlEvent event) {
    note(event);
    settings.listener().on(event);
  }

  private synchronized void note(CrawlEvent event) {
    queued = event.queued();
    delay = event.delay();
    outcomes.merge(event.outcome(), 1, Integer::sum);
    if (event.outcome() == Outcome.FAILED || event.outcome() == Outcome.RETRIED) {
      lastError = event.reason();
      gone += event.outcome() == Outcome.FAILED && DeadLinks.is(event.reason()) ? 1 : 0;
    }
    if (logged < RunLog.MOST_LINES) {
      logged++;
      unwritten.add(event);
    } else {
      unlogged++;
    }
  }

  /** Writes how far the run has come. */
  void save(Handle handle, Instant now) {
    fence.check(handle);
    List<CrawlEvent> events = takeUnwritten();
    if (!events.isEmpty()) {
      RunLog.add(handle, start.id(), events);
    }
    ScheduledRuns.beat(handle, start.id(), now, unlogged());
    CrawlSession crawl = session();
    if (crawl != null) {
      crawl.run(start.site()).ifPresent(run -> Runs.progress(handle, run, counts(crawl)));
    }
  }

  synchronized LiveRun live() {
    int pages = count(Outcome.PAGE);
    double seconds = Math.max(1, (System.nanoTime() - began) / 1e9);
    return new LiveRun(
        start.id(),
        start.site(),
        started,
        pages,
        queued,
        session == null ? 0 : session.articles(start.site()),
        count(Outcome.FAILED),
        pages / seconds,
        delay,
        lastError,
        stopped != null);
  }

  private synchronized boolean attach(CrawlSession crawl) {
    session = crawl;
    return stopped == null;
  }

  private synchronized void detach() {
    session = null;
  }

  private synchronized @Nullable CrawlSession session() {
    return session;
  }

  private synchronized int unlogged() {
    return unlogged;
  }

  private synchronized List<CrawlEvent> takeUnwritten() {
    List<CrawlEvent> events = List.copyOf(unwritten);
    unwritten.clear();
    return events;
  }

  private synchronized RunCounts counts(CrawlSession crawl) {
    return new RunCounts(
        count(Outcome.PAGE),
        count(Outcome.NOT_MODIFIED),
        count(Outcome.SKIPPED),
        count(Outcome.FAILED) - gone,
        gone,
        crawl.articles(start.site()),
        0);
  }

  private int count(Outcome outcome) {
    return outcomes.getOrDefault(outcome, 0);
  }

  private synchronized End stoppedEnd() {
    return new End(stopped == null ? State.CANCELLED : stopped, why);
  }

  private End end(CrawlSummary summary) {
    if (summary.stopped() && stopped() != null) {
      return stoppedEnd();
    }
    List<SiteSummary> sites = summary.sites();
    boolean isNothingFetched =
        sites.stream().allMatch(site -> site.pages() == 0 && !site.failed().isEmpty());
    if (isNothingFetched && count(Outcome.NOT_MODIFIED) == 0) {
      String reasons =
          sites.stream()
              .flatMap(site -> site.failed().entrySet().stream())
              .map(reason -> reason.getKey() + " (" + reason.getValue() + ")")
              .collect(Collectors.joining(", "));
      return new End(State.FAILED, "nothing could be fetched: " + reasons);
    }
    String notes =
        sites.stream().flatMap(site -> site.notes().stream()).collect(Collectors.joining("; "));
    return new End(State.DONE, notes);
  }
}
