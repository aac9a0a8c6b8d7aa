// SPDX-License-Identifier: Apache-2.0
package org.winnow.pipeline;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.time.Clock;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;
import org.winnow.corpus.Catalog;
import org.winnow.corpus.CommitQueue;
import org.winnow.corpus.FetchedPage;
import org.winnow.corpus.PageArchive;
import org.winnow.corpus.Pages;
import org.winnow.corpus.SiteSummary;
import org.winnow.corpus.TextCorpus;
import org.winnow.corpus.Url;
import org.winnow.corpus.WarcPosition;
import org.winnow.crawler.Contact;
import org.winnow.crawler.CrawlLimits;
import org.winnow.crawler.CrawlListener;
import org.winnow.crawler.CrawlSettings;
import org.winnow.crawler.CrawlSummary;
import org.winnow.crawler.Crawler;
import org.winnow.crawler.PageRenderer;
import org.winnow.extractors.Extractor;
import org.winnow.extractors.SiteTitles;
import org.winnow.siterules.RuleSet;

/** One crawl into a data folder, everything wired. */
public final class CrawlSession implements AutoCloseable {
  private final Catalog catalog;
  private final PageArchive archive;
  private final CommitQueue commits;
  private final SiteRuns runs;
  private final Crawler crawler;
  private final List<Url> addresses;
  private final CrawlLimits limits;
  private final Clock clock;
  private final DataFolder data;
  private final SiteTitles titles;
  private @Nullable PageRenderer browser;

  private CrawlSession(
      Catalog catalog,
      PageArchive archive,
      CommitQueue commits,
      SiteRuns runs,
      Crawler crawler,
      List<Url> addresses,
      CrawlLimits limits,
      Clock clock,
      DataFolder data,
      SiteTitles titles) {
    this.commits = commits;
    this.limits = limits;
    this.data = data;
    this.titles = titles;
    this.catalog = catalog;
    this.archive = archive;
    this.runs = runs;
    this.crawler = crawler;
    this.addresses = addresses;
    this.clock = clock;
  }

  /**
   * Opens the folder and gets ready to crawl these sites.
   *
   * @param listener is told of every address
   * @param watcher is told when nothing can be written, and when it can again
   * @param fetches whether pages come from the network
   * @throws UserError if the folder cannot be used
   */
  public static CrawlSession open(
      DataFolder data,
      List<Url> addresses,
      RuleSet rules,
      CrawlSettings settings,
      CrawlLimits limits,
      CrawlListener listener,
      CommitQueue.Watcher watcher,
      boolean fetches,
      Clock clock)
      throws IOException {
    Catalog catalog = openCatalog(data);
    try {
      Jdbi jdbi = catalog.jdbi();
      if (fetches) {
        requireContact(settings, rules, addresses, known(jdbi));
      }
      Optional<WarcPosition> last = jdbi.withHandle(Pages::lastArchived);
      PageArchive archive = PageArchive.open(data.archive(), last, clock);
      SiteTitles titles = data.titles();
      Extractor extractor = new Extractor(rules, titles);
      ArticleJoiner joiner = new ArticleJoiner(archive, extractor);
      TextCorpus texts = data.crawledTexts();
      jdbi.useTransaction(handle -> CrashRepair.run(handle, archive, texts, joiner));
      SiteRuns runs = SiteRuns.start(jdbi, addresses, rules, clock);
      ArticleKeeper articles = new ArticleKeeper(texts, joiner, runs, new RuledFiles(rules), clock);
      jdbi.useHandle(articles::resume);
      Pipeline pipeline = new Pipeline(archive, extractor, titles, articles, runs);
      CommitQueue commits = new CommitQueue(jdbi, archive, watcher);
      Crawler crawler = new Crawler(commits, rules, settings, pipeline, listener, clock);
      return new CrawlSession(
          catalog, archive, commits, runs, crawler, addresses, limits, clock, data, titles);
    } catch (IOException | RuntimeException failure) {
      catalog.close();
      throw failure;
    }
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

  private static Catalog openCatalog(DataFolder data) throws IOException {
    try {
      return Catalog.open(data.catalogFile());
    } catch (FileSystemException unusable) {
      throw new UserError(Failures.reason(unusable));
    }
  }

  /** Crawls until nothing is left, a limit is reached, or {@link #stop}. */
  public CrawlSummary crawl() {
    CrawlSummary summary = crawler.crawl(addresses, limits);
    summary.sites().forEach(site -> runs.finish(catalog.jdbi(), site, clock));
    return summary;
  }

  /** Shows pages by that browser where a rule asks for it; it is closed with this session. */
  public void renderBy(PageRenderer renderer) {
    browser = renderer;
    crawler.renderBy(renderer);
  }

  /** Does the same with pages from archives, without any network. */
  public CrawlSummary replay(Iterator<FetchedPage> pages) {
    CrawlSummary summary = crawler.replay(addresses, pages);
    summary.sites().forEach(site -> runs.finish(catalog.jdbi(), site, clock));
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
    try {
      commits.close();
      data.keep(titles);
      archive.close();
    } finally {
      catalog.close();
    }
  }
}
