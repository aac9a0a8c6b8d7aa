// SPDX-License-Identifier: Apache-2.0
package org.winnow.crawler;

import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import org.winnow.corpus.CommitQueue;
import org.winnow.corpus.FetchedPage;
import org.winnow.corpus.Url;
import org.winnow.crawler.CrawlEvent.Outcome;
import org.winnow.crawler.FrontierLinks.Source;
import org.winnow.crawler.RunRecorder.Found;
import org.winnow.crawler.crawler4j.CrawlTask;
import org.winnow.crawler.crawler4j.CrawlTasks;

/**
 * One run over pages that somebody else fetched, in their order, as the tasks of the engine's
 * threads: what belongs to a site is handled as if the run had fetched it just then.
 */
final class Replay implements CrawlTasks {
  private final CommitQueue commits;
  private final Frontier frontier;
  private final RunRecorder recorder;
  private final PageVisitor visitor;
  private final List<SiteCrawl> sites;
  private final Iterator<FetchedPage> pages;
  private boolean isFinished;

  Replay(
      CommitQueue commits,
      Frontier frontier,
      RunRecorder recorder,
      PageVisitor visitor,
      List<SiteCrawl> sites,
      Iterator<FetchedPage> pages) {
    this.commits = commits;
    this.frontier = frontier;
    this.recorder = recorder;
    this.visitor = visitor;
    this.sites = sites;
    this.pages = pages;
  }

  /** Takes back what a run that was cut off had leased. */
  void begin() {
    commits.commit(
        commit -> {
          frontier.reclaim(commit.handle());
          return true;
        });
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
  public synchronized Optional<CrawlTask> next() {
    while (!isFinished && pages.hasNext()) {
      FetchedPage page = pages.next();
      Optional<SiteCrawl> site =
          sites.stream().filter(known -> known.scope.contains(page.url())).findFirst();
      Optional<CrawlTask> task = site.flatMap(known -> task(known, page));
      if (task.isPresent()) {
        return task;
      }
    }
    isFinished = true;
    return Optional.empty();
  }

  private Optional<CrawlTask> task(SiteCrawl site, FetchedPage page) {
    Url url = page.url();
    if (!Scope.isPage(url) || site.rule.discover().isDenied(url)) {
      recorder.tell(site, url, Outcome.SKIPPED, "denied by the rule", "");
      return Optional.empty();
    }
    if (!site.claimPage()) {
      return Optional.empty();
    }
    recorder.add(
        site, new Found(Source.start(site.name), List.of(Link.page(url, Link.FEED_ENTRY))));
    Optional<FrontierRow> row = commits.commit(commit -> frontier.leaseNow(commit.handle(), url));
    if (row.isEmpty()) {
      site.unclaimPage();
      recorder.tell(site, url, Outcome.SKIPPED, "fetched before", "");
    }
    return row.map(leased -> new RecordedTask(site, leased, page));
  }

  @Override
  public synchronized void finish() {
    isFinished = true;
  }

  @Override
  public synchronized boolean isFinished() {
    return isFinished;
  }

  private final class RecordedTask implements CrawlTask {
    private final SiteCrawl site;
    private final FrontierRow row;
    private final FetchedPage page;

    RecordedTask(SiteCrawl site, FrontierRow row, FetchedPage page) {
      this.site = site;
      this.row = row;
      this.page = page;
    }

    @Override
    public Url url() {
      return page.url();
    }

    @Override
    public Optional<FetchedPage> fetch() {
      return visitor.pageOf(site, row, page);
    }

    @Override
    public void visit(FetchedPage fetched) {
      visitor.visit(site, row, fetched);
    }

    @Override
    public void settle() {}
  }
}
