// SPDX-License-Identifier: Apache-2.0
package org.winnow.app;

import java.io.IOException;
import java.time.Clock;
import org.winnow.crawler.CrawlSettings;
import org.winnow.pipeline.DataFolder;
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

  private ServedRuns(Workspace workspace, SiteScheduler scheduler) {
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
    rules.problems().forEach(problem -> terminal.say(problem.toString()));
    Workspace workspace = Workspace.open(folder, rules, new StorageNews(terminal), clock);
    SiteScheduler scheduler =
        new SiteScheduler(
            workspace,
            new SchedulerSettings(
                crawl, SchedulerSettings.USUAL_CONCURRENCY, Browsers::wanted, terminal::say));
    scheduler.start();
    return new ServedRuns(workspace, scheduler);
  }

  Workspace workspace() {
    return workspace;
  }

  SiteScheduler scheduler() {
    return scheduler;
  }

  /** Ends every run; the next start goes on with them. At most ten seconds. */
  @Override
  public void close() throws IOException {
    scheduler.close();
    workspace.close();
  }
}
