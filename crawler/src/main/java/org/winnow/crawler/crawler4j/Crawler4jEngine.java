// SPDX-License-Identifier: Apache-2.0
package org.winnow.crawler.crawler4j;

import crawlercommons.filters.basic.BasicURLNormalizer;
import edu.uci.ics.crawler4j.crawler.CrawlConfig;
import edu.uci.ics.crawler4j.crawler.CrawlController;
import edu.uci.ics.crawler4j.frontier.DocIDServer;
import edu.uci.ics.crawler4j.frontier.Frontier;
import edu.uci.ics.crawler4j.frontier.FrontierConfiguration;
import edu.uci.ics.crawler4j.robotstxt.RobotstxtConfig;
import edu.uci.ics.crawler4j.robotstxt.RobotstxtServer;
import edu.uci.ics.crawler4j.url.WebURLFactory;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** Does a crawl's tasks on crawler4j's threads, once. */
public final class Crawler4jEngine {
  private final CrawlController controller;
  private final CrawlTasks tasks;
  private final int threads;
  private final CountDownLatch running;
  private final AtomicReference<@Nullable Throwable> error = new AtomicReference<>();

  /** An engine for these tasks, with that many threads; nothing runs yet. */
  public Crawler4jEngine(CrawlTasks tasks, int threads) {
    this.tasks = tasks;
    this.threads = threads;
    this.running = new CountDownLatch(threads);
    this.controller = controller(tasks);
  }

  /** Starts the threads and returns. */
  public void start() {
    controller.startNonBlocking(() -> new Worker(this::workerDone), threads);
  }

  /** Waits for the last thread to end; false if some still run after that time. */
  public boolean await(Duration patience) throws InterruptedException {
    return running.await(patience.toMillis(), TimeUnit.MILLISECONDS);
  }

  /** Lets each thread end after what it is doing. */
  public void stop() {
    controller.shutdown();
  }

  /** What a thread died of, or null: a bug or a lost database, since pages cannot end a thread. */
  public @Nullable Throwable error() {
    return error.get();
  }

  private void workerDone(@Nullable Throwable thrown) {
    if (thrown != null) {
      error.compareAndSet(null, thrown);
      tasks.finish();
    }
    running.countDown();
  }

  private static CrawlController controller(CrawlTasks tasks) {
    CrawlConfig config = new CrawlConfig();
    // Required to exist, but nothing is written there: the frontier lies in the catalog.
    config.setCrawlStorageFolder(System.getProperty("java.io.tmpdir"));
    config.setBatchReadSize(1);
    // A thread that dies of a bug ends the crawl instead of being started again for ever.
    config.setHaltOnError(true);
    config.setThreadMonitoringDelaySeconds(1);
    config.setThreadShutdownDelaySeconds(0);
    config.setCleanupDelaySeconds(0);
    // Or the unused HTTP client is set up to trust every certificate.
    config.setIncludeHttpsPages(false);
    // Robots.txt and what pages ask of robots are obeyed in the tasks.
    config.setRespectNoFollow(false);
    config.setRespectNoIndex(false);
    RobotstxtConfig allowAll = new RobotstxtConfig();
    allowAll.setEnabled(false);
    try {
      BasicURLNormalizer normalizer = new BasicURLNormalizer();
      Configuration parts = new Configuration(new TaskFrontier(tasks), new NoDocIds());
      TaskFetcher fetcher = new TaskFetcher(config, normalizer);
      RobotstxtServer robots = new RobotstxtServer(allowAll, fetcher, parts.getWebURLFactory());
      NoParser parser = new NoParser(config, normalizer, parts.getWebURLFactory());
      return new CrawlController(config, normalizer, fetcher, parser, robots, null, parts);
    } catch (Exception e) { // declared by crawler4j for parts that are not in use
      throw new IllegalStateException("crawler4j cannot be set up", e);
    }
  }

  private record Configuration(Frontier frontier, DocIDServer docIds)
      implements FrontierConfiguration {

    @Override
    public Frontier getFrontier() {
      return frontier;
    }

    @Override
    public DocIDServer getDocIDServer() {
      return docIds;
    }

    @Override
    public WebURLFactory getWebURLFactory() {
      return () -> {
        throw new UnsupportedOperationException("addresses come with leases");
      };
    }

    @Override
    public void close() {}
  }
}
