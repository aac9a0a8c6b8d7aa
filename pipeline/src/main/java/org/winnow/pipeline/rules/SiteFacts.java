// SPDX-License-Identifier: Apache-2.0
package org.winnow.pipeline.rules;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.winnow.corpus.FetchedPage;
import org.winnow.corpus.Url;
import org.winnow.crawler.PageFetcher;
import org.winnow.extractors.SiteSoftware;

/** What a look at a site shows, for the head of a new rule. */
public final class SiteFacts {
  private static final int MOST_NAMED = 5;

  /** Where site software has its feed if nobody moved it. */
  private static final List<String> USUAL_FEEDS = List.of("/feed/", "/rss.xml", "/rss");

  private SiteFacts() {}

  /** The facts, one line each. */
  public static List<String> of(Url site, PageFetcher fetcher) throws InterruptedException {
    List<String> facts = new ArrayList<>();
    PageFetcher.Robots robots = fetcher.robots(site);
    facts.add("robots.txt: " + words(robots));
    PageFetcher.Answer home = fetcher.fetch(site);
    FetchedPage page = home.page();
    if (page == null) {
      facts.add(site + " cannot be read: " + home.problem());
    }
    List<Url> feeds = page == null ? List.of() : fetcher.feeds(page);
    Optional<Url> unnamed = feeds.isEmpty() ? usualFeed(site, fetcher) : Optional.empty();
    if (unnamed.isPresent()) {
      String path = unnamed.get().toString().substring(site.origin().length());
      facts.add("feed: " + unnamed.get() + ", which the site does not name; to have it read, add");
      facts.add("discover: { feeds: [ " + path + " ] }");
    } else {
      named(facts, "feed", feeds);
    }
    if (robots.sitemaps().isEmpty()) {
      usualSitemap(site, fetcher).ifPresent(sitemap -> facts.add("sitemap: " + sitemap));
    } else {
      named(facts, "sitemap", robots.sitemaps());
    }
    if (page != null) {
      SiteSoftware.of(page).ifPresent(software -> facts.add("software: " + software));
    }
    return facts;
  }

  private static void named(List<String> facts, String what, List<?> addresses) {
    addresses.stream().limit(MOST_NAMED).forEach(address -> facts.add(what + ": " + address));
    if (addresses.isEmpty()) {
      facts.add(what + ": none named");
    }
  }

  private static String words(PageFetcher.Robots robots) {
    if (!robots.problem().isEmpty()) {
      return "cannot be read (" + robots.problem() + "), so nothing may be fetched";
    }
    return robots.crawlDelay().isZero()
        ? "asks for no delay"
        : "asks for %s s between requests"
            .formatted(
                BigDecimal.valueOf(robots.crawlDelay().toMillis(), 3)
                    .stripTrailingZeros()
                    .toPlainString());
  }

  private static Optional<Url> usualFeed(Url site, PageFetcher fetcher)
      throws InterruptedException {
    for (String path : USUAL_FEEDS) {
      Url feed = Url.of(site.origin() + path);
      if (!fetcher.entries(feed).isEmpty()) {
        return Optional.of(feed);
      }
    }
    return Optional.empty();
  }

  private static Optional<Url> usualSitemap(Url site, PageFetcher fetcher)
      throws InterruptedException {
    Url usual = Url.of(site.origin() + "/sitemap.xml");
    FetchedPage answer = fetcher.fetchAny(usual).page();
    return answer != null
            && new String(answer.body(), java.nio.charset.StandardCharsets.UTF_8)
                .contains("sitemaps.org/schemas")
        ? Optional.of(usual)
        : Optional.empty();
  }
}
