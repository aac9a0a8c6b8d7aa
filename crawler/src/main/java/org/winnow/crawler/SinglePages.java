// SPDX-License-Identifier: Apache-2.0
package org.winnow.crawler;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.winnow.corpus.FetchedPage;
import org.winnow.corpus.Url;
import org.winnow.crawler.FetchOutcome.Failed;
import org.winnow.crawler.FetchOutcome.Fetched;
import org.winnow.crawler.FetchOutcome.Redirected;
import org.winnow.crawler.FetchOutcome.Skipped;
import org.winnow.crawler.FetchRequest.Kind;

/**
 * Fetches a few pages without a catalog, as politely as a crawl: robots.txt is asked and obeyed,
 * and the crawl delay is kept between two requests to one host. Each page is asked for once. Not
 * safe for several threads.
 */
public final class SinglePages implements AutoCloseable {
  private static final int MAX_REDIRECTS = 5;

  private final Fetcher fetcher;
  private final RobotsCache robots;
  private final CrawlSettings settings;
  private final Clock clock;
  private final Map<String, Instant> free = new HashMap<>();

  /** Fetches with these settings; its limits of pages and depth do not count. */
  public SinglePages(CrawlSettings settings, Clock clock) {
    this.settings = settings;
    this.clock = clock;
    fetcher = new OkHttpFetcher(settings, OkHttpFetcher.Timeouts.DEFAULT, clock);
    robots = new RobotsCache(settings.userAgent(), clock);
  }

  /**
   * The page at that address, redirects followed. Waits for its turn.
   *
   * @throws IOException if there is none, or it may not be fetched; the message says why
   */
  public FetchedPage fetch(Url url) throws IOException {
    Url next = url;
    for (int hops = 0; hops <= MAX_REDIRECTS; hops++) {
      checkAllowed(next);
      FetchOutcome outcome = send(new FetchRequest(next, url, Kind.PAGE, null, null));
      if (outcome instanceof Fetched fetched) {
        return fetched.page();
      }
      if (!(outcome instanceof Redirected redirect)) {
        throw new IOException(next + ": " + reason(outcome));
      }
      next = redirect.to();
    }
    throw new IOException(url + ": more than " + MAX_REDIRECTS + " redirects");
  }

  @Override
  public void close() {
    fetcher.cancel();
  }

  private void checkAllowed(Url url) throws IOException {
    String origin = url.origin();
    Optional<RobotsCache.Known> known = robots.find(origin);
    while (known.isEmpty()) {
      Url asked = robots.nextRequest(origin);
      known = robots.answered(origin, send(FetchRequest.of(asked, Kind.ROBOTS)));
    }
    if (!known.get().problem().isEmpty()) {
      throw new IOException(
          origin + "/robots.txt: " + known.get().problem() + ", so nothing may be fetched");
    }
    if (!known.get().isAllowed(url)) {
      throw new IOException(url + ": " + origin + "/robots.txt does not allow it");
    }
  }

  private FetchOutcome send(FetchRequest request) throws IOException {
    Url url = request.url();
    Instant turn = free.get(url.host());
    if (turn != null) {
      waitUntil(turn);
    }
    FetchOutcome outcome = fetcher.fetch(request);
    free.put(url.host(), clock.instant().plus(delay(url)));
    return outcome;
  }

  private Duration delay(Url url) {
    Duration asked =
        robots.find(url.origin()).map(RobotsCache.Known::crawlDelay).orElse(Duration.ZERO);
    Duration kept =
        asked.compareTo(RobotsCache.LONGEST_DELAY) > 0 ? RobotsCache.LONGEST_DELAY : asked;
    return kept.compareTo(settings.delay()) > 0 ? kept : settings.delay();
  }

  private void waitUntil(Instant turn) throws IOException {
    long millis = Duration.between(clock.instant(), turn).toMillis();
    if (millis <= 0) {
      return;
    }
    try {
      Thread.sleep(millis);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", stopped);
    }
  }

  private static String reason(FetchOutcome outcome) {
    if (outcome instanceof Failed failed) {
      return failed.detail().isEmpty()
          ? failed.reason()
          : failed.reason() + " (" + failed.detail() + ")";
    }
    return outcome instanceof Skipped skipped
        ? skipped.reason() + " (" + skipped.detail() + ")"
        : "no answer to read";
  }
}
