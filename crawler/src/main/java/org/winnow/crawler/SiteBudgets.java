// SPDX-License-Identifier: Apache-2.0
package org.winnow.crawler;

import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.winnow.corpus.FetchedPage;

/** What each site has used up of a run's limits. Safe for use by several threads. */
final class SiteBudgets {
  private final CrawlLimits limits;
  private final Clock clock;
  private final Instant end;
  private final Map<String, AtomicLong> bytes = new ConcurrentHashMap<>();

  /** The budgets of a run that begins now. */
  SiteBudgets(CrawlLimits limits, Clock clock) {
    this.limits = limits;
    this.clock = clock;
    this.end = clock.instant().plus(limits.time());
  }

  /** A page of the site was fetched. */
  void spend(SiteCrawl site, FetchedPage page) {
    bytes.computeIfAbsent(site.name, name -> new AtomicLong()).addAndGet(page.body().length);
  }

  /** Whether nothing more of the site may be fetched in this run; then it says so. */
  boolean isSpent(SiteCrawl site) {
    if (!clock.instant().isBefore(end)) {
      site.note("the limit of " + limits.time().toSeconds() + " s was reached");
      return true;
    }
    AtomicLong spent = bytes.get(site.name);
    if (spent != null && spent.get() >= limits.bytes()) {
      site.note("the limit of " + limits.bytes() + " bytes was reached");
      return true;
    }
    return false;
  }
}
