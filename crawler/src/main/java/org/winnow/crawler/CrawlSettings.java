// SPDX-License-Identifier: Apache-2.0
package org.winnow.crawler;

import java.time.Duration;
import java.util.List;

/**
 * How to crawl.
 *
 * @param userAgent the header of that name; its part before the slash is the name that robots.txt
 *     is asked for
 * @param threads how many pages are fetched and handled at the same time
 * @param delay between two requests to one host; a longer crawl delay in robots.txt wins
 * @param maxPages how many pages of each site to fetch in one run
 * @param maxDepth how many links to follow away from a site's address
 * @param origins which origins are fetched from another address
 * @param allowedNetworks private networks that may be connected to; the bases of {@code origins}
 *     always may
 */
public record CrawlSettings(
    String userAgent,
    int threads,
    Duration delay,
    int maxPages,
    int maxDepth,
    OriginMap origins,
    List<IpRange> allowedNetworks) {

  /** No limit on pages or depth. */
  public static final int UNLIMITED = Integer.MAX_VALUE;

  public CrawlSettings {
    if (userAgent.isBlank()) {
      throw new IllegalArgumentException("a user agent is needed");
    }
    if (threads < 1 || maxPages < 1 || maxDepth < 0 || delay.isNegative()) {
      throw new IllegalArgumentException(
          "threads and pages must be at least 1, depth and delay not negative: "
              + List.of(threads, maxPages, maxDepth, delay));
    }
    allowedNetworks = List.copyOf(allowedNetworks);
  }

  /** One second between requests, eight threads, no limits, no private networks. */
  public static CrawlSettings defaults() {
    return new CrawlSettings(
        "Winnow/0.1", 8, Duration.ofSeconds(1), UNLIMITED, UNLIMITED, OriginMap.none(), List.of());
  }
}
