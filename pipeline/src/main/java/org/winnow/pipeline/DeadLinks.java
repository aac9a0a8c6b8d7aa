// SPDX-License-Identifier: Apache-2.0
package org.winnow.pipeline;

import java.util.Set;
import org.winnow.crawler.CrawlSummary.SiteSummary;

/** Links to pages that are gone: the site's business, not failures of a crawl. */
public final class DeadLinks {
  private static final Set<String> REASONS = Set.of("http 404", "http 410");

  private DeadLinks() {}

  /** Whether an address that failed for this reason is a dead link. */
  public static boolean is(String reason) {
    return REASONS.contains(reason);
  }

  /** How many of a site's failed addresses are dead links. */
  public static int count(SiteSummary site) {
    return REASONS.stream().mapToInt(reason -> site.failed().getOrDefault(reason, 0)).sum();
  }
}
