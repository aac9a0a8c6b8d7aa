// SPDX-License-Identifier: Apache-2.0
package org.winnow.siterules;

/**
 * How a site is crawled.
 *
 * @param discover where its articles are found
 * @param fetch how its pages are fetched
 * @param schedule when it is crawled
 */
public record CrawlRule(DiscoverRule discover, FetchRule fetch, ScheduleRule schedule) {

  /** Nothing is said. */
  public static final CrawlRule NONE =
      new CrawlRule(DiscoverRule.NONE, FetchRule.NONE, ScheduleRule.NONE);
}
