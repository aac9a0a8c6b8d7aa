// SPDX-License-Identifier: Apache-2.0
package org.winnow.app;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Jdbi;
import org.winnow.corpus.FetchedPage;
import org.winnow.corpus.Runs;
import org.winnow.corpus.Url;
import org.winnow.crawler.CrawlLimits;
import org.winnow.crawler.CrawlSettings;
import org.winnow.crawler.PageFetcher;
import org.winnow.pipeline.CrawlMetrics;
import org.winnow.pipeline.CrawlSession;
import org.winnow.pipeline.DataFolder;
import org.winnow.pipeline.Fence;
import org.winnow.pipeline.LiveRules;
import org.winnow.pipeline.UserError;
import org.winnow.pipeline.Workspace;
import org.winnow.pipeline.schedule.SchedulerSettings;
import org.winnow.pipeline.schedule.SiteScheduler;

/** A data folder that is open, in which the rules' schedules are run. */
final class ServedRuns implements AutoCloseable {
  /** Of one site; several are crawled at a time. */
  private static final int THREADS = 4;

  private final Workspace workspace;
  private final SiteScheduler scheduler;
  private final CrawlSettings crawl;
  private final CrawlMetrics metrics;

  private ServedRuns(
      Workspace workspace, SiteScheduler scheduler, CrawlSettings crawl, CrawlMetrics metrics) {
    this.crawl = crawl;
    this.metrics = metrics;
    this.workspace = workspace;
    this.scheduler = scheduler;
  }

  /**
   * Opens the folder and begins.
   *
   * @param rules as they are changed meanwhile
   * @throws UserError if the folder cannot be used, or an option is wrong
   */
  static ServedRuns start(
      DataFolder folder, LiveRules rules, FetchOptions fetch, Terminal terminal, Clock clock)
      throws IOException {
    CrawlSettings crawl = fetch.settings(THREADS, CrawlSettings.UNLIMITED);
    rules.problems().forEach(problem -> terminal.say(problem + " (left out until it is mended)"));
    Workspace workspace = Workspace.open(folder, rules, new StorageNews(terminal), clock);
    CrawlMetrics metrics = new CrawlMetrics(site -> articles(workspace.jdbi(), site));
    SiteScheduler scheduler =
        new SiteScheduler(
            workspace,
            new SchedulerSettings(
                crawl,
                SchedulerSettings.USUAL_CONCURRENCY,
                Browsers::wanted,
                terminal::say,
                metrics));
    scheduler.start();
    return new ServedRuns(workspace, scheduler, crawl, metrics);
  }

  /** How many new and changed articles the site's last run has brought by now. */
  static int articles(Jdbi catalog, String site) {
    return catalog.withHandle(handle -> Runs.before(handle, site, Long.MAX_VALUE, 1)).stream()
        .mapToInt(run -> run.counts().newArticles() + run.counts().changedArticles())
        .sum();
  }

  /** The runs in figures. */
  CrawlMetrics metrics() {
    return metrics;
  }

  Workspace workspace() {
    return workspace;
  }

  SiteScheduler scheduler() {
    return scheduler;
  }

  /** A way to fetch single pages, as the runs fetch theirs; to be closed. */
  PageFetcher fetcher() {
    return new PageFetcher(crawl, workspace.clock());
  }

  /** Keeps pages that were fetched otherwise, as a run of their site would. */
  void keep(List<FetchedPage> pages) {
    Map<String, Url> sites = new LinkedHashMap<>();
    pages.forEach(page -> sites.putIfAbsent(page.url().host(), page.url()));
    try (CrawlSession session =
        CrawlSession.open(
            workspace, List.copyOf(sites.values()), crawl, CrawlLimits.NONE, event -> {}, false)) {
      session.shareWorkspace(Fence.NONE);
      session.replay(pages.iterator());
    } catch (IOException unwritable) {
      throw new UncheckedIOException(unwritable);
    }
  }

  /** Ends every run; the next start goes on with them. At most ten seconds. */
  @Override
  public void close() throws IOException {
    scheduler.close();
    metrics.close();
    workspace.close();
  }
}
