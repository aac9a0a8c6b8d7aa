// SPDX-License-Identifier: Apache-2.0
package org.winnow.crawler;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.zip.GZIPOutputStream;
import mockwebserver3.MockResponse;
import okio.Buffer;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.winnow.corpus.FetchedPage;
import org.winnow.corpus.Url;
import org.winnow.crawler.FetchOutcome.Failed;
import org.winnow.crawler.FetchOutcome.Fetched;
import org.winnow.crawler.FetchOutcome.NotModified;
import org.winnow.crawler.FetchOutcome.Redirected;
import org.winnow.crawler.FetchOutcome.Skipped;
import org.winnow.crawler.FetchRequest.Kind;

class OkHttpFetcherTest {
  @AutoClose private final TestSite site = new TestSite("https://site.test");
  private final SettableClock clock = new SettableClock();

  @Test
  void a_page_keeps_its_own_address_and_comes_with_headers_and_bytes() {
    site.page("/x?y=1", "مرحبا");

    FetchedPage page = fetched("/x?y=1");

    assertThat(page.url()).isEqualTo(Url.of("https://site.test/x?y=1"));
    assertThat(page.requested()).isEqualTo(page.url());
    assertThat(page.status()).isEqualTo(200);
    assertThat(page.header("content-type")).isEqualTo("text/html; charset=utf-8");
    assertThat(page.fetched()).isEqualTo(clock.instant());
    assertThat(new String(page.body(), StandardCharsets.UTF_8)).contains("مرحبا");
  }

  @Test
  void sends_its_name_and_neither_keeps_nor_sends_cookies() {
    site.answers("/a", TestSite.status(200, "Content-Type: text/html", "Set-Cookie: id=1"));

    fetched("/a");
    fetched("/a");

    assertThat(site.hits().get(1).request().getHeaders().get("User-Agent"))
        .isEqualTo("Winnow-Test/1");
    assertThat(site.hits().get(1).request().getHeaders().get("Cookie")).isNull();
  }

  @Test
  void decodes_gzip() {
    site.answers("/a", encoded("gzip", gzip("<p>text</p>".getBytes(StandardCharsets.UTF_8))));

    assertThat(fetched("/a").body()).asString().isEqualTo("<p>text</p>");
  }

  @Test
  void decodes_brotli() {
    // "<p>text</p>" as one uncompressed meta-block.
    byte[] brotli = Base64.getDecoder().decode("CwWAPHA+dGV4dDwvcD4D");
    site.answers("/a", encoded("br", brotli));

    assertThat(fetched("/a").body()).asString().isEqualTo("<p>text</p>");
  }

  @ParameterizedTest
  @CsvSource({"9_000_000, too large", "40_000_000, too large"})
  void a_body_that_inflates_out_of_proportion_is_refused(String size, String reason) {
    byte[] bomb = gzip(new byte[Integer.parseInt(size.replace("_", ""))]);
    site.answers("/a", encoded("gzip", bomb));

    assertThat(failed("/a").reason()).isEqualTo(reason);
    assertThat(failed("/a").isTemporary()).isFalse();
  }

  @Test
  void a_body_above_the_limit_is_refused() {
    site.answers("/a", TestSite.bytes("text/html", new byte[(10 << 20) + 1]));

    assertThat(failed("/a").reason()).isEqualTo("too large");
  }

  @Test
  void a_robots_txt_above_the_limit_is_cut() {
    site.answers("/robots.txt", TestSite.bytes("text/plain", new byte[2 << 20]));

    assertThat(fetched(FetchRequest.of(site.url("/robots.txt"), Kind.ROBOTS)).body())
        .hasSize(Kind.ROBOTS.maxBytes);
  }

  @Test
  void a_body_that_is_not_encoded_as_it_says_is_a_failure() {
    site.answers("/a", encoded("gzip", "plain text".getBytes(StandardCharsets.UTF_8)));
    site.answers("/b", encoded("zstd", new byte[8]));

    assertThat(failed("/a").reason()).isEqualTo("bad encoding");
    assertThat(failed("/b").reason()).isEqualTo("bad encoding");
  }

  @ParameterizedTest
  @CsvSource({
    "/there, https://site.test/there",
    "https://other.test/x, https://other.test/x",
    "//other.test/x, https://other.test/x",
  })
  void a_redirect_is_told_and_not_followed(String location, String to) {
    site.answers("/a", TestSite.redirect(location));

    assertThat(fetch("/a")).isEqualTo(new Redirected(Url.of(to)));
    assertThat(site.targets()).containsExactly("/a");
  }

  @Test
  void a_redirect_to_the_base_leads_to_the_origin() {
    site.answers("/a", TestSite.redirect(site.base() + "there"));

    assertThat(fetch("/a")).isEqualTo(new Redirected(site.url("/there")));
  }

  @ParameterizedTest
  @CsvSource({"mailto:me@example.org", "javascript:void(0)"})
  void a_redirect_to_nowhere_is_a_failure(String location) {
    site.answers("/a", TestSite.redirect(location));

    assertThat(failed("/a").reason()).isEqualTo("bad redirect");
  }

  @ParameterizedTest
  @CsvSource({
    "404, false", "410, false", "403, false", "501, false",
    "429, true", "408, true", "500, true", "503, true",
  })
  void a_status_that_says_no_is_a_failure_for_good_or_for_now(int status, boolean isTemporary) {
    site.answers("/a", TestSite.status(status));

    assertThat(failed("/a").reason()).isEqualTo("http " + status);
    assertThat(failed("/a").isTemporary()).isEqualTo(isTemporary);
  }

  @ParameterizedTest
  @CsvSource({
    "120, 120",
    "'Thu, 01 Jan 2026 00:02:00 GMT', 120",
    "soon,",
    "-5,",
    "99999999999999999999,",
  })
  void retry_after_is_read_in_seconds_and_as_a_date(String value, Long seconds) {
    site.answers("/a", TestSite.status(503, "Retry-After: " + value));

    assertThat(failed("/a").retryAfter())
        .isEqualTo(seconds == null ? null : Duration.ofSeconds(seconds));
  }

  @Test
  void a_copy_that_is_still_good_is_not_sent_again() {
    site.answers("/a", TestSite.status(304));

    FetchOutcome outcome =
        fetcher(List.of())
            .fetch(new FetchRequest(site.url("/a"), site.url("/a"), Kind.PAGE, "\"v1\"", "then"));

    assertThat(outcome).isInstanceOf(NotModified.class);
    assertThat(site.hits().get(0).request().getHeaders().get("If-None-Match")).isEqualTo("\"v1\"");
    assertThat(site.hits().get(0).request().getHeaders().get("If-Modified-Since"))
        .isEqualTo("then");
  }

  @ParameterizedTest
  @CsvSource({
    "text/html, true",
    "TEXT/HTML;charset=x, true",
    "application/xhtml+xml, true",
    "application/rss+xml, true",
    "'', true",
    "application/pdf, false",
    "image/svg+xml, false",
    "application/json, false",
  })
  void the_body_is_read_only_if_it_may_be_a_page(String contentType, boolean isRead) {
    site.answers("/a", TestSite.bytes(contentType, new byte[3]));

    FetchOutcome outcome = fetch("/a");

    assertThat(outcome).isInstanceOf(isRead ? Fetched.class : Skipped.class);
  }

  @Test
  void a_server_that_does_not_answer_is_a_timeout() {
    site.answers(
        "/a", new MockResponse.Builder().headersDelay(5, TimeUnit.SECONDS).body("late").build());

    assertThat(failed("/a").reason()).isEqualTo("timeout");
    assertThat(failed("/a").isTemporary()).isTrue();
  }

  @Test
  void a_server_that_trickles_is_too_slow() {
    site.answers(
        "/a",
        new MockResponse.Builder()
            .setHeader("Content-Type", "text/html")
            .body(new Buffer().write(new byte[1000]))
            .throttleBody(1, 50, TimeUnit.MILLISECONDS)
            .build());

    assertThat(failed("/a").reason()).isEqualTo("too slow");
  }

  @Test
  void a_private_address_is_not_connected_to() {
    Url direct = Url.of(site.base() + "a");
    CrawlSettings strict = settings(OriginMap.none(), List.of());

    FetchOutcome outcome =
        new OkHttpFetcher(strict, OkHttpFetcher.Timeouts.DEFAULT, clock)
            .fetch(FetchRequest.of(direct, Kind.PAGE));

    assertThat(((Failed) outcome).reason()).isEqualTo("private address");
    assertThat(site.hits()).isEmpty();
  }

  @Test
  void a_private_address_is_connected_to_if_its_network_is_allowed() {
    site.page("/a", "text");
    Url direct = Url.of(site.base() + "a");
    CrawlSettings open =
        settings(OriginMap.none(), List.of(IpRange.of("127.0.0.0/8"), IpRange.of("::1")));

    FetchOutcome outcome =
        new OkHttpFetcher(open, OkHttpFetcher.Timeouts.DEFAULT, clock)
            .fetch(FetchRequest.of(direct, Kind.PAGE));

    assertThat(outcome).isInstanceOf(Fetched.class);
  }

  @Test
  void nobody_at_the_port_is_no_connection() {
    String mapping = site.mapping();
    site.close();
    CrawlSettings settings = settings(OriginMap.of(List.of(mapping)), List.of());

    FetchOutcome outcome =
        new OkHttpFetcher(settings, OkHttpFetcher.Timeouts.DEFAULT, clock)
            .fetch(FetchRequest.of(site.url("/a"), Kind.PAGE));

    assertThat(((Failed) outcome).reason()).isEqualTo("no connection");
  }

  private FetchedPage fetched(String target) {
    return fetched(FetchRequest.of(site.url(target), Kind.PAGE));
  }

  private FetchedPage fetched(FetchRequest request) {
    return ((Fetched) fetcher(List.of()).fetch(request)).page();
  }

  private Failed failed(String target) {
    return (Failed) fetch(target);
  }

  private FetchOutcome fetch(String target) {
    return fetcher(List.of()).fetch(FetchRequest.of(site.url(target), Kind.PAGE));
  }

  private OkHttpFetcher fetcher(List<IpRange> allowed) {
    Duration second = Duration.ofSeconds(1);
    return new OkHttpFetcher(
        settings(OriginMap.of(List.of(site.mapping())), allowed),
        new OkHttpFetcher.Timeouts(second, second, second.multipliedBy(2), second),
        clock);
  }

  private static CrawlSettings settings(OriginMap origins, List<IpRange> allowed) {
    return new CrawlSettings(
        "Winnow-Test/1",
        2,
        Duration.ZERO,
        CrawlSettings.UNLIMITED,
        CrawlSettings.UNLIMITED,
        origins,
        allowed);
  }

  private static MockResponse encoded(String encoding, byte[] body) {
    return new MockResponse.Builder()
        .setHeader("Content-Type", "text/html")
        .setHeader("Content-Encoding", encoding)
        .body(new Buffer().write(body))
        .build();
  }

  private static byte[] gzip(byte[] plain) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
      gzip.write(plain);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
    return bytes.toByteArray();
  }
}
