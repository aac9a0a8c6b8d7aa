// SPDX-License-Identifier: Apache-2.0
package org.winnow.crawler;

import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * How to crawl.
 *
 * @param userAgent the header of that name; its part before the slash is the name that robots.txt
 *     is asked for
 * @param threads how many pages are fetched, handled and written at the same time
 * @param delay between two requests to one host; a longer crawl delay in robots.txt wins
 * @param maxPages how many pages of each site to fetch in one run
 * @param maxDepth how many links to follow away from a site's address
 * @param origins which origins are fetched from another address
 * @param allowedNetworks private networks that may be connected to; the bases of {@code origins}
 *     always may
 * @param proxy the proxy that requests go through, or null; those to the bases of {@code origins}
 *     do not
 */
public record CrawlSettings(
    String userAgent,
    int threads,
    Duration delay,
    int maxPages,
    int maxDepth,
    OriginMap origins,
    List<IpRange> allowedNetworks,
    @Nullable HttpProxy proxy) {

  /** No limit on pages or depth. */
  public static final int UNLIMITED = Integer.MAX_VALUE;

  private static final Pattern CONTACT =
      Pattern.compile("https?://[^\\s/]+\\.|[^\\s@<>()+;,]+@[^\\s@<>()+;,]+\\.[a-zA-Z]");

  /** Without a proxy. */
  public CrawlSettings(
      String userAgent,
      int threads,
      Duration delay,
      int maxPages,
      int maxDepth,
      OriginMap origins,
      List<IpRange> allowedNetworks) {
    this(userAgent, threads, delay, maxPages, maxDepth, origins, allowedNetworks, null);
  }

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

  /** Whether the user agent says where its user can be reached: a web or an e-mail address. */
  public boolean hasContact() {
    return CONTACT.matcher(userAgent).find();
  }

  /** One second between requests, eight threads, no limits, no private networks. */
  public static CrawlSettings defaults() {
    return new CrawlSettings(
        "Winnow/0.1", 8, Duration.ofSeconds(1), UNLIMITED, UNLIMITED, OriginMap.none(), List.of());
  }
}
