// SPDX-License-Identifier: Apache-2.0
package org.winnow.app;

import java.time.Duration;
import java.util.List;
import org.winnow.crawler.CrawlSettings;
import org.winnow.crawler.OriginMap;
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

  /**
   * The settings.
   *
   * @throws UserError if they are wrong
   */
  CrawlSettings settings() {
    CrawlSettings usual = CrawlSettings.defaults();
    try {
      return new CrawlSettings(
          usual.userAgent(),
          1,
          delay,
          usual.maxPages(),
          usual.maxDepth(),
          OriginMap.of(origins),
          usual.allowedNetworks());
    } catch (IllegalArgumentException wrong) {
      throw new UserError(String.valueOf(wrong.getMessage()));
    }
  }
}
