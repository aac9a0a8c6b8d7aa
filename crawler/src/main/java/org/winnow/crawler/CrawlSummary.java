// SPDX-License-Identifier: Apache-2.0
package org.winnow.crawler;

import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * What one run did.
 *
 * @param sites site by site, in the order asked for
 * @param elapsed how long it took
 * @param stopped whether it was asked to stop before it was done
 */
public record CrawlSummary(List<SiteSummary> sites, Duration elapsed, boolean stopped) {

  public CrawlSummary {
    sites = List.copyOf(sites);
  }

  /**
   * What one run did at one site.
   *
   * @param site the site's name
   * @param pages how many pages were fetched and handled
   * @param requests how many requests were sent, robots.txt included
   * @param outcomes how many addresses came to each outcome
   * @param skipped why addresses were skipped: reason to count
   * @param failed why addresses failed: reason to count
   * @param queued how many addresses are left, because the run was stopped, a limit was reached or
   *     the host asks to come back later
   * @param crawlDelay the longest time that was kept between two requests to a host of the site
   * @param notes what the user should know: a crawl delay that was cut, a limit that was reached
   */
  public record SiteSummary(
      String site,
      int pages,
      int requests,
      Map<CrawlEvent.Outcome, Integer> outcomes,
      Map<String, Integer> skipped,
      Map<String, Integer> failed,
      int queued,
      Duration crawlDelay,
      List<String> notes) {}
}
