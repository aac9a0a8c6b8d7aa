// SPDX-License-Identifier: Apache-2.0
package org.winnow.crawler;

import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.winnow.corpus.Url;
import org.winnow.crawler.CrawlEvent.Outcome;
import org.winnow.crawler.CrawlSummary.SiteSummary;
import org.winnow.siterules.CrawlRule;
import org.winnow.siterules.FetchRule;

/** One site in one run: where it begins, what belongs to it, what was counted. Thread-safe. */
final class SiteCrawl {
  // A daily sitemap for 27 years. More is a trap, or hours of requests that lead to no article.
  private static final int MOST_LISTS = 10_000;

  // A feed for each section of a large site; one for each of its tags would go on without end.
  private static final int MOST_LATE_FEEDS = 100;

  final String name;
  final Scope scope;
  final CrawlRule rule;
  final SiteSession session;
  final LinkFilter links;
  final ListPages lists;
  private final int maxPages;
  private final List<Url> starts = new ArrayList<>();
  private final Map<Outcome, Integer> outcomes = new EnumMap<>(Outcome.class);
  private final Map<String, Integer> skipped = new TreeMap<>();
  private final Map<String, Integer> failed = new TreeMap<>();
  private final Set<Url> lateFeeds = new HashSet<>();
  private final Set<String> notes = new LinkedHashSet<>();
  private Duration crawlDelay = Duration.ZERO;
  private Duration pause = Duration.ZERO;
  private int requests;
  private int listsRead;
  private int claimed;
  private int queued;

  /**
   * A site's run.
   *
   * @param rule what its rule says about crawling
   * @param session how its requests are sent
   * @param links which links are fetched
   * @param lists how its lists go on
   * @param mostPages how many pages may be fetched; the rule may set a lower limit
   */
  SiteCrawl(
      String name,
      Scope scope,
      CrawlRule rule,
      SiteSession session,
      LinkFilter links,
      ListPages lists,
      int mostPages) {
    this.name = name;
    this.scope = scope;
    this.rule = rule;
    this.session = session;
    this.links = links;
    this.lists = lists;
    Integer limit = rule.discover().limit();
    this.maxPages = limit == null ? mostPages : Math.min(limit, mostPages);
  }

  /** What the run looks at first: the site's address and seeds, its feeds and sitemaps. */
  synchronized List<Link> begin() {
    List<Link> begin = new ArrayList<>();
    starts.forEach(url -> begin.add(Link.page(url, Link.START)));
    rule.discover().seeds().forEach(url -> begin.add(Link.page(url, Link.START)));
    lists.first().ifPresent(url -> begin.add(Link.page(url, Link.START)));
    rule.discover().feeds().forEach(url -> begin.add(Link.feed(url)));
    rule.discover().sitemaps().forEach(url -> begin.add(Link.sitemap(url)));
    return begin;
  }

  /** How many links may be followed away from the site's address. */
  int maxDepth(int most) {
    Integer depth = rule.discover().depth();
    return depth == null ? most : Math.min(depth, most);
  }

  synchronized void addStart(Url url) {
    starts.add(url);
  }

  /** Whether robots.txt counts; a rule may say otherwise, for a site of one's own. */
  boolean obeysRobots() {
    return rule.fetch().robots() == FetchRule.Robots.OBEY;
  }

  /** Takes one of the feeds and sitemaps that may be read; false if there are none left. */
  synchronized boolean claimList() {
    if (listsRead == MOST_LISTS) {
      notes.add("no more than " + MOST_LISTS + " feeds and sitemaps are read in one run");
      return false;
    }
    listsRead++;
    return true;
  }

  /** Takes one of the feeds that may be found late, on a page that links led to. */
  synchronized boolean claimLateFeed(Url feed) {
    return lateFeeds.contains(feed) || (lateFeeds.size() < MOST_LATE_FEEDS && lateFeeds.add(feed));
  }

  synchronized void requestSent() {
    requests++;
  }

  /** Takes one of the pages that may still be fetched; false if there are none left. */
  synchronized boolean claimPage() {
    if (claimed == maxPages) {
      return false;
    }
    claimed++;
    return true;
  }

  /** Gives one back: what was fetched was no page. */
  synchronized void unclaimPage() {
    claimed--;
  }

  synchronized void queue(int more) {
    queued += more;
  }

  synchronized void keptDelay(Duration delay) {
    if (delay.compareTo(crawlDelay) > 0) {
      crawlDelay = delay;
    }
  }

  /** Whether there is a delay between two requests. */
  synchronized boolean isAskedSlowly() {
    return !crawlDelay.isZero();
  }

  /** A host of the site is left alone for that long now. */
  synchronized void paused(Duration time) {
    pause = time;
  }

  /** How long a host of the site was left alone last. */
  synchronized Duration pause() {
    return pause;
  }

  synchronized void note(String note) {
    notes.add(note);
  }

  /** Counts what became of an address. */
  synchronized void count(Outcome outcome, String reason) {
    outcomes.merge(outcome, 1, Integer::sum);
    if (outcome == Outcome.SKIPPED) {
      skipped.merge(reason, 1, Integer::sum);
    } else if (outcome == Outcome.FAILED) {
      failed.merge(reason, 1, Integer::sum);
    }
  }

  synchronized int pages() {
    return outcomes.getOrDefault(Outcome.PAGE, 0);
  }

  synchronized int queued() {
    return queued;
  }

  synchronized SiteSummary summary() {
    if (pages() == maxPages && queued > 0) {
      notes.add("the limit of " + maxPages + " pages was reached");
    }
    List<String> allNotes = new ArrayList<>(notes);
    allNotes.addAll(links.notes());
    return new SiteSummary(
        name,
        pages(),
        requests,
        Map.copyOf(outcomes),
        new TreeMap<>(skipped),
        new TreeMap<>(failed),
        queued,
        crawlDelay,
        allNotes);
  }
}
