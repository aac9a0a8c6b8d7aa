// SPDX-License-Identifier: Apache-2.0
package org.winnow.crawler;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.luben.zstd.Zstd;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import okhttp3.Headers;
import okhttp3.tls.HandshakeCertificates;
import okhttp3.tls.HeldCertificate;
import okio.Buffer;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.winnow.corpus.Url;
import org.winnow.crawler.FetchOutcome.Failed;
import org.winnow.crawler.FetchOutcome.Fetched;
import org.winnow.crawler.FetchOutcome.Redirected;
import org.winnow.crawler.FetchRequest.Kind;
import org.winnow.siterules.RuleReader;
import org.winnow.siterules.RuleReading;
import org.winnow.siterules.RuleSet;
import org.winnow.siterules.RuleSource;

/** What a rule says about requests, and for which of them it counts. */
@Timeout(60)
class SiteTermsTest {
  @AutoClose private final TestSite site = new TestSite("https://site.test");
  @AutoClose private final TestSite other = new TestSite("https://other.test");

  @Test
  void headers_of_the_rule_go_to_its_own_hosts_only() {
    site.page("/a", "");
    other.page("/a", "");
    SiteSession session = session("fetch: { headers: { X-Key: k, Accept-Language: ar } }");

    fetch(request(site.url("/a"), site.url("/a"), session));
    fetch(request(other.url("/a"), other.url("/a"), session));

    assertThat(sent(site).get("X-Key")).isEqualTo("k");
    assertThat(sent(site).get("Accept-Language")).isEqualTo("ar");
    assertThat(sent(other).get("X-Key")).isNull();
    assertThat(sent(other).get("Accept-Language")).isEqualTo("*");
  }

  @Test
  void headers_of_the_rule_are_dropped_where_a_redirect_changes_the_origin() {
    site.page("/a", "");
    SiteSession session = session("fetch: { headers: { X-Key: k } }");

    fetch(request(site.url("/a"), Url.of("https://www.site.test/a"), session));

    assertThat(sent(site).get("X-Key")).isNull();
  }

  @Test
  void headers_of_a_secure_site_do_not_go_out_in_the_clear() {
    SiteSession session = session("fetch: { headers: { X-Key: k } }");
    Url plain = Url.of("http://site.test/a");

    assertThat(session.headers(request(plain, plain, session))).isEmpty();
  }

  @Test
  void cookies_go_back_to_the_host_that_set_them_within_one_site() {
    site.answers("/a", TestSite.status(200, "Content-Type: text/html", "Set-Cookie: id=1; Path=/"));
    other.page("/a", "");
    SiteSession session = SiteSession.plain();

    fetch(request(site.url("/a"), site.url("/a"), session));
    fetch(request(site.url("/a"), site.url("/a"), session));
    assertThat(sent(site).get("Cookie")).isEqualTo("id=1");

    fetch(request(other.url("/a"), other.url("/a"), session));
    assertThat(sent(other).get("Cookie")).isNull();

    fetch(request(site.url("/a"), site.url("/a"), SiteSession.plain()));
    assertThat(sent(site).get("Cookie")).isNull();
  }

  @Test
  void a_redirect_to_itself_that_sets_a_cookie_is_worth_another_try() {
    MockResponse wall = TestSite.status(302, "Location: /a", "Set-Cookie: ok=1");
    site.answers("/a", wall, TestSite.html("text"));
    SiteSession session = SiteSession.plain();

    FetchOutcome first = fetch(request(site.url("/a"), site.url("/a"), session));
    FetchOutcome second = fetch(request(site.url("/a"), site.url("/a"), session));

    assertThat(first).isEqualTo(Failed.forNow("cookie wanted", "/a"));
    assertThat(second).isInstanceOf(Fetched.class);
    assertThat(sent(site).get("Cookie")).isEqualTo("ok=1");
  }

  @Test
  void a_redirect_to_itself_that_sets_the_same_cookie_again_is_a_loop() {
    site.answers("/a", TestSite.status(302, "Location: /a", "Set-Cookie: ok=1"));
    SiteSession session = SiteSession.plain();

    fetch(request(site.url("/a"), site.url("/a"), session));

    assertThat(fetch(request(site.url("/a"), site.url("/a"), session)))
        .isEqualTo(new Redirected(site.url("/a")));
  }

  @Test
  void a_site_cannot_fill_the_jar() {
    SiteCookies cookies = new SiteCookies();
    for (int i = 0; i < 500; i++) {
      cookies.store(site.url("/"), Headers.of("Set-Cookie", "c" + i + "=" + "x".repeat(100)));
    }
    cookies.store(site.url("/"), Headers.of("Set-Cookie", "big=" + "x".repeat(5_000)));

    assertThat(cookies.header(site.url("/"), 0).split("; ")).hasSize(50).doesNotContain("big");
  }

  @Test
  void the_rule_says_how_large_a_page_may_be() {
    site.answers("/a", TestSite.bytes("text/html", new byte[2_000]));
    SiteSession session = session("fetch: { maxBytes: 1KB }");

    assertThat(fetch(request(site.url("/a"), site.url("/a"), session)))
        .isInstanceOfSatisfying(
            Failed.class, failed -> assertThat(failed.reason()).isEqualTo("too large"));
  }

  @Test
  void the_rule_says_how_long_a_request_may_take() {
    MockResponse late =
        new MockResponse.Builder()
            .setHeader("Content-Type", "text/html")
            .headersDelay(2, TimeUnit.SECONDS)
            .body("late")
            .build();
    site.answers("/a", late);

    assertThat(fetch(request(site.url("/a"), site.url("/a"), session("fetch: { timeout: 1s }"))))
        .isInstanceOfSatisfying(
            Failed.class, failed -> assertThat(failed.reason()).isEqualTo("timeout"));
    assertThat(
            fetch(
                request(site.url("/a"), site.url("/a"), session("fetch: { timeout: 20s }")),
                Duration.ofSeconds(1)))
        .isInstanceOf(Fetched.class);
  }

  @Test
  void zstd_is_offered_and_decoded() {
    byte[] body = Zstd.compress("<p>نص</p>".getBytes(UTF_8));
    site.answers(
        "/a",
        new MockResponse.Builder()
            .setHeader("Content-Type", "text/html")
            .setHeader("Content-Encoding", "zstd")
            .body(new Buffer().write(body))
            .build());

    FetchOutcome outcome = fetch(FetchRequest.of(site.url("/a"), Kind.PAGE));

    assertThat(((Fetched) outcome).page().body()).asString(UTF_8).isEqualTo("<p>نص</p>");
    assertThat(sent(site).get("Accept-Encoding")).isEqualTo("gzip, br, zstd");
  }

  @Test
  void a_certificate_that_nobody_vouches_for_is_a_failure_unless_the_rule_says_so()
      throws Exception {
    HeldCertificate own = new HeldCertificate.Builder().commonName("nobody").build();
    try (MockWebServer server = new MockWebServer()) {
      server.useHttps(
          new HandshakeCertificates.Builder().heldCertificate(own).build().sslSocketFactory());
      server.enqueue(
          new MockResponse.Builder().setHeader("Content-Type", "text/html").body("x").build());
      server.start();
      Url url = Url.of("https://127.0.0.1:" + server.getPort() + "/a");
      String rule = "match: { hosts: [ site.test, 127.0.0.1 ] }\n";

      FetchOutcome checked = fetch(request(url, url, session(rule)));
      FetchOutcome unchecked =
          fetch(request(url, url, session(rule + "fetch: { insecure: true }")));

      assertThat(((Failed) checked).reason()).isEqualTo("certificate");
      assertThat(unchecked).isInstanceOf(Fetched.class);
      assertThat(server.takeRequest().getVersion()).isEqualTo("HTTP/2");
    }
  }

  @Test
  void requests_go_through_the_proxy_with_its_password_but_not_those_to_mapped_origins()
      throws Exception {
    try (MockWebServer proxy = new MockWebServer()) {
      proxy.enqueue(
          new MockResponse.Builder().code(407).setHeader("Proxy-Authenticate", "Basic").build());
      proxy.enqueue(
          new MockResponse.Builder().setHeader("Content-Type", "text/html").body("x").build());
      proxy.start();
      site.page("/a", "");
      HttpProxy through = HttpProxy.of("http://me:secret@127.0.0.1:" + proxy.getPort());
      CrawlSettings settings =
          new CrawlSettings(
              "Winnow-Test/1",
              2,
              Duration.ZERO,
              99,
              99,
              OriginMap.of(List.of(site.mapping())),
              List.of(),
              through);
      // Nobody here knows that name: the proxy does.
      OkHttpFetcher fetcher =
          new OkHttpFetcher(
              settings,
              OkHttpFetcher.Timeouts.DEFAULT,
              Clock.systemUTC(),
              host -> {
                if (host.equals("127.0.0.1") || host.equals("localhost")) {
                  return List.of(java.net.InetAddress.getByName("127.0.0.1"));
                }
                throw new java.net.UnknownHostException(host);
              });

      assertThat(fetcher.fetch(FetchRequest.of(Url.of("http://far.test/x"), Kind.PAGE)))
          .isInstanceOf(Fetched.class);
      assertThat(fetcher.fetch(FetchRequest.of(site.url("/a"), Kind.PAGE)))
          .isInstanceOf(Fetched.class);

      assertThat(proxy.takeRequest().getHeaders().get("Proxy-Authorization")).isNull();
      assertThat(proxy.takeRequest().getHeaders().get("Proxy-Authorization")).startsWith("Basic ");
      assertThat(proxy.getRequestCount()).isEqualTo(2);
      assertThat(sent(site).get("Proxy-Authorization")).isNull();
      assertThat(through.toString()).doesNotContain("secret");
    }
  }

  private static FetchRequest request(Url url, Url requested, SiteSession session) {
    return new FetchRequest(url, requested, Kind.PAGE, null, null, session);
  }

  private static Headers sent(TestSite to) {
    return to.hits().get(to.hits().size() - 1).request().getHeaders();
  }

  private FetchOutcome fetch(FetchRequest request) {
    return fetch(request, Duration.ofSeconds(20));
  }

  private FetchOutcome fetch(FetchRequest request, Duration read) {
    CrawlSettings settings =
        new CrawlSettings(
            "Winnow-Test/1",
            2,
            Duration.ZERO,
            99,
            99,
            OriginMap.of(List.of(site.mapping(), other.mapping())),
            List.of(IpRange.of("127.0.0.0/8")));
    Duration most = Duration.ofSeconds(20);
    return new OkHttpFetcher(
            settings, new OkHttpFetcher.Timeouts(most, read, most, most), Clock.systemUTC())
        .fetch(request);
  }

  private static SiteSession session(String rule) {
    String text = "version: 1\nsite: https://site.test/\n" + rule + "\n";
    RuleReading reading =
        new RuleReader(css -> Optional.empty())
            .read(List.of(new RuleSource("site.test", "r.yml", () -> text.getBytes(UTF_8))));
    assertThat(reading.problems()).isEmpty();
    RuleSet rules = reading.rules();
    return SiteSession.of(rules.rules().get(0), rules);
  }
}
