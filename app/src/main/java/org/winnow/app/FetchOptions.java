// SPDX-License-Identifier: Apache-2.0
package org.winnow.app;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.winnow.crawler.CrawlSettings;
import org.winnow.crawler.OriginMap;
import org.winnow.crawler.PageFetcher;
import picocli.CommandLine.Option;

/** How a command fetches single pages. */
final class FetchOptions {
  @Option(
      names = "--map",
      paramLabel = "ORIGIN=BASE",
      description = "Fetch an origin from another address: a mirror, a staging or a test server.")
  private List<String> origins = List.of();

  @Option(
      names = "--delay",
      paramLabel = "TIME",
      converter = Durations.class,
      description =
          "Between two requests to one host (500ms, 2s); a longer one in robots.txt wins.")
  private Duration delay = CrawlSettings.defaults().delay();

  @Option(names = "--user-agent", paramLabel = "TEXT", description = "Who to be.")
  private String userAgent = CrawlSettings.defaults().userAgent();

  /**
   * A fetcher of that kind.
   *
   * @throws UserError if an option is wrong
   */
  PageFetcher fetcher() {
    CrawlSettings defaults = CrawlSettings.defaults();
    try {
      return new PageFetcher(
          new CrawlSettings(
              userAgent,
              1,
              delay,
              CrawlSettings.UNLIMITED,
              CrawlSettings.UNLIMITED,
              OriginMap.of(origins),
              defaults.allowedNetworks()),
          Clock.systemUTC());
    } catch (IllegalArgumentException wrong) {
      throw new UserError(String.valueOf(wrong.getMessage()));
    }
  }
}
