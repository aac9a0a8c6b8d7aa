// SPDX-License-Identifier: Apache-2.0
package org.winnow.app;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.winnow.crawler.CrawlEvent.Outcome;
import org.winnow.crawler.CrawlSummary;
import org.winnow.crawler.CrawlSummary.SiteSummary;
import org.winnow.pipeline.CrawlSession;
import org.winnow.pipeline.DeadLinks;
import org.winnow.pipeline.Failures;

/** What a crawl did, for a person. */
final class CrawlReport {
  private CrawlReport() {}

  /** Site by site. */
  static Table table(CrawlSummary summary, CrawlSession session) {
    Table table =
        new Table(
            "site", "pages", "articles", "unchanged", "skipped", "dead links", "failed", "left");
    for (SiteSummary site : summary.sites()) {
      Map<Outcome, Integer> outcomes = site.outcomes();
      table.add(
          site.site(),
          site.pages(),
          session.articles(site.site()),
          outcomes.getOrDefault(Outcome.NOT_MODIFIED, 0),
          outcomes.getOrDefault(Outcome.SKIPPED, 0),
          DeadLinks.count(site),
          outcomes.getOrDefault(Outcome.FAILED, 0) - DeadLinks.count(site),
          site.queued());
    }
    return table;
  }

  /**
   * Every class of address that was not kept as a page, with its count; nothing if there is none.
   */
  static List<String> classes(CrawlSummary summary) {
    Table table = new Table("site", "outcome", "reason", "addresses");
    for (SiteSummary site : summary.sites()) {
      site.failed().forEach((reason, count) -> table.add(site.site(), "failed", reason, count));
      site.skipped().forEach((reason, count) -> table.add(site.site(), "skipped", reason, count));
    }
    List<String> lines = table.lines();
    return lines.size() == 1 ? List.of() : lines;
  }

  private static String reasons(SiteSummary site) {
    Map<String, Integer> reasons = new TreeMap<>(site.skipped());
    site.failed().forEach((reason, count) -> reasons.merge(reason, count, Integer::sum));
    return reasons.isEmpty()
        ? ""
        : reasons.entrySet().stream()
            .map(reason -> reason.getKey() + ": " + reason.getValue())
            .collect(Collectors.joining(", ", " (", ")"));
  }

  /**
   * The addresses that failed, and the sites that gave nothing at all.
   *
   * @param namesEmptySites whether a site that gave nothing is a failure
   */
  static void addFailures(
      CrawlSummary summary, CrawlDisplay display, boolean namesEmptySites, Failures failures) {
    display.failures().forEach(failures::add);
    for (SiteSummary site : summary.sites()) {
      boolean isEmpty = site.pages() + site.outcomes().getOrDefault(Outcome.NOT_MODIFIED, 0) == 0;
      if (namesEmptySites && isEmpty && !summary.stopped() && site.queued() == 0) {
        failures.add(site.site(), "no page could be fetched" + reasons(site));
      }
    }
  }
}
