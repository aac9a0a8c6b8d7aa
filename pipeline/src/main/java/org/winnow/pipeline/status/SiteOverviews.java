// SPDX-License-Identifier: Apache-2.0
package org.winnow.pipeline.status;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.winnow.corpus.ExtractionTrace;
import org.winnow.corpus.ExtractionTrace.Outcome;
import org.winnow.corpus.ExtractionTraces;
import org.winnow.corpus.Run;
import org.winnow.corpus.Runs;
import org.winnow.corpus.Url;
import org.winnow.pipeline.rules.DriftAlarms;
import org.winnow.pipeline.rules.RuleHealth;
import org.winnow.pipeline.schedule.NominalTimes;
import org.winnow.pipeline.schedule.StartTime;
import org.winnow.siterules.RuleSet;
import org.winnow.siterules.ScheduleRule;
import org.winnow.siterules.SiteRule;

/**
 * Works out how sites are doing, from the catalog and the rules in force. One transaction is one
 * picture.
 */
public final class SiteOverviews {

  /** A month of daily runs. */
  public static final int RUNS = 30;

  private final Handle catalog;
  private final RuleSet rules;
  private final Instant now;

  private static final class Counts {
    private final Set<String> hosts = new TreeSet<>();
    private int articles;
    private int open;
  }

  public SiteOverviews(Handle catalog, RuleSet rules, Instant now) {
    this.catalog = catalog;
    this.rules = rules;
    this.now = now;
  }

  /** Every site that was crawled, has articles, or has a schedule; by name. */
  public List<SiteOverview> all() {
    Map<String, List<Run>> runs = new TreeMap<>();
    Runs.latestOfEach(catalog, RUNS)
        .forEach(run -> runs.computeIfAbsent(run.site(), site -> new ArrayList<>()).add(run));
    Map<String, Counts> counts = counts();
    Set<String> names = new TreeSet<>(runs.keySet());
    names.addAll(counts.keySet());
    rules.rules().stream()
        .filter(rule -> next(rule).isPresent())
        .map(SiteRule::name)
        .forEach(names::add);
    return names.stream()
        .map(
            name ->
                overview(
                    name,
                    runs.getOrDefault(name, List.of()),
                    counts.getOrDefault(name, new Counts())))
        .toList();
  }

  /** That site, if there is anything to say about it. */
  public Optional<SiteOverview> named(String name) {
    return all().stream().filter(site -> site.name().equals(name)).findFirst();
  }

  /** How that rule has worked on its last pages. */
  public RuleHealth health(SiteRule rule) {
    return new RuleHealth(rule, ExtractionTraces.latest(catalog, rule.name(), RuleHealth.PAGES));
  }

  private SiteOverview overview(String name, List<Run> newestFirst, Counts counts) {
    List<Run> runs = new ArrayList<>(newestFirst);
    Collections.reverse(runs);
    SiteRule rule = rules.named(name).orElse(null);
    RuleHealth health = rule == null ? null : health(rule);
    return new SiteOverview(
        name,
        rule,
        List.copyOf(counts.hosts),
        runs,
        counts.articles,
        counts.open,
        health == null ? List.of() : words(health),
        health == null ? List.of() : DriftAlarms.of(health),
        rule == null ? null : next(rule).orElse(null));
  }

  private static List<Integer> words(RuleHealth health) {
    return health.traces().stream()
        .filter(trace -> trace.outcome() != Outcome.MISSED)
        .map(ExtractionTrace::words)
        .toList();
  }

  private Optional<Instant> next(SiteRule rule) {
    ScheduleRule schedule = rule.crawl().schedule();
    return NominalTimes.of(schedule)
        .after(now)
        .map(nominal -> StartTime.of(schedule, rule.name(), nominal));
  }

  private Map<String, Counts> counts() {
    Map<String, Counts> counts = new TreeMap<>();
    catalog
        .createQuery(
            """
            SELECT article.site AS host, COUNT(*) AS articles,
              SUM(CASE WHEN review.status IN ('approved', 'rejected') THEN 0 ELSE 1 END) AS undecided
            FROM article JOIN review ON review.article_id = article.id
            GROUP BY article.site""")
        .map(
            (row, context) -> {
              String host = row.getString("host");
              Counts site = counts.computeIfAbsent(name(host), name -> new Counts());
              site.hosts.add(host);
              site.articles += row.getInt("articles");
              site.open += row.getInt("undecided");
              return host;
            })
        .list();
    return counts;
  }

  private String name(@Nullable String host) {
    return Url.parse("https://" + host + "/")
        .flatMap(rules::ruleFor)
        .map(SiteRule::name)
        .orElse(String.valueOf(host));
  }
}
