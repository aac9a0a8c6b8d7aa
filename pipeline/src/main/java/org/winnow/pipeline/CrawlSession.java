// SPDX-License-Identifier: Apache-2.0
package org.winnow.pipeline;

import java.io.IOException;
import java.time.Clock;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;
import org.winnow.corpus.FetchedPage;
import org.winnow.corpus.PageArchive;
import org.winnow.corpus.SiteSummary;
import org.winnow.corpus.Url;
import org.winnow.crawler.Contact;
import org.winnow.crawler.CrawlLimits;
import org.winnow.crawler.CrawlListener;
import org.winnow.crawler.CrawlSettings;
import org.winnow.crawler.CrawlSummary;
import org.winnow.crawler.Crawler;
import org.winnow.crawler.PageRenderer;
import org.winnow.extractors.Extractor;
import org.winnow.siterules.RuleSet;

/** One crawl in a workspace, everything wired. */
public final class CrawlSession implements AutoCloseable {
  private final Workspace workspace;
  private final SiteRuns runs;
  private final Crawler crawler;
  private final List<Url> addresses;
  private final CrawlLimits limits;
  private @Nullable PageRenderer browser;

  private CrawlSession(
      Workspace workspace,
      SiteRuns runs,
      Crawler crawler,
      List<Url> addresses,
      CrawlLimits limits) {
    this.workspace = workspace;
    this.runs = runs;
    this.crawler = crawler;
    this.addresses = addresses;
    this.limits = limits;
  }

  /**
   * Gets ready to crawl these sites by the rules in force now. Several sessions may go on in one
   * workspace at the same time, of different sites.
   *
   * @param listener is told of every address
   * @param fetches whether pages come from the network
   * @throws UserError if the settings do not say by whom the sites are crawled
   */
  public static CrawlSession open(
      Workspace workspace,
      List<Url> addresses,
      CrawlSettings settings,
      CrawlLimits limits,
      CrawlListener listener,
      boolean fetches) {
    Jdbi jdbi = workspace.jdbi();
    RuleSet rules = workspace.rules().current();
    if (fetches) {
      requireContact(settings, rules, addresses, known(jdbi));
    }
    Clock clock = workspace.clock();
    PageArchive archive = workspace.archive();
    Extractor extractor = new Extractor(rules, workspace.titles());
    ArticleJoiner joiner = new ArticleJoiner(archive, extractor);
    SiteRuns runs = SiteRuns.start(jdbi, addresses, rules, clock);
    ArticleKeeper articles =
        new ArticleKeeper(workspace.texts(), joiner, runs, new RuledFiles(rules), clock);
    jdbi.useHandle(articles::resume);
    Pipeline pipeline = new Pipeline(archive, extractor, workspace.titles(), articles, runs);
    Crawler crawler = new Crawler(workspace.commits(), rules, settings, pipeline, listener, clock);
    return new CrawlSession(workspace, runs, crawler, addresses, limits);
  }

  /**
   * Ends the command if more than one site of the internet would be crawled without saying by whom.
   *
   * @param known sites that were crawled before
   * @throws UserError that says what to do
   */
  public static void requireContact(
      CrawlSettings settings, RuleSet rules, List<Url> addresses, Set<String> known) {
    Contact.problem(settings, rules, addresses, known)
        .ifPresent(
            problem -> {
              throw new UserError(problem + ": --contact you@example.org");
            });
  }

  private static Set<String> known(Jdbi jdbi) {
    return jdbi.withHandle(SiteSummary::all).stream()
        .map(SiteSummary::site)
        .collect(Collectors.toSet());
  }

  /** Crawls until nothing is left, a limit is reached, or {@link #stop}. */
  public CrawlSummary crawl() {
    CrawlSummary summary = crawler.crawl(addresses, limits);
    summary.sites().forEach(site -> runs.finish(workspace.jdbi(), site, workspace.clock()));
    return summary;
  }

  /** Shows pages by that browser where a rule asks for it; it is closed with this session. */
  public void renderBy(PageRenderer renderer) {
    browser = renderer;
    crawler.renderBy(renderer);
  }

  /** Other sessions go on in the same workspace; {@link #stop} gives nothing of theirs up. */
  public void shareWorkspace() {
    crawler.shareCommits();
  }

  /** Does the same with pages from archives, without any network. */
  public CrawlSummary replay(Iterator<FetchedPage> pages) {
    CrawlSummary summary = crawler.replay(addresses, pages);
    summary.sites().forEach(site -> runs.finish(workspace.jdbi(), site, workspace.clock()));
    return summary;
  }

  /** How many articles of that site came out of this crawl, known ones included. */
  public int articles(String site) {
    return runs.articles(site);
  }

  /** Ends the crawl within ten seconds; the next one goes on where it was. */
  public void stop() {
    crawler.stop();
  }

  @Override
  public void close() throws IOException {
    if (browser != null) {
      browser.close();
    }
    workspace.keepTitles();
  }
}
