// SPDX-License-Identifier: Apache-2.0
package org.winnow.crawler;

import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.winnow.corpus.FetchedPage;
import org.winnow.corpus.Url;
import org.winnow.crawler.FetchOutcome.Fetched;
import org.winnow.crawler.FetchOutcome.Redirected;
import org.winnow.crawler.FetchRequest.Kind;

/**
 * Fetches the scripts and data that pages in a browser ask for, as everything else is fetched:
 * never from a private network, never against a robots.txt. One after the other and each once in a
 * run, since they come without the crawl delay: a page is no page without them. Thread-safe.
 */
final class FileFetcher {
  private static final int MAX_REDIRECTS = 5;
  private static final long MOST_REMEMBERED = 48L << 20;

  private final Fetcher fetcher;
  private final RobotsCache robots;
  private final Map<Url, FetchedPage> remembered = new LinkedHashMap<>(64, 0.75f, true);
  private long bytes;

  FileFetcher(Fetcher fetcher, RobotsCache robots) {
    this.fetcher = fetcher;
    this.robots = robots;
  }

  /** The file at that address, after redirects; empty where it is not to be had. */
  synchronized Optional<FetchedPage> get(Url url) {
    FetchedPage known = remembered.get(url);
    if (known != null) {
      return Optional.of(known);
    }
    Url next = url;
    for (int hop = 0; hop <= MAX_REDIRECTS && isAllowed(next); hop++) {
      FetchOutcome outcome = fetcher.fetch(FetchRequest.of(next, Kind.FILE));
      if (outcome instanceof Fetched fetched) {
        remember(url, fetched.page());
        return Optional.of(fetched.page());
      } else if (outcome instanceof Redirected redirected) {
        next = redirected.to();
      } else {
        return Optional.empty();
      }
    }
    return Optional.empty();
  }

  private boolean isAllowed(Url url) {
    String origin = url.origin();
    for (int tries = 0; robots.find(origin).isEmpty() && tries <= MAX_REDIRECTS; tries++) {
      Url next = robots.nextRequest(origin);
      FetchOutcome outcome = fetcher.fetch(FetchRequest.of(next, Kind.ROBOTS));
      var unused = robots.answered(origin, outcome);
    }
    return robots.find(origin).filter(known -> known.isAllowed(url)).isPresent();
  }

  private void remember(Url url, FetchedPage file) {
    remembered.put(url, file);
    bytes += file.body().length;
    Iterator<FetchedPage> oldest = remembered.values().iterator();
    while (bytes > MOST_REMEMBERED && oldest.hasNext()) {
      bytes -= oldest.next().body().length;
      oldest.remove();
    }
  }
}
