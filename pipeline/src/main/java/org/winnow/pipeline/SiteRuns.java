// SPDX-License-Identifier: Apache-2.0
package org.winnow.pipeline;

import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;
import org.winnow.corpus.ArticleVersion;
import org.winnow.corpus.Articles;
import org.winnow.corpus.FetchedPage;
import org.winnow.corpus.RunCounts;
import org.winnow.corpus.Runs;
import org.winnow.corpus.StoredArticle;
import org.winnow.corpus.Url;
import org.winnow.crawler.CrawlEvent.Outcome;
import org.winnow.crawler.CrawlSummary.SiteSummary;
import org.winnow.siterules.RuleSet;
import org.winnow.siterules.SiteRule;

/** The runs of one crawl, one for each of its sites. Safe for use by several threads. */
public final class SiteRuns {
  private final RuleSet rules;
  private final Map<String, Long> runs = new LinkedHashMap<>();

  /** By site: how many articles were saved in this run, each counted once. */
  private final Map<String, AtomicInteger> seen = new ConcurrentHashMap<>();

  private long youngestBefore;

  private Fence fence = Fence.NONE;

  private SiteRuns(RuleSet rules) {
    this.rules = rules;
  }

  /** Lets nothing be written any more once that run is somebody else's. Before the crawl. */
  void behind(Fence runsOwn) {
    fence = runsOwn;
  }

  /** No runs at all, for work on what is stored; it only counts. */
  static SiteRuns none(RuleSet rules) {
    return new SiteRuns(rules);
  }

  /** Notes that a run begins for the site of each address. */
  public static SiteRuns start(Jdbi catalog, List<Url> addresses, RuleSet rules, Clock clock) {
    SiteRuns started = new SiteRuns(rules);
    Instant now = clock.instant();
    catalog.useTransaction(
        handle -> {
          started.youngestBefore = Articles.youngest(handle);
          addresses.stream()
              .map(started::name)
              .distinct()
              .forEach(site -> started.runs.put(site, Runs.start(handle, site, now)));
        });
    return started;
  }

  /**
   * The number of the run that fetched that page, to write it.
   *
   * @throws Fence.PassedException if the run is somebody else's by now
   */
  long runOf(Handle handle, FetchedPage page) {
    fence.check(handle);
    return runs.getOrDefault(siteOf(page.url()), -1L);
  }

  /** The same, or null outside of runs. */
  @Nullable Long numberOf(FetchedPage page) {
    return runs.isEmpty() ? null : runs.get(siteOf(page.url()));
  }

  /**
   * Counts an article of the run that fetched that page; once, however often it is saved.
   *
   * @param known what the catalog had of it before
   */
  void count(FetchedPage page, Optional<StoredArticle> known) {
    if (!runs.isEmpty() && known.filter(stored -> runs.containsValue(stored.run())).isEmpty()) {
      seen.computeIfAbsent(siteOf(page.url()), site -> new AtomicInteger()).incrementAndGet();
    }
  }

  /** Forgets an article that turned out to be a copy, or a part, of another one. */
  void discount(StoredArticle article) {
    runs.forEach(
        (site, run) -> {
          AtomicInteger count = seen.get(site);
          if (count != null && run.equals(article.run())) {
            count.decrementAndGet();
          }
        });
  }

  /** How many articles of that site were new, changed or seen again. */
  int articles(String site) {
    AtomicInteger count = seen.get(site);
    return count == null ? 0 : count.get();
  }

  /** The number of the run of that site; empty if it has none. */
  Optional<Long> of(String site) {
    return Optional.ofNullable(runs.get(site));
  }

  /** Notes how the run of that site ended. */
  void finish(Jdbi catalog, SiteSummary site, Clock clock) {
    Long run = runs.get(site.site());
    if (run != null) {
      Map<Outcome, Integer> outcomes = site.outcomes();
      int gone = DeadLinks.count(site);
      catalog.useTransaction(
          handle -> {
            fence.check(handle);
            RunCounts counts =
                new RunCounts(
                    site.pages(),
                    outcomes.getOrDefault(Outcome.NOT_MODIFIED, 0),
                    outcomes.getOrDefault(Outcome.SKIPPED, 0),
                    outcomes.getOrDefault(Outcome.FAILED, 0) - gone,
                    gone,
                    Articles.countNew(handle, run, youngestBefore),
                    ArticleVersion.countChanged(handle, run));
            Runs.finish(handle, run, clock.instant(), counts);
          });
    }
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
