// SPDX-License-Identifier: Apache-2.0
package org.winnow.crawler;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.winnow.corpus.FetchedPage;
import org.winnow.corpus.Url;
import org.winnow.crawler.FetchRequest.Kind;

@Timeout(20)
class FeedAndSitemapTest {
  private static final String BOMB =
      """
      <?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;">
      <!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;&b;"><!ENTITY d "&c;&c;&c;&c;&c;&c;&c;&c;&c;&c;&c;">]>""";
  private static final String OUTSIDE =
      "<?xml version=\"1.0\"?><!DOCTYPE x [<!ENTITY d SYSTEM \"file:///etc/hostname\">]>";

  @Test
  void rss_entries_are_read_in_order() {
    String rss =
        """
        <?xml version="1.0" encoding="utf-8"?><rss version="2.0"><channel><title>t</title>
        <link>https://site.test/</link><description>d</description>
        <item><title>1</title><link>https://site.test/1</link></item>
        <item><title>2</title><link> /2 </link></item>
        <item><title>3</title><guid>https://site.test/3</guid></item>
        <item><title>none</title></item></channel></rss>""";

    assertThat(urls(FeedReader.read(page(rss))))
        .containsExactly("https://site.test/1", "https://site.test/2", "https://site.test/3");
  }

  @Test
  void atom_entries_are_read() {
    String atom =
        """
        <feed xmlns="http://www.w3.org/2005/Atom"><title>t</title><id>x</id>
        <entry><title>1</title><id>urn:1</id><link rel="alternate" href="/1"/></entry></feed>""";

    assertThat(urls(FeedReader.read(page(atom)))).containsExactly("https://site.test/1");
  }

  @Test
  void json_feeds_are_read() {
    String feed =
        """
        \ufeff {"version": "https://jsonfeed.org/version/1.1", "title": "t", "items": [
          {"id": "1", "url": "https://site.test/1", "date_published": "2026-01-02T03:04:05Z"},
          {"id": "https://site.test/2", "date_modified": "2026-01-03T00:00:00+03:00"},
          {"id": 3, "url": "/3", "date_published": "yesterday"}, {"id": "no address"}, 4]}""";

    assertThat(FeedReader.read(page(feed)).orElseThrow())
        .containsExactly(
            entry("https://site.test/1", "2026-01-02T03:04:05Z"),
            entry("https://site.test/2", "2026-01-02T21:00:00Z"),
            entry("https://site.test/3", null));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "{\"version\": \"https://example.org/1\", \"items\": []}",
        "{\"version\": \"https://jsonfeed.org/version/1\", \"items\": [",
        "[]",
        "null",
        "plain text",
        "<html><body>404</body></html>",
        ""
      })
  void what_is_no_feed_is_not_taken_for_one(String text) {
    assertThat(FeedReader.read(page(text))).isEmpty();
  }

  @Test
  void a_feed_of_nothing_but_brackets_ends_as_no_feed() {
    assertThat(FeedReader.read(page("{\"items\":" + "[".repeat(1_000_000)))).isEmpty();
  }

  @Test
  void entries_have_the_later_of_their_dates() {
    String rss =
        """
        <rss version="2.0" xmlns:dc="http://purl.org/dc/elements/1.1/"><channel><title>t</title>
        <link>https://site.test/</link><description>d</description>
        <item><link>/1</link><pubDate>Fri, 02 Jan 2026 03:04:05 GMT</pubDate></item>
        <item><link>/2</link><dc:date>2026-01-02T03:04:05Z</dc:date></item>
        <item><link>/3</link><pubDate>the day before</pubDate></item></channel></rss>""";
    String atom =
        """
        <feed xmlns="http://www.w3.org/2005/Atom"><title>t</title><id>x</id><entry><title>1</title>
        <id>urn:1</id><link rel="alternate" href="/1"/><published>2025-12-01T00:00:00Z</published>
        <updated>2026-01-02T03:04:05Z</updated></entry></feed>""";

    assertThat(FeedReader.read(page(rss)).orElseThrow())
        .containsExactly(
            entry("https://site.test/1", "2026-01-02T03:04:05Z"),
            entry("https://site.test/2", "2026-01-02T03:04:05Z"),
            entry("https://site.test/3", null));
    assertThat(FeedReader.read(page(atom)).orElseThrow())
        .containsExactly(entry("https://site.test/1", "2026-01-02T03:04:05Z"));
  }

  @Test
  void news_sitemaps_have_the_date_of_publication() {
    String sitemap =
        """
        <urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"
          xmlns:news="http://www.google.com/schemas/sitemap-news/0.9">
        <url><loc>https://site.test/1</loc><news:news><news:publication><news:name>n</news:name>
          <news:language>ar</news:language></news:publication>
          <news:publication_date>2026-01-02T03:04:05+00:00</news:publication_date>
          <news:title>t</news:title></news:news></url>
        <url><loc>https://site.test/2</loc><lastmod>2026-01-05</lastmod></url></urlset>""";

    assertThat(SitemapReader.read(page(sitemap)).orElseThrow())
        .containsExactly(
            Link.page(
                Url.of("https://site.test/1"),
                Link.SITEMAP_ENTRY,
                Instant.parse("2026-01-02T03:04:05Z")),
            Link.page(
                Url.of("https://site.test/2"),
                Link.SITEMAP_ENTRY,
                Instant.parse("2026-01-05T00:00:00Z")));
  }

  private static Link entry(String url, String date) {
    return Link.page(Url.of(url), Link.FEED_ENTRY, date == null ? null : Instant.parse(date));
  }

  @Test
  void sitemaps_are_read() {
    String sitemap =
        """
        <?xml version="1.0"?><urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
        <url><loc>https://site.test/1</loc><lastmod>2026-01-01</lastmod></url>
        <url><loc>https://site.test/خبر</loc></url></urlset>""";

    assertThat(urls(SitemapReader.read(page(sitemap))))
        .containsExactly("https://site.test/1", Url.of("https://site.test/خبر").toString());
  }

  @Test
  void a_sitemap_index_leads_to_sitemaps() {
    String index =
        """
        <sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
        <sitemap><loc>https://site.test/posts.xml</loc></sitemap>
        <sitemap><loc>https://site.test/old.xml</loc><lastmod>2020-02-03</lastmod></sitemap></sitemapindex>""";

    assertThat(SitemapReader.read(page(index)).orElseThrow())
        .containsExactly(
            Link.sitemap(Url.of("https://site.test/posts.xml")),
            Link.sitemap(
                Url.of("https://site.test/old.xml"), Instant.parse("2020-02-03T00:00:00Z")));
  }

  @Test
  void a_sitemap_may_be_a_gzip_file() throws Exception {
    String text = "https://site.test/1\nhttps://site.test/2\n";

    assertThat(urls(SitemapReader.read(page(gzip(text)))))
        .containsExactly("https://site.test/1", "https://site.test/2");
  }

  @Test
  void a_gzip_file_that_inflates_out_of_proportion_is_no_sitemap() throws Exception {
    assertThat(SitemapReader.read(page(gzip("\n".repeat(60_000_000))))).isEmpty();
  }

  @Test
  void entities_are_not_expanded() {
    String feed =
        "<rss version='2.0'><channel><title>t</title><link>/</link><description>d</description>"
            + "<item><link>https://site.test/&d;</link></item></channel></rss>";
    String sitemap =
        "<urlset xmlns='http://www.sitemaps.org/schemas/sitemap/0.9'>"
            + "<url><loc>https://site.test/&d;</loc></url></urlset>";

    for (String prologue : List.of(BOMB, OUTSIDE)) {
      assertThat(FeedReader.read(page(prologue + feed))).isEmpty();
      assertThat(urls(SitemapReader.read(page(prologue + sitemap))))
          .allMatch(url -> url.length() < 30 && !url.contains("aaaa"));
    }
  }

  @ParameterizedTest
  @CsvSource({
    "text/html, '<rss>', PAGE",
    "application/xhtml+xml, '<?xml version=\"1.0\"?><html>', PAGE",
    "application/rss+xml, '<?xml version=\"1.0\"?><rss version=\"2.0\">', FEED",
    "text/xml, '<feed xmlns=\"x\">', FEED",
    "application/xml, '<!-- by x --><urlset>', SITEMAP",
    "application/xml, '<?xml version=\"1.0\"?><!DOCTYPE html><html>', PAGE",
    "application/xml, '<data/>',",
    "application/feed+json; charset=utf-8, '{}', FEED",
    "'', '  <p>text</p>', PAGE",
    "'', 'GIF89a',",
  })
  void what_an_answer_holds_is_told_by_type_and_root(String type, String body, Kind kind) {
    Url url = Url.of("https://site.test/x");
    FetchedPage page =
        new FetchedPage(
            url,
            url,
            Instant.EPOCH,
            200,
            List.of(new FetchedPage.Header("Content-Type", type)),
            body.getBytes(StandardCharsets.UTF_8));

    assertThat(ContentSniffer.kindOf(page, Kind.PAGE)).isEqualTo(Optional.ofNullable(kind));
  }

  private static List<String> urls(Optional<List<Link>> links) {
    return links.orElse(List.of()).stream().map(link -> link.url().toString()).toList();
  }

  private static FetchedPage page(String text) {
    return page(text.getBytes(StandardCharsets.UTF_8));
  }

  private static FetchedPage page(byte[] body) {
    Url url = Url.of("https://site.test/feed");
    return new FetchedPage(url, url, Instant.EPOCH, 200, List.of(), body);
  }

  private static byte[] gzip(String text) throws Exception {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
      gzip.write(text.getBytes(StandardCharsets.UTF_8));
    }
    return bytes.toByteArray();
  }
}
