// SPDX-License-Identifier: Apache-2.0
package org.winnow.app;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;
import org.winnow.corpus.Catalog;
import org.winnow.corpus.PageArchive;
import org.winnow.corpus.Pages;
import org.winnow.corpus.Url;
import org.winnow.corpus.WarcPosition;
import org.winnow.crawler.CrawlListener;
import org.winnow.crawler.CrawlSettings;
import org.winnow.crawler.CrawlSummary;
import org.winnow.crawler.Crawler;
import org.winnow.extractors.Extractor;
import org.winnow.extractors.SiteTitles;
import org.winnow.siterules.RuleSet;

/** One crawl into a data folder, everything wired. */
final class CrawlSession implements AutoCloseable {
  private final Catalog catalog;
  private final PageArchive archive;
  private final SiteRuns runs;
  private final Crawler crawler;
  private final List<Url> addresses;
  private final Clock clock;
  private final DataFolder data;
  private final SiteTitles titles;

  private CrawlSession(
      Catalog catalog,
      PageArchive archive,
      SiteRuns runs,
      Crawler crawler,
      List<Url> addresses,
      Clock clock,
      DataFolder data,
      SiteTitles titles) {
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
   * @throws UserError if the folder cannot be used
   */
  static CrawlSession open(
      DataFolder data,
      List<Url> addresses,
      RuleSet rules,
      CrawlSettings settings,
      CrawlDisplay display,
      Clock clock)
      throws IOException {
    Catalog catalog = openCatalog(data);
    try {
      Jdbi jdbi = catalog.jdbi();
      Optional<WarcPosition> last = jdbi.withHandle(Pages::lastArchived);
      PageArchive archive = PageArchive.open(data.archive(), last, clock);
      SiteRuns runs = SiteRuns.start(jdbi, addresses, rules, clock);
      display.countArticles(runs::articles);
      SiteTitles titles = data.titles();
      Extractor extractor = new Extractor(rules, titles);
      ArticleKeeper articles =
          new ArticleKeeper(
              data.texts(), new ArticleJoiner(archive, extractor), runs, new RuledFiles(rules));
      jdbi.useHandle(articles::resume);
      Pipeline pipeline = new Pipeline(archive, extractor, titles, articles, runs);
      CrawlListener listener = display;
      Crawler crawler = new Crawler(jdbi, rules, settings, pipeline, listener, clock);
      return new CrawlSession(catalog, archive, runs, crawler, addresses, clock, data, titles);
    } catch (IOException | RuntimeException failure) {
      catalog.close();
      throw failure;
    }
  }

  private static Catalog openCatalog(DataFolder data) throws IOException {
    try {
      return Catalog.open(data.catalogFile());
    } catch (FileSystemException unusable) {
      throw new UserError(Failures.reason(unusable));
    }
  }

  /** Crawls until nothing is left, a limit is reached, or {@link #stop}. */
  CrawlSummary crawl() {
    CrawlSummary summary = crawler.crawl(addresses);
    summary.sites().forEach(site -> runs.finish(catalog.jdbi(), site, clock));
    return summary;
  }

  /** How many articles of that site came out of this crawl, known ones included. */
  int articles(String site) {
    return runs.articles(site);
  }

  /** Ends the crawl within ten seconds; the next one goes on where it was. */
  void stop() {
    crawler.stop();
  }

  @Override
  public void close() throws IOException {
    try {
      data.keep(titles);
      archive.close();
    } finally {
      catalog.close();
    }
  }
}
