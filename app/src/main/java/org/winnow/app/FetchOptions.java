// SPDX-License-Identifier: Apache-2.0
package org.winnow.app;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.winnow.crawler.CrawlSettings;
import org.winnow.crawler.HttpProxy;
import org.winnow.crawler.IpRange;
import org.winnow.crawler.OriginMap;
import org.winnow.crawler.PageFetcher;
import org.winnow.pipeline.UserError;
import picocli.CommandLine.Option;

/** How a command fetches pages. */
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

  @Option(
      names = "--contact",
      paramLabel = "ADDRESS",
      defaultValue = "${env:WINNOW_CONTACT}",
      description =
          "Where the owners of sites can reach you: an e-mail address or a web page, added to the"
              + " user agent. Needed from the second site on. Also from WINNOW_CONTACT.")
  private @Nullable String contact;

  @Option(
      names = "--allow-private",
      paramLabel = "CIDR",
      description = "Connect to this private network too, as in 127.0.0.0/8. Repeatable.")
  private List<String> allowed = List.of();

  @Option(
      names = "--proxy",
      paramLabel = "URL",
      description = "Send requests through this HTTP proxy, as in http://proxy.example.org:3128.")
  private @Nullable String proxy;

  /**
   * How to crawl.
   *
   * @throws UserError if an option is wrong
   */
  CrawlSettings settings(int threads, int limit) {
    try {
      return new CrawlSettings(
          identity(),
          threads,
          delay,
          limit,
          CrawlSettings.UNLIMITED,
          OriginMap.of(origins),
          allowed.stream().map(IpRange::of).toList(),
          proxy == null ? null : HttpProxy.of(proxy));
    } catch (IllegalArgumentException wrong) {
      throw new UserError(String.valueOf(wrong.getMessage()));
    }
  }

  /**
   * A fetcher of that kind.
   *
   * @throws UserError if an option is wrong
   */
  PageFetcher fetcher() {
    return new PageFetcher(settings(1, CrawlSettings.UNLIMITED), Clock.systemUTC());
  }

  private String identity() {
    if (contact == null || contact.isBlank()) {
      return userAgent;
    }
    if (!contact.matches("\\S+@\\S+\\.\\S+|https?://\\S+\\.\\S+")) {
      throw new UserError(
          "--contact: '" + contact + "' is neither an e-mail address nor a web page");
    }
    return userAgent + " (+" + contact + ")";
  }
}
