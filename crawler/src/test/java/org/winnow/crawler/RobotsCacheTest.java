// SPDX-License-Identifier: Apache-2.0
package org.winnow.crawler;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.winnow.corpus.FetchedPage;
import org.winnow.corpus.Url;
import org.winnow.crawler.FetchOutcome.Failed;
import org.winnow.crawler.FetchOutcome.Fetched;
import org.winnow.crawler.FetchOutcome.Redirected;

class RobotsCacheTest {
  private static final String ORIGIN = "https://site.test";
  private static final Url PAGE = Url.of(ORIGIN + "/page");

  private final SettableClock clock = new SettableClock();
  private final RobotsCache robots = new RobotsCache("Winnow/1 (+https://winnow.test)", clock);

  @ParameterizedTest
  @CsvSource({
    "'User-agent: *\nDisallow: /p', false",
    "'User-agent: *\nDisallow: /q', true",
    "'User-agent: *\nDisallow:', true",
    "'User-agent: winnow\nDisallow: /\n\nUser-agent: *\nDisallow:', false",
    "'User-agent: *\nDisallow: /\n\nUser-agent: Winnow\nAllow: /', true",
    "'User-agent: other\nDisallow: /', true",
    "'User-agent: *\nDisallow: /\nAllow: /page', true",
    "'User-agent: *\nDisallow: /*ge$', false",
    "'User-agent: *\nDisallow: /*?print=1', true",
    "'\ufeffUser-agent: *\nDisallow: /', false",
    "'', true",
    "'<html>not found</html>', true",
  })
  void what_it_says_is_obeyed(String text, boolean isAllowed) {
    robots.answered(ORIGIN, robotsTxt(text));

    assertThat(robots.find(ORIGIN).orElseThrow().isAllowed(PAGE)).isEqualTo(isAllowed);
  }

  @ParameterizedTest
  @CsvSource({"400", "401", "403", "404", "410"})
  void a_client_error_allows_everything(int status) {
    robots.answered(ORIGIN, Failed.forGood("http " + status, ""));

    assertThat(robots.find(ORIGIN).orElseThrow().isAllowed(PAGE)).isTrue();
  }

  @ParameterizedTest
  @CsvSource({"http 500", "http 503", "http 429", "timeout", "unknown host"})
  void a_server_that_cannot_answer_is_asked_three_times_and_then_nothing_is_allowed(String reason) {
    Failed failed = Failed.forNow(reason, "");

    assertThat(robots.answered(ORIGIN, failed)).isEmpty();
    assertThat(robots.answered(ORIGIN, failed)).isEmpty();
    Optional<RobotsCache.Known> known = robots.answered(ORIGIN, failed);

    assertThat(known.orElseThrow().isAllowed(PAGE)).isFalse();
    assertThat(known.orElseThrow().problem()).isEqualTo(reason);
  }

  @Test
  void a_refused_connection_allows_nothing() {
    robots.answered(ORIGIN, Failed.forGood("private address", ""));

    assertThat(robots.find(ORIGIN).orElseThrow().isAllowed(PAGE)).isFalse();
  }

  @Test
  void redirects_are_followed_and_the_origin_that_asked_gets_the_answer() {
    Url elsewhere = Url.of("https://www.site.test/robots.txt");

    assertThat(robots.nextRequest(ORIGIN)).isEqualTo(Url.of(ORIGIN + "/robots.txt"));
    assertThat(robots.answered(ORIGIN, new Redirected(elsewhere))).isEmpty();
    assertThat(robots.nextRequest(ORIGIN)).isEqualTo(elsewhere);
    robots.answered(ORIGIN, robotsTxt("User-agent: *\nDisallow: /"));

    assertThat(robots.find(ORIGIN).orElseThrow().isAllowed(PAGE)).isFalse();
    assertThat(robots.find("https://www.site.test")).isEmpty();
  }

  @Test
  void after_five_redirects_there_is_no_robots_txt() {
    for (int i = 0; i < 5; i++) {
      assertThat(robots.answered(ORIGIN, new Redirected(Url.of(ORIGIN + "/" + i)))).isEmpty();
    }

    assertThat(robots.answered(ORIGIN, new Redirected(Url.of(ORIGIN + "/5"))))
        .get()
        .matches(known -> known.isAllowed(PAGE));
  }

  @ParameterizedTest
  @CsvSource({"2, 2000", "0.5, 500", "3600, 3600000", "x, 0", "-1, 0"})
  void a_crawl_delay_is_read_whatever_its_length(String delay, long millis) {
    robots.answered(ORIGIN, robotsTxt("User-agent: *\nCrawl-delay: " + delay + "\nDisallow: /x"));

    assertThat(robots.find(ORIGIN).orElseThrow().crawlDelay()).isEqualTo(Duration.ofMillis(millis));
    assertThat(robots.find(ORIGIN).orElseThrow().isAllowed(PAGE)).isTrue();
  }

  @Test
  void sitemaps_are_listed() {
    robots.answered(ORIGIN, robotsTxt("Sitemap: https://site.test/a.xml\nSitemap: /b.xml"));

    assertThat(robots.find(ORIGIN).orElseThrow().sitemaps()).contains("https://site.test/a.xml");
  }

  @Test
  void it_is_asked_for_again_after_a_day() {
    robots.answered(ORIGIN, robotsTxt(""));
    clock.advance(Duration.ofHours(24));
    assertThat(robots.find(ORIGIN)).isPresent();

    clock.advance(Duration.ofSeconds(1));

    assertThat(robots.find(ORIGIN)).isEmpty();
  }

  private Fetched robotsTxt(String text) {
    Url url = Url.of(ORIGIN + "/robots.txt");
    return new Fetched(
        new FetchedPage(
            url,
            url,
            clock.instant(),
            200,
            List.of(new FetchedPage.Header("Content-Type", "text/plain")),
            text.getBytes(StandardCharsets.UTF_8)));
  }
}
