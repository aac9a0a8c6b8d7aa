// SPDX-License-Identifier: Apache-2.0
package org.winnow.crawler;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.winnow.corpus.FetchedPage;
import org.winnow.corpus.Url;

class SinglePagesTest {
  private static final String ORIGIN = "https://a.example";

  private final TestSite site = new TestSite(ORIGIN);
  private final SinglePages pages =
      new SinglePages(
          new CrawlSettings(
              "Winnow/0.1",
              1,
              Duration.ofMillis(60),
              CrawlSettings.UNLIMITED,
              CrawlSettings.UNLIMITED,
              OriginMap.of(List.of(site.mapping())),
              List.of()),
          Clock.systemUTC());

  @AfterEach
  void close() {
    pages.close();
    site.close();
  }

  @Test
  void a_page_is_fetched_after_its_robots_txt_and_the_delay() throws IOException {
    site.page("/story", "Snow");
    FetchedPage page = pages.fetch(Url.of(ORIGIN + "/story"));
    assertThat(new String(page.body(), StandardCharsets.UTF_8)).contains("Snow");
    assertThat(site.hits())
        .extracting(TestSite.Hit::target)
        .containsExactly("/robots.txt", "/story");
    assertThat(site.hits().get(1).nanos() - site.hits().get(0).nanos())
        .isGreaterThanOrEqualTo(Duration.ofMillis(50).toNanos());
  }

  @Test
  void a_page_that_robots_txt_forbids_is_not_asked_for() {
    site.robots("User-agent: *\nDisallow: /story").page("/story", "Snow");
    assertThatThrownBy(() -> pages.fetch(Url.of(ORIGIN + "/story")))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("robots.txt does not allow it");
    assertThat(site.hits()).extracting(TestSite.Hit::target).containsExactly("/robots.txt");
  }

  @Test
  void redirects_are_followed_and_the_address_that_answers_is_the_pages() throws IOException {
    site.answers("/old", TestSite.redirect("/story")).page("/story", "Snow");
    FetchedPage page = pages.fetch(Url.of(ORIGIN + "/old"));
    assertThat(page.requested()).isEqualTo(Url.of(ORIGIN + "/old"));
    assertThat(page.url()).isEqualTo(Url.of(ORIGIN + "/story"));
  }

  @Test
  void redirects_in_a_circle_come_to_an_end() {
    site.answers("/a", TestSite.redirect("/b")).answers("/b", TestSite.redirect("/a"));
    assertThatThrownBy(() -> pages.fetch(Url.of(ORIGIN + "/a")))
        .hasMessageContaining("more than 5 redirects");
  }

  @Test
  void a_page_that_is_gone_says_so() {
    assertThatThrownBy(() -> pages.fetch(Url.of(ORIGIN + "/gone")))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("/gone: http 404");
  }
}
