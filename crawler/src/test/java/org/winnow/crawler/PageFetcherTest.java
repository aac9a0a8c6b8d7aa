// SPDX-License-Identifier: Apache-2.0
package org.winnow.crawler;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.winnow.corpus.FetchedPage;
import org.winnow.crawler.PageFetcher.Answer;

class PageFetcherTest {
  private final TestSite site = new TestSite("https://look.example");

  @AfterEach
  void close() {
    site.close();
  }

  private PageFetcher fetcher(Duration delay) {
    return new PageFetcher(
        new CrawlSettings(
            "Winnow/0.1", 1, delay, 100, 100, OriginMap.of(List.of(site.mapping())), List.of()),
        Clock.systemUTC());
  }

  private PageFetcher fetcher() {
    return fetcher(Duration.ZERO);
  }

  @Test
  void a_page_comes_with_its_own_address_and_robots_txt_is_asked_for_once() throws Exception {
    site.page("/a", "one").page("/b", "two");
    try (PageFetcher fetcher = fetcher()) {
      Answer first = fetcher.fetch(site.url("/a"));
      Answer second = fetcher.fetch(site.url("/b"));
      assertThat(Objects.requireNonNull(first.page()).url()).isEqualTo(site.url("/a"));
      assertThat(second.problem()).isEmpty();
    }
    assertThat(site.targets()).containsExactly("/robots.txt", "/a", "/b");
  }

  @Test
  void what_robots_txt_disallows_is_not_asked_for() throws Exception {
    site.robots("User-agent: *\nDisallow: /private/").page("/private/a", "secret");
    try (PageFetcher fetcher = fetcher()) {
      Answer answer = fetcher.fetch(site.url("/private/a"));
      assertThat(answer.page()).isNull();
      assertThat(answer.problem()).isEqualTo("robots.txt does not allow it");
    }
    assertThat(site.targets()).containsExactly("/robots.txt");
  }

  @Test
  void a_redirect_to_what_robots_txt_disallows_is_not_followed() throws Exception {
    site.robots("User-agent: *\nDisallow: /private/")
        .answers("/a", TestSite.redirect("/private/a"))
        .page("/private/a", "secret");
    try (PageFetcher fetcher = fetcher()) {
      assertThat(fetcher.fetch(site.url("/a")).problem()).isEqualTo("robots.txt does not allow it");
    }
    assertThat(site.targets()).containsExactly("/robots.txt", "/a");
  }

  @Test
  void nothing_is_asked_for_where_robots_txt_cannot_be_read() throws Exception {
    site.answers("/robots.txt", TestSite.status(503)).page("/a", "one");
    try (PageFetcher fetcher = fetcher()) {
      assertThat(fetcher.fetch(site.url("/a")).problem())
          .isEqualTo("robots.txt does not allow it (http 503)");
    }
    assertThat(site.targets()).doesNotContain("/a");
  }

  @Test
  void redirects_in_a_circle_end() throws Exception {
    site.answers("/a", TestSite.redirect("/b")).answers("/b", TestSite.redirect("/a"));
    try (PageFetcher fetcher = fetcher()) {
      assertThat(fetcher.fetch(site.url("/a")).problem()).isEqualTo("too many redirects");
    }
  }

  @Test
  void between_two_requests_the_delay_is_kept() throws Exception {
    site.page("/a", "one").page("/b", "two");
    try (PageFetcher fetcher = fetcher(Duration.ofMillis(150))) {
      fetcher.fetch(site.url("/a"));
      fetcher.fetch(site.url("/b"));
    }
    List<TestSite.Hit> hits = site.hits();
    for (int i = 1; i < hits.size(); i++) {
      long millis = (hits.get(i).nanos() - hits.get(i - 1).nanos()) / 1_000_000;
      assertThat(millis).isGreaterThanOrEqualTo(149);
    }
  }

  @Test
  void a_longer_crawl_delay_in_robots_txt_wins() throws Exception {
    site.robots("User-agent: *\nCrawl-delay: 0.2\nSitemap: https://look.example/map.xml")
        .page("/a", "one");
    try (PageFetcher fetcher = fetcher()) {
      PageFetcher.Robots robots = fetcher.robots(site.url("/"));
      assertThat(robots.crawlDelay()).isEqualTo(Duration.ofMillis(200));
      assertThat(robots.sitemaps()).containsExactly("https://look.example/map.xml");
    }
  }

  @Test
  void links_and_feeds_of_a_page_are_told_apart() throws Exception {
    site.answers(
        "/",
        TestSite.html(
            "<link rel=alternate type=application/rss+xml href=/feed.xml>"
                + "<a href=/1>one</a><a href=/2>two</a><a href=/1>one</a>"));
    try (PageFetcher fetcher = fetcher()) {
      FetchedPage page = Objects.requireNonNull(fetcher.fetch(site.url("/")).page());
      assertThat(fetcher.links(page)).containsExactly(site.url("/1"), site.url("/2"));
      assertThat(fetcher.feeds(page)).containsExactly(site.url("/feed.xml"));
    }
  }

  @Test
  void a_feed_leads_to_its_entries() throws Exception {
    String feed =
        "<rss version='2.0'><channel><title>t</title><link>https://look.example/</link>"
            + "<description>d</description>"
            + "<item><title>1</title><link>https://look.example/1</link></item></channel></rss>";
    site.answers("/feed.xml", TestSite.text(200, "application/rss+xml", feed));
    try (PageFetcher fetcher = fetcher()) {
      assertThat(fetcher.entries(site.url("/feed.xml"))).containsExactly(site.url("/1"));
      assertThat(fetcher.entries(site.url("/no-feed"))).isEmpty();
    }
  }
}
