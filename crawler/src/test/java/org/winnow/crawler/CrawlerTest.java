// SPDX-License-Identifier: Apache-2.0
package org.winnow.crawler;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
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
import org.winnow.corpus.FetchedPage;
import org.winnow.corpus.Runs;
import org.winnow.corpus.Url;
import org.winnow.crawler.CrawlEvent.Outcome;
import org.winnow.crawler.CrawlSummary.SiteSummary;
import org.winnow.crawler.PageResult.Worth;
import org.winnow.siterules.RuleReader;
import org.winnow.siterules.RuleReading;
import org.winnow.siterules.RuleSet;
import org.winnow.siterules.RuleSource;

@Timeout(60)
class CrawlerTest {
  @TempDir private Path folder;
  @AutoClose private Catalog catalog;
  @AutoClose private final TestSite site = new TestSite("https://site.test");

  private final List<FetchedPage> pages = Collections.synchronizedList(new ArrayList<>());
  private final List<CrawlEvent> events = Collections.synchronizedList(new ArrayList<>());
  private Clock clock = Clock.systemUTC();
  private PageHandler handler =
      (page, links) -> {
        pages.add(page);
        return PageResult.NOTHING;
      };

  @BeforeEach
  void open() throws Exception {
    catalog = Catalog.open(folder.resolve("catalog.db"));
  }

  @Test
  void every_page_of_the_site_is_handled_once() {
    site.page(
            "/", "<a href=/a>a</a><a href='/b?utm_source=x'>b</a><a href=http://other.test/>o</a>")
        .page("/a", "<a href=/>home</a><a href=/b>b</a><a href=/b#end>b</a><a href=/x.pdf>x</a>")
        .page("/b", "<a href=/a>a</a><a href=mailto:b@site.test>mail</a>");

    SiteSummary summary = crawl();

    assertThat(paths()).containsExactlyInAnyOrder("/", "/a", "/b");
    assertThat(site.targets()).containsExactlyInAnyOrder("/robots.txt", "/", "/a", "/b");
    assertThat(summary.pages()).isEqualTo(3);
    assertThat(summary.requests()).isEqualTo(4);
    assertThat(summary.queued()).isZero();
  }

  @Test
  void robots_txt_is_asked_first_and_obeyed() {
    site.robots("User-agent: *\nDisallow: /no\n")
        .page("/", "<a href=/no>n</a><a href=/yes>y</a>")
        .page("/yes", "");

    SiteSummary summary = crawl();

    assertThat(site.targets()).containsExactly("/robots.txt", "/", "/yes");
    assertThat(summary.skipped()).containsOnlyKeys("robots").containsEntry("robots", 1);
  }

  @Test
  void robots_txt_counts_for_redirects_too() {
    site.robots("User-agent: *\nDisallow: /no\n").answers("/", TestSite.redirect("/no"));

    crawl();

    assertThat(site.targets()).containsExactly("/robots.txt", "/");
  }

  @Test
  void nothing_is_fetched_where_robots_txt_cannot_be_read_and_the_next_run_tries_again() {
    site.answers("/robots.txt", TestSite.status(503, "Retry-After: 1")).page("/", "");

    SiteSummary summary = crawl();

    assertThat(site.targets()).containsExactly("/robots.txt", "/robots.txt", "/robots.txt");
    assertThat(summary.skipped()).containsOnlyKeys("robots.txt unreachable");

    site.robots("");
    assertThat(crawl().pages()).isEqualTo(1);
  }

  @Test
  void the_robots_txt_of_another_host_is_fetched_from_there_once_redirected() {
    try (TestSite www = new TestSite("https://www.site.test")) {
      site.answers("/robots.txt", TestSite.redirect("https://www.site.test/robots.txt"))
          .answers("/", TestSite.redirect("https://www.site.test/"));
      www.robots("User-agent: *\nDisallow: /no\n").page("/", "<a href=/no>x</a><a href=/a>x</a>");
      www.page("/a", "");

      crawl(settings(4, Duration.ZERO, List.of(site.mapping(), www.mapping())), site.url("/"));

      assertThat(site.targets()).containsExactly("/robots.txt", "/");
      assertThat(www.targets()).containsExactly("/robots.txt", "/robots.txt", "/", "/a");
    }
  }

  @Test
  void sitemaps_that_robots_txt_names_are_read_and_mapped_back() {
    site.robots("Sitemap: " + site.base() + "index.xml\n")
        .page("/", "")
        .answers(
            "/index.xml",
            TestSite.text(
                200,
                "application/xml",
                "<sitemapindex><sitemap><loc>https://site.test/posts.xml</loc></sitemap>"
                    + "</sitemapindex>"))
        .answers(
            "/posts.xml",
            TestSite.text(
                200, "text/xml", "<urlset><url><loc>https://site.test/a</loc></url></urlset>"))
        .page("/a", "");

    crawl();

    assertThat(paths()).containsExactlyInAnyOrder("/", "/a");
  }

  @Test
  void feeds_that_pages_name_come_before_their_links() {
    site.page("/", "<a href=/link>l</a><link rel=alternate type=application/rss+xml href=/feed>")
        .answers("/feed", TestSite.text(200, "application/rss+xml", rss("/entry")))
        .page("/entry", "")
        .page("/link", "");

    crawl(settings(1, Duration.ofMillis(1)), site.url("/"));

    assertThat(site.targets()).containsExactly("/robots.txt", "/", "/feed", "/entry", "/link");
  }

  @Test
  void a_feed_that_a_section_names_comes_before_the_links_that_waited() {
    site.page("/", "<a href=/sport>s</a><a href=/x>x</a><a href=/y>y</a>")
        .page("/sport", "<link rel=alternate type=application/rss+xml href=/feeds/sport>")
        .answers("/feeds/sport", TestSite.text(200, "application/rss+xml", rss("/entry")))
        .page("/entry", "")
        .page("/x", "")
        .page("/y", "");

    crawl(settings(1, Duration.ofMillis(1)), site.url("/"));

    assertThat(site.targets())
        .containsExactly("/robots.txt", "/", "/sport", "/feeds/sport", "/entry", "/x", "/y");
  }

  @Test
  void the_feed_of_an_article_s_comments_is_not_read() {
    site.page("/", "<a href=/story/>s</a>")
        .page("/story/", "<link rel=alternate type=application/rss+xml href=/story/feed/>");

    crawl();

    assertThat(site.targets()).doesNotContain("/story/feed/");
  }

  @Test
  void why_a_page_is_not_fetched_can_be_found_out() {
    site.page("/", "<a href=/ad rel=nofollow>a</a><a href=http://other.test/>o</a>");

    crawl();

    assertThat(detail("/ad").strip()).isEqualTo(DroppedLinks.NOFOLLOW);
    assertThat(exclusion("http://other.test/"))
        .hasValueSatisfying(why -> assertThat(why).startsWith("outside the hosts"));
    assertThat(exclusion(site.url("/a.pdf").toString()))
        .contains("its name says that it is no page");
    assertThat(exclusion(site.url("/never").toString())).isEmpty();
  }

  @Test
  void a_link_that_another_page_lets_follow_is_followed() {
    site.page("/", "<a href=/b rel=nofollow>b</a><a href=/a>a</a>")
        .page("/a", "<a href=/b>b</a>")
        .page("/b", "");

    crawl(settings(1, Duration.ofMillis(1)), site.url("/"));

    assertThat(paths()).containsExactly("/", "/a", "/b");
  }

  private Optional<String> exclusion(String url) {
    return catalog
        .jdbi()
        .inTransaction(
            handle -> {
              Runs.start(handle, "site.test", clock.instant());
              return KnownUrl.exclusion(handle, Url.of(url), RuleSet.none());
            });
  }

  @Test
  void a_feed_that_is_only_linked_to_is_read_as_a_feed() {
    site.page("/", "<a href=/rss>rss</a>")
        .answers("/rss", TestSite.text(200, "text/xml", rss("/entry")))
        .page("/entry", "");

    crawl();

    assertThat(paths()).containsExactlyInAnyOrder("/", "/entry");
  }

  @Test
  void an_article_goes_on_before_anything_else_is_fetched() {
    handler =
        (page, links) -> {
          pages.add(page);
          return page.url().path().equals("/a")
              ? new PageResult(commit -> Worth.NONE, List.of(site.url("/a/2"), site.url("/a/3")))
              : PageResult.NOTHING;
        };
    site.page("/", "<a href=/a>a</a><a href=/b>b</a>");
    List.of("/a", "/b", "/a/2", "/a/3").forEach(path -> site.page(path, ""));

    crawl(settings(1, Duration.ofMillis(1)), site.url("/"));

    assertThat(paths()).containsExactly("/", "/a", "/a/2", "/a/3", "/b");
  }

  @Test
  void a_redirect_leads_to_a_page_that_knows_where_it_came_from() {
    site.answers("/", TestSite.redirect("/home")).page("/home", "");

    crawl();

    assertThat(pages).hasSize(1);
    assertThat(pages.get(0).url()).isEqualTo(site.url("/home"));
    assertThat(pages.get(0).requested()).isEqualTo(site.url("/"));
  }

  @Test
  void a_redirect_that_sets_a_cookie_and_leads_back_is_followed_once() {
    site.page("/", "<a href=/a>a</a>")
        .answers("/a", TestSite.redirect("/wall"), TestSite.html("text"))
        .answers(
            "/wall",
            TestSite.redirect("/a").newBuilder().setHeader("Set-Cookie", "seen=1").build());

    crawl();

    assertThat(paths()).containsExactly("/", "/a");
    assertThat(site.targets()).containsExactly("/robots.txt", "/", "/a", "/wall", "/a");
  }

  @Test
  void redirects_in_a_circle_come_to_an_end_with_and_without_cookies() {
    site.page("/", "<a href=/a>a</a><a href=/c>c</a>")
        .answers("/a", TestSite.redirect("/b"))
        .answers("/b", TestSite.redirect("/a").newBuilder().setHeader("Set-Cookie", "x=1").build())
        .answers("/c", TestSite.redirect("/d"))
        .answers("/d", TestSite.redirect("/c"));

    SiteSummary summary = crawl();

    assertThat(summary.pages()).isEqualTo(1);
    assertThat(site.targets()).hasSizeLessThanOrEqualTo(8);
  }

  @Test
  void a_page_that_several_redirects_lead_to_is_fetched_once() {
    site.page("/", "<a href=/a1>a</a><a href=/a2>a</a><a href=/a>a</a>")
        .answers("/a1", TestSite.redirect("/a"))
        .answers("/a2", TestSite.redirect("/a"))
        .page("/a", "");

    crawl();

    assertThat(site.targets()).containsOnlyOnce("/a");
  }

  @Test
  void redirects_without_end_are_given_up() {
    site.answers("/", TestSite.redirect("/0"));
    for (int i = 0; i < 20; i++) {
      site.answers("/" + i, TestSite.redirect("/" + (i + 1)));
    }

    SiteSummary summary = crawl();

    assertThat(site.targets()).hasSize(12);
    assertThat(summary.failed()).containsOnlyKeys("too many redirects");
  }

  @Test
  void a_redirect_out_of_the_site_is_not_followed() {
    try (TestSite other = new TestSite("https://other.test")) {
      site.page("/", "<a href=/out>x</a>")
          .answers("/out", TestSite.redirect("https://other.test/"));
      other.page("/", "");

      SiteSummary summary =
          crawl(
              settings(2, Duration.ZERO, List.of(site.mapping(), other.mapping())), site.url("/"));

      assertThat(other.hits()).isEmpty();
      assertThat(summary.skipped()).containsOnlyKeys("redirected out of scope");
    }
  }

  @Test
  void an_answer_for_now_is_tried_again_when_the_server_says() {
    site.answers("/", TestSite.status(503, "Retry-After: 1"), TestSite.html(""));

    SiteSummary summary = crawl();

    assertThat(summary.pages()).isEqualTo(1);
    assertThat(summary.outcomes()).containsEntry(Outcome.RETRIED, 1);
    assertThat(Duration.ofNanos(site.hits().get(2).nanos() - site.hits().get(1).nanos()))
        .isGreaterThanOrEqualTo(Duration.ofSeconds(1));
  }

  @Test
  void an_answer_for_now_is_given_up_after_three_times_and_its_class_counted() {
    site.page("/", "<a href=/bad>x</a><a href=/gone>x</a>")
        .answers("/bad", TestSite.status(500, "Retry-After: 0"));

    SiteSummary summary = crawl();

    assertThat(summary.failed()).containsEntry("http 500", 1).containsEntry("http 404", 1);
    assertThat(Collections.frequency(site.targets(), "/bad")).isEqualTo(3);
  }

  @Test
  void of_a_page_that_may_not_be_kept_nothing_is_written_but_it_is_followed() {
    site.page("/", "<meta name=robots content=noindex><a href=/a>a</a>").page("/a", "");
    List<String> written = Collections.synchronizedList(new ArrayList<>());
    handler =
        (page, links) ->
            new PageResult(
                commit -> {
                  written.add(page.url().path());
                  return PageResult.Worth.NEW;
                },
                List.of());

    crawl();

    assertThat(written).containsExactly("/a");
  }

  @Test
  void a_handler_that_throws_fails_the_page_and_nothing_else() {
    handler =
        (page, links) -> {
          if (page.url().path().equals("/bad")) {
            throw new IllegalArgumentException("cannot read this");
          }
          pages.add(page);
          return PageResult.NOTHING;
        };
    site.page("/", "<a href=/bad>x</a>").page("/bad", "<a href=/good>x</a>").page("/good", "");

    SiteSummary summary = crawl();

    assertThat(paths()).containsExactlyInAnyOrder("/", "/good");
    assertThat(summary.failed()).containsEntry("not handled", 1);
    assertThat(events).anyMatch(event -> event.detail().contains("cannot read this"));
  }

  @Test
  void a_page_and_the_rows_of_its_handler_are_written_together_or_not_at_all() {
    handler =
        (page, links) ->
            new PageResult(
                commit -> {
                  commit.handle().execute("INSERT INTO note VALUES (?)", page.url().path());
                  if (page.url().path().equals("/bad")) {
                    throw new IllegalStateException("no");
                  }
                  return Worth.NEW;
                },
                List.of());
    catalog.jdbi().useHandle(handle -> handle.execute("CREATE TABLE note (path TEXT)"));
    site.page("/", "<a href=/bad>x</a>").page("/bad", "");

    SiteSummary summary = crawl();

    assertThat(
            catalog
                .jdbi()
                .<List<String>, RuntimeException>withHandle(
                    h -> h.createQuery("SELECT path FROM note").mapTo(String.class).list()))
        .containsExactly("/");
    assertThat(summary.failed()).containsEntry("not handled", 1);
  }

  @Test
  void links_are_followed_no_deeper_than_asked() {
    site.page("/", "<a href=/1>x</a>").page("/1", "<a href=/2>x</a>").page("/2", "");

    crawl(
        new CrawlSettings(
            "Winnow-Test/1", 2, Duration.ZERO, 99, 1, origins(site.mapping()), List.of()),
        site.url("/"));

    assertThat(paths()).containsExactly("/", "/1");
  }

  @Test
  void no_more_pages_are_fetched_than_asked_and_the_next_run_goes_on() {
    site.page("/", "<a href=/1>x</a><a href=/2>x</a><a href=/3>x</a>");
    List.of("/1", "/2", "/3").forEach(path -> site.page(path, ""));
    CrawlSettings twoPages =
        new CrawlSettings(
            "Winnow-Test/1", 4, Duration.ZERO, 2, 9, origins(site.mapping()), List.of());

    SiteSummary first = crawl(twoPages, site.url("/"));
    assertThat(paths()).hasSize(2).startsWith("/");
    assertThat(first.queued()).isEqualTo(2);
    assertThat(first.notes()).anyMatch(note -> note.contains("limit of 2 pages"));

    crawl(twoPages, site.url("/"));
    assertThat(paths()).containsExactlyInAnyOrder("/", "/1", "/2", "/3");
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 8})
  void a_host_is_left_alone_between_requests_at_any_number_of_threads(int threads) {
    StringBuilder links = new StringBuilder();
    for (int i = 0; i < 8; i++) {
      links.append("<a href=/").append(i).append(">x</a>");
      site.page("/" + i, "");
    }
    site.page("/", links.toString());

    crawl(settings(threads, Duration.ofMillis(100)), site.url("/"));

    assertThat(pages).hasSize(9);
    assertThat(gaps()).allMatch(gap -> gap.compareTo(Duration.ofMillis(100)) >= 0);
  }

  @Test
  void a_crawl_delay_longer_than_ours_is_kept() {
    site.robots("User-agent: *\nCrawl-delay: 0.3\n").page("/", "<a href=/a>x</a>").page("/a", "");

    SiteSummary summary = crawl();

    assertThat(gaps()).allMatch(gap -> gap.compareTo(Duration.ofMillis(300)) >= 0);
    assertThat(summary.crawlDelay()).isEqualTo(Duration.ofMillis(300));
  }

  @Test
  void hosts_are_crawled_side_by_side() throws Exception {
    try (TestSite other = new TestSite("https://other.test")) {
      CountDownLatch both = new CountDownLatch(2);
      handler =
          (page, links) -> {
            both.countDown();
            try {
              assertThat(both.await(20, TimeUnit.SECONDS)).isTrue();
            } catch (InterruptedException e) {
              throw new IllegalStateException(e);
            }
            return PageResult.NOTHING;
          };
      site.page("/", "");
      other.page("/", "");

      CrawlSummary summary =
          crawler(settings(2, Duration.ZERO, List.of(site.mapping(), other.mapping())))
              .crawl(List.of(site.url("/"), other.url("/")));

      assertThat(summary.sites()).extracting(SiteSummary::pages).containsExactly(1, 1);
    }
  }

  @Test
  void a_run_that_was_cut_off_goes_on_with_nothing_lost_and_nothing_twice() {
    site.page("/", "<a href=/1>x</a><a href=/2>x</a><a href=/3>x</a>");
    List.of("/1", "/2", "/3").forEach(path -> site.page(path, ""));
    crawl(
        new CrawlSettings(
            "Winnow-Test/1", 1, Duration.ZERO, 2, 9, origins(site.mapping()), List.of()),
        site.url("/"));
    // As a killed process leaves it: one address leased, the others queued.
    catalog
        .jdbi()
        .useHandle(
            handle ->
                handle.execute(
                    "UPDATE frontier SET state = 'leased', owner = 'gone/1', due = ?"
                        + " WHERE url LIKE '%/2'",
                    System.currentTimeMillis() + 300_000));

    crawl();

    assertThat(paths()).containsExactlyInAnyOrder("/", "/1", "/2", "/3");
  }

  @Test
  void a_second_run_fetches_only_what_is_new() {
    MockResponse home =
        new MockResponse.Builder()
            .setHeader("Content-Type", "text/html")
            .setHeader("ETag", "\"1\"")
            .body("<a href=/a>a</a>")
            .build();
    site.answers("/", home, TestSite.html("<a href=/a>a</a><a href=/b>b</a>"))
        .page("/a", "")
        .page("/b", "");

    crawl();
    crawl();

    assertThat(paths()).containsExactly("/", "/a", "/", "/b");
    assertThat(site.hits().get(4).request().getHeaders().get("If-None-Match")).isEqualTo("\"1\"");
  }

  @Test
  void a_stopped_run_ends_soon_and_leaves_the_rest_for_the_next_one() throws Exception {
    CountDownLatch underWay = new CountDownLatch(1);
    site.page("/", "<a href=/slow>x</a>")
        .answers(
            "/slow",
            new MockResponse.Builder().headersDelay(30, TimeUnit.SECONDS).body("x").build());
    CrawlSettings settings = settings(2, Duration.ZERO);
    Crawler crawler =
        new Crawler(
            new CommitQueue(catalog.jdbi()),
            RuleSet.none(),
            settings,
            handler,
            event -> {
              if (event.outcome() == Outcome.PAGE) {
                underWay.countDown();
              }
            },
            Clock.systemUTC());
    Thread stopper =
        new Thread(
            () -> {
              try {
                underWay.await();
              } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
              }
              crawler.stop();
            });
    stopper.start();

    CrawlSummary summary = crawler.crawl(List.of(site.url("/")));
    stopper.join();

    assertThat(summary.stopped()).isTrue();
    assertThat(summary.elapsed()).isLessThan(Duration.ofSeconds(10));
    assertThat(summary.sites().get(0).queued()).isEqualTo(1);
    site.page("/slow", "");
    crawl();
    assertThat(paths()).contains("/slow");
  }

  @Test
  void a_catalog_that_fails_ends_the_run_with_the_cause() {
    handler =
        (page, links) -> {
          catalog.jdbi().useHandle(handle -> handle.execute("DROP TABLE frontier"));
          return PageResult.NOTHING;
        };
    site.page("/", "");

    assertThatThrownBy(this::crawl).isInstanceOf(RuntimeException.class);
  }

  @Test
  void pages_that_are_due_are_looked_at_again_and_unchanged_ones_are_not_handled() {
    site.answers("/", TestSite.html("<a href=/a>a</a>"), notModified(), notModified())
        .answers("/a", tagged("<p>one</p>"), notModified());
    crawl();

    clock = Clock.offset(clock, Duration.ofDays(2));
    SiteSummary summary = crawl();

    assertThat(paths()).containsExactly("/", "/a");
    assertThat(summary.outcomes()).containsEntry(Outcome.NOT_MODIFIED, 2);
  }

  @Test
  void pages_that_are_not_due_are_left_alone_unless_the_run_asks_for_them() {
    site.answers("/", TestSite.html("<a href=/a>a</a>"), notModified(), notModified())
        .answers("/a", tagged("<p>one</p>"), tagged("<p>two</p>"));
    crawl();
    crawl();
    assertThat(paths()).containsExactly("/", "/a");

    crawler(settings(1, Duration.ZERO))
        .crawl(
            List.of(site.url("/")),
            new CrawlLimits(Long.MAX_VALUE, Duration.ofDays(1), Duration.ZERO));

    assertThat(paths()).containsExactly("/", "/a", "/a");
  }

  @Test
  void pages_in_a_row_that_lead_only_to_more_of_their_kind_are_cut_off() {
    for (int day = 0; day <= Traps.BUDGET + 20; day++) {
      site.page("/calendar/" + day, "<a href=/calendar/" + (day + 1) + ">next</a>");
    }
    site.page("/", "<a href=/calendar/0>calendar</a>");

    SiteSummary summary = crawl();

    assertThat(summary.pages()).isEqualTo(1 + Traps.BUDGET);
    assertThat(summary.skipped()).containsEntry("trap", 1);
    assertThat(detail("/calendar/" + Traps.BUDGET)).contains("led to nothing");
  }

  @Test
  void a_path_that_goes_round_in_circles_is_not_followed() {
    site.page("/", "<a href=/a/b/a/b/a/b/>x</a><a href=/a/b/>y</a>").page("/a/b/", "");

    crawl();

    assertThat(paths()).containsExactlyInAnyOrder("/", "/a/b/");
    assertThat(detail("/a/b/a/b/a/b/")).contains("repeats a");
  }

  @Test
  void a_run_stops_at_its_limit_of_bytes_and_the_next_one_goes_on() {
    site.page("/", "<a href=/a>a</a><a href=/b>b</a>" + "x".repeat(1000))
        .page("/a", "")
        .page("/b", "");

    CrawlSummary summary =
        crawler(settings(1, Duration.ZERO))
            .crawl(List.of(site.url("/")), new CrawlLimits(1000, Duration.ofDays(1), null));
    assertThat(paths()).containsExactly("/");
    assertThat(summary.sites().get(0).notes()).anyMatch(note -> note.contains("1000 bytes"));

    crawl();
    assertThat(paths()).contains("/a", "/b");
  }

  @Test
  void without_a_delay_several_requests_to_a_host_are_under_way_at_a_time() throws Exception {
    CountDownLatch both = new CountDownLatch(2);
    handler =
        (page, links) -> {
          pages.add(page);
          if (!page.url().path().equals("/")) {
            both.countDown();
            try {
              assertThat(both.await(20, TimeUnit.SECONDS)).isTrue();
            } catch (InterruptedException e) {
              throw new IllegalStateException(e);
            }
          }
          return PageResult.NOTHING;
        };
    site.page("/", "<a href=/a>a</a><a href=/b>b</a>").page("/a", "").page("/b", "");

    crawl(settings(2, Duration.ZERO), site.url("/"));

    assertThat(paths()).containsExactlyInAnyOrder("/", "/a", "/b");
  }

  private String detail(String path) {
    return catalog
        .jdbi()
        .<String, RuntimeException>withHandle(
            handle ->
                handle
                    .createQuery("SELECT reason || ' ' || detail FROM frontier WHERE url = :url")
                    .bind("url", site.url(path).toString())
                    .mapTo(String.class)
                    .one());
  }

  private static MockResponse tagged(String html) {
    return TestSite.html(html).newBuilder().setHeader("ETag", "\"" + html + "\"").build();
  }

  private static MockResponse notModified() {
    return new MockResponse.Builder().code(304).build();
  }

  private SiteSummary crawlByRule(String crawl) {
    String text = "version: 1\nsite: https://site.test/\n" + crawl + "\n";
    RuleReading reading =
        new RuleReader(css -> Optional.empty())
            .read(List.of(new RuleSource("site.test", "r.yml", () -> text.getBytes(UTF_8))));
    assertThat(reading.problems()).isEmpty();
    return new Crawler(
            new CommitQueue(catalog.jdbi()),
            reading.rules(),
            settings(2, Duration.ZERO),
            handler,
            events::add,
            Clock.systemUTC())
        .crawl(List.of(site.url("/")))
        .sites()
        .get(0);
  }

  @Test
  void a_rule_names_seeds_feeds_and_sitemaps() {
    site.page("/", "")
        .page("/seed", "")
        .page("/of-feed", "")
        .page("/of-map", "")
        .answers(
            "/rss",
            TestSite.text(
                200,
                "application/rss+xml",
                "<rss version='2.0'><channel><title>t</title><link>https://site.test/</link>"
                    + "<description>d</description><item><title>a</title>"
                    + "<link>https://site.test/of-feed</link></item></channel></rss>"))
        .answers(
            "/map.xml",
            TestSite.text(
                200,
                "application/xml",
                "<urlset xmlns='http://www.sitemaps.org/schemas/sitemap/0.9'>"
                    + "<url><loc>https://site.test/of-map</loc></url></urlset>"));

    crawlByRule("discover: { seeds: /seed, feeds: /rss, sitemaps: /map.xml }");

    assertThat(paths()).containsExactlyInAnyOrder("/", "/seed", "/of-feed", "/of-map");
  }

  @Test
  void pages_that_a_rule_denies_are_not_fetched() {
    site.page("/", "<a href=/video/1>v</a><a href=/news/1>n</a>").page("/news/1", "");

    crawlByRule("discover: { articles: { deny: '^/video/' } }");

    assertThat(site.targets()).containsExactlyInAnyOrder("/robots.txt", "/", "/news/1");
  }

  @Test
  void a_rule_limits_pages_and_depth() {
    site.page("/", "<a href=/1>1</a>").page("/1", "<a href=/2>2</a>").page("/2", "");

    assertThat(crawlByRule("discover: { depth: 1 }").pages()).isEqualTo(2);
    assertThat(site.targets()).doesNotContain("/2");
    assertThat(crawlByRule("discover: { limit: 1 }").pages()).isEqualTo(1);
  }

  @Test
  void a_rule_sets_the_delay_between_requests() {
    site.page("/", "<a href=/1>1</a>").page("/1", "");

    SiteSummary summary = crawlByRule("fetch: { delay: 300ms }");

    assertThat(summary.crawlDelay()).isEqualTo(Duration.ofMillis(300));
    List<TestSite.Hit> hits = site.hits();
    assertThat(hits.get(2).nanos() - hits.get(1).nanos()).isGreaterThan(300_000_000L);
  }

  private SiteSummary crawl() {
    return crawl(settings(4, Duration.ZERO), site.url("/"));
  }

  private SiteSummary crawl(CrawlSettings settings, Url start) {
    return crawler(settings).crawl(List.of(start)).sites().get(0);
  }

  private Crawler crawler(CrawlSettings settings) {
    return new Crawler(
        new CommitQueue(catalog.jdbi()), RuleSet.none(), settings, handler, events::add, clock);
  }

  private CrawlSettings settings(int threads, Duration delay) {
    return settings(threads, delay, List.of(site.mapping()));
  }

  private static CrawlSettings settings(int threads, Duration delay, List<String> mappings) {
    return new CrawlSettings(
        "Winnow-Test/1",
        threads,
        delay,
        CrawlSettings.UNLIMITED,
        CrawlSettings.UNLIMITED,
        OriginMap.of(mappings),
        List.of());
  }

  private static OriginMap origins(String... mappings) {
    return OriginMap.of(List.of(mappings));
  }

  private List<String> paths() {
    return pages.stream().map(page -> page.url().path()).toList();
  }

  private List<Duration> gaps() {
    List<Duration> gaps = new ArrayList<>();
    for (int i = 1; i < site.hits().size(); i++) {
      gaps.add(Duration.ofNanos(site.hits().get(i).nanos() - site.hits().get(i - 1).nanos()));
    }
    return gaps;
  }

  private static String rss(String entry) {
    return "<rss version='2.0'><channel><title>t</title><link>/</link>"
        + "<description>d</description><item><title>e</title><link>"
        + entry
        + "</link></item></channel></rss>";
  }
}
