// SPDX-License-Identifier: Apache-2.0
package org.winnow.bench.crawl;

import crawlercommons.filters.basic.BasicURLNormalizer;
import de.hshn.mi.crawler4j.frontier.HSQLDBFrontierConfiguration;
import edu.uci.ics.crawler4j.crawler.CrawlConfig;
import edu.uci.ics.crawler4j.crawler.CrawlController;
import edu.uci.ics.crawler4j.crawler.Page;
import edu.uci.ics.crawler4j.crawler.WebCrawler;
import edu.uci.ics.crawler4j.fetcher.PageFetcher;
import edu.uci.ics.crawler4j.robotstxt.RobotstxtConfig;
import edu.uci.ics.crawler4j.robotstxt.RobotstxtServer;
import edu.uci.ics.crawler4j.url.WebURL;

/** Crawler4j as it comes, resumable, with its HSQLDB frontier; a process of its own. */
final class PlainCrawler4j extends WebCrawler {
  private final String start;

  private PlainCrawler4j(String start) {
    this.start = start;
  }

  /** Arguments: address, folder, threads. */
  public static void main(String[] args) throws Exception {
    CrawlConfig config = new CrawlConfig();
    config.setCrawlStorageFolder(args[1]);
    config.setPolitenessDelay(0);
    config.setResumableCrawling(true);
    config.setThreadMonitoringDelaySeconds(1);
    config.setThreadShutdownDelaySeconds(1);
    config.setCleanupDelaySeconds(0);
    HSQLDBFrontierConfiguration frontier = new HSQLDBFrontierConfiguration(config, 10);
    BasicURLNormalizer normalizer = BasicURLNormalizer.newBuilder().build();
    PageFetcher fetcher = new PageFetcher(config, normalizer);
    RobotstxtServer robots =
        new RobotstxtServer(new RobotstxtConfig(), fetcher, frontier.getWebURLFactory());
    CrawlController controller = new CrawlController(config, normalizer, fetcher, robots, frontier);
    controller.addSeed(args[0]);
    controller.start(() -> new PlainCrawler4j(args[0]), Integer.parseInt(args[2]));
    // Its pool of connections keeps the process alive.
    System.exit(0);
  }

  @Override
  public boolean shouldVisit(Page page, WebURL url) {
    return url.getURL().startsWith(start);
  }

  /** The plainest use: the page is fetched and parsed, and nothing made of it. */
  @Override
  public void visit(Page page) {}
}
