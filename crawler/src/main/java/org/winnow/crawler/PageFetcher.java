// SPDX-License-Identifier: Apache-2.0
package org.winnow.crawler;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.winnow.corpus.FetchedPage;
import org.winnow.corpus.Url;
import org.winnow.crawler.FetchOutcome.Failed;
import org.winnow.crawler.FetchOutcome.Fetched;
import org.winnow.crawler.FetchOutcome.Redirected;
import org.winnow.crawler.FetchOutcome.Skipped;
import org.winnow.crawler.FetchRequest.Kind;

/**
 * Fetches single pages, for looking at a site without crawling it: as politely as a crawl, one
 * request at a time, robots.txt first. Not for use by several threads.
 */
public final class PageFetcher implements AutoCloseable {
  private static final int MAX_REDIRECTS = 5;

  private final CrawlSettings settings;
  private final Clock clock;
  private final Fetcher fetcher;
  private final RobotsCache robots;
  private final LinkReader links = new JsoupLinkReader();
  private final Map<String, Instant> nextRequests = new HashMap<>();

  public PageFetcher(CrawlSettings settings, Clock clock) {
    this.settings = settings;
    this.clock = clock;
    fetcher = new OkHttpFetcher(settings, OkHttpFetcher.Timeouts.DEFAULT, clock);
    robots = new RobotsCache(settings.userAgent(), clock);
  }

  /**
   * What came of a page.
   *
   * @param page the page, or null
   * @param problem why there is none, in words for the user; empty if there is one
   */
  public record Answer(@Nullable FetchedPage page, String problem) {}

  /**
   * What a site's robots.txt says.
   *
   * @param problem why it could not be read, and so everything is disallowed; or empty
   * @param crawlDelay how long it asks to wait between requests; zero if it does not
   * @param sitemaps the sitemaps that it names
   */
  public record Robots(String problem, Duration crawlDelay, List<String> sitemaps) {}

  /** Fetches a page; redirects are followed where robots.txt allows them. */
  public Answer fetch(Url url) throws InterruptedException {
    return fetch(url, Kind.PAGE);
  }

  /** Fetches a feed or a sitemap or whatever else is no page. */
  public Answer fetchAny(Url url) throws InterruptedException {
    return fetch(url, Kind.FEED);
  }

  private Answer fetch(Url url, Kind kind) throws InterruptedException {
    Url next = url;
    for (int hop = 0; hop <= MAX_REDIRECTS; hop++) {
      RobotsCache.Known known = known(next.origin());
      if (!known.isAllowed(next)) {
        String why = known.problem().isEmpty() ? "" : " (" + known.problem() + ")";
        return new Answer(null, "robots.txt does not allow it" + why);
      }
      FetchOutcome outcome = ask(new FetchRequest(next, url, kind, null, null));
      if (outcome instanceof Fetched fetched) {
        return new Answer(fetched.page(), "");
      } else if (outcome instanceof Redirected redirected) {
        next = redirected.to();
      } else if (outcome instanceof Failed failed) {
        return new Answer(null, (failed.reason() + " " + failed.detail()).strip());
      } else if (outcome instanceof Skipped skipped) {
        return new Answer(null, (skipped.reason() + " " + skipped.detail()).strip());
      } else {
        return new Answer(null, "no answer");
      }
    }
    return new Answer(null, "too many redirects");
  }

  /** The pages that a feed has entries for, in its order; none if it cannot be read. */
  public List<Url> entries(Url feed) throws InterruptedException {
    FetchedPage page = fetch(feed, Kind.FEED).page();
    return page == null
        ? List.of()
        : FeedReader.read(page).orElse(List.of()).stream().map(Link::url).toList();
  }

  /** What the robots.txt of that page's site says. */
  public Robots robots(Url url) throws InterruptedException {
    RobotsCache.Known known = known(url.origin());
    return new Robots(known.problem(), known.crawlDelay(), known.sitemaps());
  }

  /** The pages that a page links to, in its order; none if it asks not to follow them. */
  public List<Url> links(FetchedPage page) {
    return linksOf(page, Kind.PAGE);
  }

  /** The feeds that a page names. */
  public List<Url> feeds(FetchedPage page) {
    return linksOf(page, Kind.FEED);
  }

  private List<Url> linksOf(FetchedPage page, Kind kind) {
    return links.read(page).links().stream()
        .filter(link -> link.kind() == kind)
        .map(Link::url)
        .distinct()
        .toList();
  }

  private RobotsCache.Known known(String origin) throws InterruptedException {
    while (robots.find(origin).isEmpty()) {
      FetchOutcome outcome = ask(FetchRequest.of(robots.nextRequest(origin), Kind.ROBOTS));
      var unused = robots.answered(origin, outcome);
    }
    return robots.find(origin).orElseThrow();
  }

  private FetchOutcome ask(FetchRequest request) throws InterruptedException {
    String host = request.url().host();
    Instant next = nextRequests.getOrDefault(host, Instant.EPOCH);
    Duration wait = Duration.between(clock.instant(), next);
    if (!wait.isNegative() && !wait.isZero()) {
      Thread.sleep(wait.toMillis() + 1);
    }
    FetchOutcome outcome = fetcher.fetch(request);
    Duration asked =
        robots
            .find(request.url().origin())
            .map(RobotsCache.Known::crawlDelay)
            .orElse(Duration.ZERO);
    Duration kept =
        asked.compareTo(RobotsCache.LONGEST_DELAY) > 0 ? RobotsCache.LONGEST_DELAY : asked;
    Duration pause = kept.compareTo(settings.delay()) > 0 ? kept : settings.delay();
    nextRequests.put(host, clock.instant().plus(pause));
    return outcome;
  }

  @Override
  public void close() {
    fetcher.cancel();
  }
}
