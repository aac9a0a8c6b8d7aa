// SPDX-License-Identifier: Apache-2.0
package org.winnow.crawler;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.winnow.corpus.FetchedPage;
import org.winnow.corpus.Url;
import org.winnow.siterules.CrawlRule;

class JsoupLinkReaderTest {
  private static final Url PAGE = Url.of("https://site.test/news/today.html");

  private final JsoupLinkReader reader = new JsoupLinkReader("winnow");

  @ParameterizedTest
  @CsvSource({
    "<a href='story.html'>x</a>, https://site.test/news/story.html",
    "<a href='/story'>x</a>, https://site.test/story",
    "<a href='//other.test/x'>x</a>, https://other.test/x",
    "<a href=' /spaced '>x</a>, https://site.test/spaced",
    "<a href='/me@home'>x</a>, https://site.test/me@home",
    "<area href='/map'>, https://site.test/map",
    "<link rel='next' href='/2'>, https://site.test/2",
    "<link rel='canonical' href='/c'>, https://site.test/c",
    "<base href='/base/'><a href='x'>x</a>, https://site.test/base/x",
    "<base href='http://%'><a href='x'>x</a>, https://site.test/news/x",
    "<meta http-equiv='refresh' content='0; URL=/moved'>, https://site.test/moved",
    "<meta http-equiv='Refresh' content=\"5;url='/moved'\">, https://site.test/moved",
  })
  void reads_links_where_pages_have_them(String html, String url) {
    assertThat(urls(html)).containsExactly(url);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<a href='mailto:me@site.test'>x</a>",
        "<a href='javascript:void(0)'>x</a>",
        "<a href='tel:123'>x</a>",
        "<a href='data:text/html,x'>x</a>",
        "<a href='#top'>x</a>",
        "<a href=''>x</a>",
        "<a>x</a>",
        "<a rel='external nofollow' href='/x'>x</a>",
        "<link rel='stylesheet' href='/x.css'>",
        "<link rel='amphtml' href='/amp'>",
        "<a rel='amphtml' href='/amp'>x</a>",
        "<link rel='alternate' hreflang='fr' href='/fr'>",
        "<meta name='robots' content='NOFOLLOW'><a href='/x'>x</a>",
        "<meta name='robots' content='none'><a href='/x'>x</a>",
        "<meta http-equiv='refresh' content='300'>",
      })
  void leaves_out_what_is_not_to_be_followed(String html) {
    assertThat(urls(html)).isEmpty();
  }

  @Test
  void feeds_come_first_and_are_known_as_feeds() {
    PageLinks links =
        read(
            "<a href='/x'>x</a>"
                + "<link rel='alternate' type='application/rss+xml' href='/feed'>"
                + "<link rel='alternate' type='application/atom+xml' href='/atom'>");

    assertThat(links.links())
        .containsExactly(
            Link.feed(Url.of("https://site.test/feed")),
            Link.feed(Url.of("https://site.test/atom")),
            Link.page(Url.of("https://site.test/x"), Link.PLAIN));
  }

  @Test
  void a_page_that_asks_not_to_be_kept_still_has_its_links_followed() {
    PageLinks links = read("<meta name='robots' content='noindex'><a href='/x'>x</a>");

    assertThat(links.isIndexable()).isFalse();
    assertThat(links.links()).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource({
    "noindex, false",
    "'NOINDEX, NOFOLLOW', false",
    "none, false",
    "index, true",
    "noimageindex, true",
    "otherbot: noindex, true",
    "'otherbot: noindex, nofollow', true",
    "winnow: noindex, false",
    "'otherbot: nofollow, Winnow: noindex', false",
    "'noindex, otherbot: nofollow', false",
    "'max-snippet: 10, noindex', false",
    "max-image-preview: none, true",
    "unavailable_after: 1969-12-31, false",
    "unavailable_after: 1970-01-02T00:00:00Z, true",
    "unavailable_after: soon, true",
    "'', true",
  })
  void the_header_counts_like_the_meta_element(String value, boolean isIndexable) {
    FetchedPage page =
        page("x".getBytes(StandardCharsets.UTF_8), new FetchedPage.Header("X-Robots-Tag", value));

    assertThat(reader.read(page, CrawlRule.NONE).isIndexable()).isEqualTo(isIndexable);
  }

  @ParameterizedTest
  @CsvSource({"robots, 0", "ROBOTS, 0", "winnow, 0", "otherbot, 1"})
  void a_meta_element_counts_if_it_speaks_to_all_robots_or_to_us(String name, int links) {
    assertThat(urls("<meta name=" + name + " content='index,nofollow'><a href=/1>x</a>"))
        .hasSize(links);
  }

  @ParameterizedTest
  @CsvSource({"text/html; charset=windows-1256", "text/html"})
  void raw_letters_in_an_address_are_read_in_the_charset_of_the_page(String contentType) {
    byte[] body =
        "<meta charset=windows-1256><a href='/خبر'>x</a>".getBytes(Charset.forName("windows-1256"));

    PageLinks links =
        reader.read(
            page(body, new FetchedPage.Header("Content-Type", contentType)), CrawlRule.NONE);

    assertThat(links.links())
        .extracting(Link::url)
        .containsExactly(Url.of("https://site.test/خبر"));
  }

  @Test
  void bytes_that_are_no_page_have_no_links() {
    byte[] noise = new byte[10_000];
    new java.util.Random(1).nextBytes(noise);

    assertThat(reader.read(page(noise), CrawlRule.NONE).links()).isEmpty();
  }

  @Test
  void a_page_made_of_links_does_not_fill_the_frontier() {
    StringBuilder html = new StringBuilder();
    for (int i = 0; i < 6_000; i++) {
      html.append("<a href='/").append(i).append("'>x</a>");
    }

    assertThat(read(html.toString()).links()).hasSize(5_000);
  }

  private List<String> urls(String html) {
    return read(html).links().stream().map(link -> link.url().toString()).toList();
  }

  private PageLinks read(String html) {
    return reader.read(page(html.getBytes(StandardCharsets.UTF_8)), CrawlRule.NONE);
  }

  private static FetchedPage page(byte[] body, FetchedPage.Header... headers) {
    return new FetchedPage(PAGE, PAGE, Instant.EPOCH, 200, new ArrayList<>(List.of(headers)), body);
  }
}
