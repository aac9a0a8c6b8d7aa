// SPDX-License-Identifier: Apache-2.0
package org.winnow.bench.crawl;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.winnow.bench.crawl.SiteServer.Hit;
import org.winnow.corpus.Catalog;

/** A crawl that is killed at random moments until it is done, beside one that is not. */
final class KilledCrawl {
  private static final Duration PATIENCE = Duration.ofMinutes(10);

  /** Answers take a while, so that requests are under way at any moment. */
  private static final int ANSWER_MILLIS = 20;

  private final Path folder;
  private final int pages;
  private final int threads;

  KilledCrawl(Path folder, int pages, int threads) {
    this.folder = folder;
    this.pages = pages;
    this.threads = threads;
  }

  /**
   * What came of it.
   *
   * @param kills how often it was killed
   * @param expected texts of the undisturbed crawl
   * @param lost of them, how many are missing
   * @param other texts that are not among them
   * @param articles rows in the catalog
   * @param archived pages in the archive, by the catalog
   * @param refetched pages fetched again, each time counted; the start page apart
   * @param underWay how many requests can have been under way at all kills together
   */
  record Result(
      int kills,
      int expected,
      int lost,
      int other,
      long articles,
      long archived,
      int refetched,
      int underWay) {

    boolean isGood() {
      return lost == 0
          && other == 0
          && expected > 0
          && articles == expected
          && refetched <= underWay;
    }

    @Override
    public String toString() {
      return """
          killed %d times: %d of %d articles lost, %d other ones, %d in the catalog, %d pages in the archive
          fetched again: %d; under way when killed: at most %d"""
          .formatted(kills, lost, expected, other, articles, archived, refetched, underWay);
    }
  }

  Result run(int times, long seed) throws IOException, InterruptedException {
    Map<String, String> expected = undisturbed();
    Random random = new Random(seed);
    Path data = folder.resolve("killed");
    try (SiteServer server = SiteServer.start(folder, pages, ANSWER_MILLIS)) {
      int kills = 0;
      while (kills < times && killed(data, server, random, times)) {
        kills++;
      }
      finish(data, server);
      return result(kills, expected, data, server.journal());
    }
  }

  private Map<String, String> undisturbed() throws IOException, InterruptedException {
    Path data = folder.resolve("undisturbed");
    try (SiteServer server = SiteServer.start(folder, pages, 0)) {
      finish(data, server);
    }
    return WinnowCrawl.texts(data);
  }

  private void finish(Path data, SiteServer server) throws IOException, InterruptedException {
    try (Child child = WinnowCrawl.start(data, List.of(server), threads, "0s")) {
      if (child.await(PATIENCE) != 0) {
        throw new IOException("the crawl failed:\n" + Files.readString(data.resolve("log")));
      }
    }
  }

  /** Kills a crawl after some requests, or a moment later; false if it was done before. */
  private boolean killed(Path data, SiteServer server, Random random, int times)
      throws IOException, InterruptedException {
    int target = server.count() + random.nextInt(Math.max(2, 3 * pages / (2 * times)));
    try (Child child = WinnowCrawl.start(data, List.of(server), threads, "0s")) {
      while (child.isAlive() && server.count() < target) {
        Thread.sleep(2);
      }
      Thread.sleep(random.nextInt(30));
      boolean isRunning = child.isAlive();
      child.kill();
      return isRunning;
    }
  }

  private Result result(int kills, Map<String, String> expected, Path data, List<Hit> journal)
      throws IOException {
    Map<String, String> texts = WinnowCrawl.texts(data);
    long lost =
        expected.entrySet().stream()
            .filter(text -> !text.getValue().equals(texts.get(text.getKey())))
            .count();
    long other = texts.keySet().stream().filter(file -> !expected.containsKey(file)).count();
    Map<String, Integer> hits = new TreeMap<>();
    journal.stream()
        .filter(hit -> hit.isPage() && !hit.path().equals("/"))
        .forEach(hit -> hits.merge(hit.path(), 1, Integer::sum));
    int refetched = hits.values().stream().mapToInt(count -> count - 1).sum();
    try (Catalog catalog = Catalog.openForReading(data.resolve("catalog.db"))) {
      return new Result(
          kills,
          expected.size(),
          (int) lost,
          (int) other,
          count(catalog, "SELECT COUNT(*) FROM article"),
          count(catalog, "SELECT COUNT(DISTINCT url) FROM page WHERE warc_file IS NOT NULL"),
          refetched,
          kills * threads);
    }
  }

  private static long count(Catalog catalog, String query) {
    return catalog.jdbi().withHandle(h -> h.createQuery(query).mapTo(Long.class).one());
  }
}
