// SPDX-License-Identifier: Apache-2.0
package org.winnow.crawler;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import mockwebserver3.MockResponse;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.winnow.corpus.Catalog;
import org.winnow.corpus.CommitQueue;
import org.winnow.corpus.Url;
import org.winnow.crawler.CrawlSummary.SiteSummary;
import org.winnow.siterules.RuleReader;
import org.winnow.siterules.RuleReading;
import org.winnow.siterules.RuleSet;
import org.winnow.siterules.RuleSource;

/** What a crawl finds and what it leaves alone, as the site's rule says. */
@Timeout(60)
class DiscoveryTest {
  @TempDir private Path folder;
  @AutoClose private Catalog catalog;
  @AutoClose private final TestSite site = new TestSite("https://site.test");
  @AutoClose private final TestSite other = new TestSite("https://other.test");

  private final List<String> pages = Collections.synchronizedList(new ArrayList<>());

  @BeforeEach
  void open() throws Exception {
    catalog = Catalog.open(folder.resolve("catalog.db"));
  }

  @Test
  void entries_older_than_the_rule_wants_are_not_fetched() {
    site.page("/", "")
        .answers(
            "/feed", feed(entry("/old", 4), entry("/new", 1), "<item><link>/undated</link></item>"))
        .answers("/map.xml", sitemap(mapped("/old-map", 4), mapped("/new-map", 1)))
        .answers(
            "/index.xml",
            xml(
                "<sitemapindex><sitemap><loc>https://site.test/old.xml</loc><lastmod>2020-01-01"
                    + "</lastmod></sitemap></sitemapindex>"));
    List.of("/new", "/undated", "/new-map").forEach(path -> site.page(path, ""));

    SiteSummary summary =
        crawl("discover: { feeds: /feed, sitemaps: [ /map.xml, /index.xml ], newerThan: 3d }");

    assertThat(site.targets())
        .containsExactlyInAnyOrder(
            "/robots.txt", "/", "/feed", "/map.xml", "/index.xml", "/new", "/undated", "/new-map");
    assertThat(summary.notes())
        .contains("3 entries of feeds and sitemaps are older than discover.newerThan");
  }

  @Test
  void entries_that_are_no_articles_are_not_fetched_but_links_to_them_are() {
    site.page("/", "<a href=/tag/x>x</a>")
        .answers("/map.xml", sitemap(mapped("/tag/y", 1), mapped("/2026/story", 1)))
        .page("/tag/x", "")
        .page("/2026/story", "");

    SiteSummary summary =
        crawl("discover: { sitemaps: /map.xml, articles: { allow: '^/\\d{4}/' } }");

    assertThat(pages).containsExactlyInAnyOrder("/", "/tag/x", "/2026/story");
    assertThat(summary.notes()).anyMatch(note -> note.startsWith("1 entries"));
  }

  @Test
  void entries_on_other_hosts_are_not_fetched_and_their_hosts_are_named() {
    site.page("/", "")
        .robots("Sitemap: https://other.test/map.xml\n")
        .answers("/feed", feed("<item><link>https://other.test/story</link></item>"));

    SiteSummary summary = crawl("discover: { feeds: /feed }");

    assertThat(other.targets()).isEmpty();
    assertThat(summary.notes())
        .containsExactly(
            "2 addresses in feeds, sitemaps or robots.txt lead to other hosts (other.test); a rule"
                + " follows those in its match.hosts");
  }

  @Test
  void entries_on_other_hosts_are_fetched_where_the_rule_names_the_host() {
    site.page("/", "").answers("/feed", feed("<item><link>https://other.test/story</link></item>"));
    other.page("/story", "");

    crawl("match: { hosts: [ site.test, other.test ] }\ndiscover: { feeds: /feed }");

    assertThat(pages).containsExactlyInAnyOrder("/", "/story");
  }

  @Test
  void a_feed_on_another_host_that_the_rule_lists_is_read() {
    site.page("/", "").page("/story", "");
    other.answers("/feed", feed("<item><link>https://site.test/story</link></item>"));

    crawl("discover: { feeds: 'https://other.test/feed' }");

    assertThat(pages).containsExactlyInAnyOrder("/", "/story");
  }

  @Test
  void feeds_that_articles_name_are_not_read() {
    String comments = "<link rel=alternate type=application/rss+xml href=/comments>";
    site.page("/", "<link rel=alternate type=application/feed+json href=/f.json><a href=/1>x</a>")
        .page("/1", comments)
        .answers(
            "/f.json",
            TestSite.text(
                200,
                "application/feed+json",
                "{\"version\": \"https://jsonfeed.org/version/1\", \"items\": [{\"url\": \"/2\"}]}"))
        .page("/2", comments);

    crawl("");

    assertThat(site.targets()).containsExactlyInAnyOrder("/robots.txt", "/", "/f.json", "/1", "/2");
  }

  @Test
  void indexes_within_indexes_end() {
    site.page("/", "");
    for (int i = 0; i < 9; i++) {
      site.answers(
          "/" + i + ".xml",
          xml(
              "<sitemapindex><sitemap><loc>https://site.test/"
                  + (i + 1)
                  + ".xml</loc></sitemap></sitemapindex>"));
    }

    crawl("discover: { sitemaps: /0.xml }");

    assertThat(site.targets())
        .containsExactlyInAnyOrder("/robots.txt", "/", "/0.xml", "/1.xml", "/2.xml", "/3.xml");
  }

  @Test
  void links_are_followed_only_where_the_rule_says() {
    site.page(
            "/",
            "<nav><a href=/nav>x</a></nav><main><a href=/main>x</a></main><p id=more><a href=/p>x")
        .page("/main", "")
        .page("/p", "");

    crawl("discover: { follow: [ main, { xpath: \"//p[@id='more']\" } ] }");

    assertThat(pages).containsExactlyInAnyOrder("/", "/main", "/p");
  }

  @Test
  void parameters_that_do_not_choose_the_page_are_dropped() {
    site.page("/", "<a href='/a?ref=1&id=2'>x</a><a href='/a?id=2&ref=3'>x</a>")
        .page("/a?id=2", "<a href=/b?from=home>x</a>")
        .answers("/b", TestSite.redirect("/c?ref=b"))
        .page("/c", "");

    crawl("discover: { dropQuery: [ ref, from ] }");

    assertThat(site.targets()).containsExactlyInAnyOrder("/robots.txt", "/", "/a?id=2", "/b", "/c");
  }

  @Test
  void a_list_goes_on_by_its_link_as_far_as_the_rule_says_and_at_no_depth() {
    for (int i = 1; i <= 5; i++) {
      site.page(
          i == 1 ? "/" : "/page/" + i,
          "<a class=older href=/page/%d>x</a><a href=/story/%d>x</a>".formatted(i + 1, i));
      site.page("/story/" + i, "<a href=/too-deep>x</a>");
    }

    crawl("discover: { depth: 1, pagination: { next: a.older, max: 3 } }");

    assertThat(pages)
        .containsExactlyInAnyOrder("/", "/page/2", "/page/3", "/story/1", "/story/2", "/story/3");
  }

  @Test
  void a_list_goes_on_by_its_template_until_nothing_new_is_on_it() {
    site.page("/", "");
    for (int i = 1; i <= 9; i++) {
      site.page("/news/?p=" + i, "<a href=/story/" + Math.min(i, 3) + ">x</a>");
    }
    List.of("/story/1", "/story/2", "/story/3").forEach(path -> site.page(path, ""));

    crawl("discover: { pagination: { template: '/news/?p={page}' } }");

    assertThat(site.targets()).contains("/news/?p=4").doesNotContain("/news/?p=5");
  }

  @Test
  void a_list_by_template_ends_at_the_page_that_the_rule_says() {
    site.page("/", "<a href=/page/7>last</a>");
    for (int i = 1; i <= 9; i++) {
      site.page("/page/" + i, "<a href=/story/%d>x</a><a href=/page/9>last</a>".formatted(i));
    }

    crawl("discover: { pagination: { template: '/page/{page}', max: 2 } }");

    assertThat(pages).containsExactlyInAnyOrder("/", "/page/1", "/page/2");
  }

  @Test
  void robots_txt_is_read_but_not_obeyed_at_a_site_of_ones_own() {
    site.robots("User-agent: *\nDisallow: /\nCrawl-delay: 30\nSitemap: /map.xml")
        .answers("/map.xml", sitemap(mapped("/a", 1)))
        .page("/", "")
        .page("/a", "");

    SiteSummary summary = crawl("fetch: { robots: ignore }");

    assertThat(pages).containsExactlyInAnyOrder("/", "/a");
    assertThat(summary.crawlDelay()).isZero();
  }

  @Test
  void a_crawl_delay_above_the_cap_is_cut_and_the_user_told() {
    site.robots("User-agent: *\nCrawl-delay: 86400\n");
    List<Crawler> running = new ArrayList<>();
    Crawler crawler =
        new Crawler(
            new CommitQueue(catalog.jdbi()),
            RuleSet.none(),
            settings("Winnow-Test/1", List.of()),
            (page, links) -> PageResult.NOTHING,
            event -> running.forEach(Crawler::stop),
            Clock.systemUTC());
    running.add(crawler);

    SiteSummary summary = crawler.crawl(List.of(site.url("/"))).sites().get(0);

    assertThat(summary.crawlDelay()).isEqualTo(Duration.ofSeconds(60));
    assertThat(summary.notes())
        .contains(
            "robots.txt of https://site.test asks for 86400 s between requests; 60 s are kept");
  }

  @Test
  void two_sites_are_not_crawled_without_a_contact_address() {
    Crawler crawler =
        new Crawler(
            new CommitQueue(catalog.jdbi()),
            RuleSet.none(),
            CrawlSettings.defaults(),
            (page, links) -> PageResult.NOTHING,
            event -> {},
            Clock.systemUTC());

    assertThatThrownBy(
            () -> crawler.crawl(List.of(Url.of("http://a.test"), Url.of("http://b.test"))))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("has no contact address");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Winnow/0.1 (+https://corpus.example.org/bot)",
        "Corpus/2 (me@example.org)",
        "Bot (mailto:a.b@example.co.uk; v2)"
      })
  void a_web_or_an_e_mail_address_is_a_contact(String userAgent) {
    assertThat(contact(userAgent, List.of(), "http://a.test/", "http://b.test/")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"Winnow/0.1", "Bot (+me)", "Bot @home", "http://"})
  void anything_else_is_none(String userAgent) {
    assertThat(contact(userAgent, List.of(), "http://a.test/", "http://b.test/")).isPresent();
  }

  @Test
  void one_site_and_sites_of_ones_own_need_no_contact_address() {
    List<IpRange> own = List.of(IpRange.of("127.0.0.0/8"));

    assertThat(contact("x", List.of(), "http://a.test/", "http://a.test/b")).isEmpty();
    assertThat(contact("x", own, "http://127.0.0.1:1/", "http://127.0.0.2/", "http://a.test/"))
        .isEmpty();
    assertThat(contact("x", List.of(), "https://site.test/", "https://other.test/")).isEmpty();
  }

  private Optional<String> contact(String userAgent, List<IpRange> allowed, String... sites) {
    return Contact.problem(
        settings(userAgent, allowed),
        RuleSet.none(),
        List.of(sites).stream().map(Url::of).toList(),
        List.of());
  }

  private SiteSummary crawl(String rule) {
    String text = "version: 1\nsite: https://site.test/\n" + rule + "\n";
    RuleReading reading =
        new RuleReader(css -> Optional.empty())
            .read(List.of(new RuleSource("site.test", "r.yml", () -> text.getBytes(UTF_8))));
    assertThat(reading.problems()).isEmpty();
    return new Crawler(
            new CommitQueue(catalog.jdbi()),
            reading.rules(),
            settings("Winnow-Test/1", List.of()),
            (page, links) -> {
              pages.add(page.url().path());
              return PageResult.NOTHING;
            },
            event -> {},
            Clock.systemUTC())
        .crawl(List.of(site.url("/")))
        .sites()
        .get(0);
  }

  private CrawlSettings settings(String userAgent, List<IpRange> allowed) {
    return new CrawlSettings(
        userAgent,
        2,
        Duration.ZERO,
        CrawlSettings.UNLIMITED,
        CrawlSettings.UNLIMITED,
        OriginMap.of(List.of(site.mapping(), other.mapping())),
        allowed);
  }

  private static MockResponse feed(String... items) {
    return xml(
        "<rss version='2.0'><channel><title>t</title><link>/</link><description>d</description>"
            + String.join("", items)
            + "</channel></rss>");
  }

  private static String entry(String path, int daysAgo) {
    String date =
        java.time.format.DateTimeFormatter.RFC_1123_DATE_TIME.format(
            Instant.now().minus(daysAgo, ChronoUnit.DAYS).atOffset(java.time.ZoneOffset.UTC));
    return "<item><link>%s</link><pubDate>%s</pubDate></item>".formatted(path, date);
  }

  private static MockResponse sitemap(String... entries) {
    return xml(
        "<urlset xmlns='http://www.sitemaps.org/schemas/sitemap/0.9'>"
            + String.join("", entries)
            + "</urlset>");
  }

  private static String mapped(String path, int daysAgo) {
    return "<url><loc>https://site.test%s</loc><lastmod>%s</lastmod></url>"
        .formatted(path, Instant.now().minus(daysAgo, ChronoUnit.DAYS));
  }

  private static MockResponse xml(String body) {
    return TestSite.text(200, "application/xml", body);
  }
}
