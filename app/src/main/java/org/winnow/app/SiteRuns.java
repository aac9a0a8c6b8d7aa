// SPDX-License-Identifier: Apache-2.0
package org.winnow.app;

import java.time.Clock;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jdbi.v3.core.Jdbi;
import org.winnow.corpus.FetchedPage;
import org.winnow.corpus.RunCounts;
import org.winnow.corpus.Runs;
import org.winnow.corpus.SavedArticle.Change;
import org.winnow.corpus.Url;
import org.winnow.crawler.CrawlEvent.Outcome;
import org.winnow.crawler.CrawlSummary.SiteSummary;
import org.winnow.siterules.RuleSet;
import org.winnow.siterules.SiteRule;

/** The runs of one crawl, one for each of its sites. Safe for use by several threads. */
final class SiteRuns {
  private final RuleSet rules;
  private final Map<String, Long> runs = new LinkedHashMap<>();

  /** By site, then by canonical address: the article's first change in this run that is one. */
  private final Map<String, Map<Url, Change>> changes = new ConcurrentHashMap<>();

  private SiteRuns(RuleSet rules) {
    this.rules = rules;
  }

  /** No runs at all, for work on what is stored; it only counts. */
  static SiteRuns none(RuleSet rules) {
    return new SiteRuns(rules);
  }

  /** Notes that a run begins for the site of each address. */
  static SiteRuns start(Jdbi catalog, List<Url> addresses, RuleSet rules, Clock clock) {
    SiteRuns started = new SiteRuns(rules);
    catalog.useTransaction(
        handle ->
            addresses.stream()
                .map(started::name)
                .distinct()
                .forEach(
                    site -> started.runs.put(site, Runs.start(handle, site, clock.instant()))));
    return started;
  }

  /** The number of the run that fetched that page. */
  long runOf(FetchedPage page) {
    return runs.getOrDefault(siteOf(page.url()), -1L);
  }

  /** Counts an article of the run that fetched that page; once, however often it is saved. */
  void count(FetchedPage page, Url canonical, Change change) {
    changes
        .computeIfAbsent(siteOf(page.url()), site -> new ConcurrentHashMap<>())
        .merge(canonical, change, (first, next) -> first == Change.UNCHANGED ? next : first);
  }

  /** Forgets an article that turned out to be a copy, or a part, of another one. */
  void discount(Url canonical) {
    changes.values().forEach(ofSite -> ofSite.remove(canonical));
  }

  /** How many articles of that site were new, changed or seen again. */
  int articles(String site) {
    return changes.getOrDefault(site, Map.of()).size();
  }

  /** Notes how the run of that site ended. */
  void finish(Jdbi catalog, SiteSummary site, Clock clock) {
    Long run = runs.get(site.site());
    if (run != null) {
      Map<Outcome, Integer> outcomes = site.outcomes();
      RunCounts counts =
          new RunCounts(
              site.pages(),
              outcomes.getOrDefault(Outcome.NOT_MODIFIED, 0),
              outcomes.getOrDefault(Outcome.SKIPPED, 0),
              outcomes.getOrDefault(Outcome.FAILED, 0),
              changed(site.site(), Change.NEW),
              changed(site.site(), Change.CHANGED));
      catalog.useTransaction(handle -> Runs.finish(handle, run, clock.instant(), counts));
    }
  }

  private int changed(String site, Change kind) {
    return Collections.frequency(changes.getOrDefault(site, Map.of()).values(), kind);
  }

  private String name(Url address) {
    return rules.ruleFor(address).map(SiteRule::name).orElse(address.host());
  }

  /** The site among those of the crawl; a page on another host of a site belongs to it. */
  private String siteOf(Url page) {
    String name = name(page);
    if (runs.containsKey(name)) {
      return name;
    }
    return runs.keySet().stream()
        .filter(site -> page.host().endsWith(site) || site.endsWith(page.host()))
        .findFirst()
        .or(() -> runs.keySet().stream().findFirst())
        .orElse(name);
  }
}
