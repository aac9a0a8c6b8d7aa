// SPDX-License-Identifier: Apache-2.0
package org.winnow.rendering;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.winnow.corpus.FetchedPage;
import org.winnow.corpus.Url;
import org.winnow.crawler.BrowserFiles;

class ChromiumRendererTest {
  private static final String ADDRESS = "https://news.example/story";
  private static ChromiumRenderer renderer;
  private final Map<Url, FetchedPage> known = new HashMap<>();
  private final Map<Url, Integer> asked = new HashMap<>();

  @BeforeAll
  static void open() {
    renderer = new ChromiumRenderer(chromium(), "winnow-test", ChromiumRenderer.Limits.DEFAULT);
  }

  @AfterAll
  static void close() {
    if (renderer != null) {
      renderer.close();
    }
  }

  private static Path chromium() {
    try {
      return new ChromiumProvider().chromium();
    } catch (IOException missing) {
      assumeTrue(false, missing.getMessage());
      throw new IllegalStateException(missing);
    }
  }

  private static FetchedPage page(String url, String type, String body) {
    return new FetchedPage(
        Url.of(url),
        Url.of(url),
        Instant.EPOCH,
        200,
        List.of(new FetchedPage.Header("Content-Type", type)),
        body.getBytes(UTF_8));
  }

  private static FetchedPage html(String body) {
    return page(ADDRESS, "text/html; charset=utf-8", "<!DOCTYPE html><html><body>" + body);
  }

  private void file(String url, String type, String body) {
    known.put(Url.of(url), page(url, type, body));
  }

  private BrowserFiles files() {
    return new BrowserFiles(
        url -> {
          asked.merge(url, 1, Integer::sum);
          return Optional.ofNullable(known.get(url));
        });
  }

  private String rendered(String body) throws IOException {
    return new String(renderer.render(html(body), files()), UTF_8);
  }

  @Test
  void scripts_and_their_data_make_the_document() throws IOException {
    file(
        "https://news.example/app.js",
        "text/javascript",
        "fetch('/api/story').then(r => r.json()).then(s => {"
            + "document.querySelector('#app').innerHTML = '<h1>' + s.title + '</h1>' })");
    file("https://news.example/api/story", "application/json", "{\"title\": \"الخبر\"}");
    assertThat(rendered("<div id=app></div><script src=/app.js></script>"))
        .contains("<h1>الخبر</h1>");
    assertThat(asked)
        .containsOnlyKeys(
            Url.of("https://news.example/app.js"), Url.of("https://news.example/api/story"));
  }

  @Test
  void data_of_another_origin_may_be_read() throws IOException {
    file("https://api.example/s", "text/plain", "from afar");
    assertThat(
            rendered(
                "<p id=p></p><script>fetch('https://api.example/s', {credentials: 'include'})"
                    + ".then(r => r.text()).then(t => p.textContent = t)</script>"))
        .contains(">from afar</p>");
  }

  @Test
  void what_comes_late_is_waited_for() throws IOException {
    assertThat(
            rendered("<p id=p></p><script>setTimeout(() => p.textContent = 'late', 500)</script>"))
        .contains(">late</p>");
  }

  @Test
  void a_page_cannot_lead_elsewhere() throws IOException {
    file("https://news.example/other", "text/html", "<p>other");
    assertThat(rendered("<p>here<script>location = '/other'</script>")).contains("<p>here");
    assertThat(rendered("<p>here<meta http-equiv=refresh content='0;url=/other'>"))
        .contains("<p>here");
    assertThat(asked).isEmpty();
  }

  @Test
  void a_script_that_never_ends_is_ended_and_the_next_page_is_shown() throws IOException {
    ChromiumRenderer.Limits limits =
        new ChromiumRenderer.Limits(
            Duration.ofSeconds(2),
            Duration.ofMillis(300),
            Duration.ofSeconds(4),
            1L << 30,
            1 << 20);
    ChromiumRenderer quick = new ChromiumRenderer(chromium(), "winnow-test", limits);
    try {
      assertThatThrownBy(() -> quick.render(html("<script>for (;;);</script>"), files()))
          .isInstanceOf(IOException.class)
          .hasMessageContaining("browser");
      assertThat(new String(quick.render(html("<p>next"), files()), UTF_8)).contains("<p>next");
    } finally {
      quick.close();
    }
    assertThat(quick.processes()).isZero();
  }

  @Test
  void a_page_that_fills_memory_ends_the_browser_only() {
    ChromiumRenderer.Limits limits =
        new ChromiumRenderer.Limits(
            Duration.ofSeconds(15),
            Duration.ofSeconds(5),
            Duration.ofSeconds(30),
            500L << 20,
            1 << 20);
    ChromiumRenderer small = new ChromiumRenderer(chromium(), "winnow-test", limits);
    try {
      assertThatThrownBy(
              () ->
                  small.render(
                      html(
                          "<script>const a = []; setInterval(() => "
                              + "a.push(new Uint8Array(5e7).fill(1)), 10)</script>"),
                      files()))
          .isInstanceOf(IOException.class);
    } finally {
      small.close();
    }
  }

  @Test
  void a_document_that_is_too_long_is_refused() {
    assertThatThrownBy(
            () ->
                rendered(
                    "<script>document.body.append(document.createComment('x'.repeat(2e7)))</script>"))
        .hasMessageContaining("too long");
  }

  @Test
  void closing_ends_a_page_under_way_and_every_process() throws Exception {
    ChromiumRenderer other =
        new ChromiumRenderer(chromium(), "winnow-test", ChromiumRenderer.Limits.DEFAULT);
    assertThat(other.render(html("<p>first"), files())).isNotEmpty();
    assertThat(other.processes()).isPositive();
    CompletableFuture<Throwable> failure =
        CompletableFuture.supplyAsync(
            () -> {
              try {
                other.render(html("<script>for (;;);</script>"), files());
                return new AssertionError("shown");
              } catch (IOException e) {
                return e;
              }
            });
    other.close();
    assertThat(failure.get()).isInstanceOf(InterruptedIOException.class);
    assertThat(other.processes()).isZero();
  }

  @Test
  void nothing_that_a_page_does_reaches_the_network() throws IOException {
    InetAddress loopback = InetAddress.getLoopbackAddress();
    try (ServerSocket tcp = new ServerSocket(0, 50, loopback);
        DatagramSocket udp = new DatagramSocket(new InetSocketAddress(loopback, 0))) {
      String at = "127.0.0.1:" + tcp.getLocalPort();
      String stun = "127.0.0.1:" + udp.getLocalPort();
      String text =
          rendered(
              """
              <link rel=preconnect href=http://%1$s/><link rel=dns-prefetch href=//localhost:%3$d/>
              <link rel=prefetch href=http://%1$s/p><link rel=modulepreload href=http://%1$s/m.js>
              <link rel=icon href=http://%1$s/i.ico><link rel=manifest href=http://%1$s/m.json>
              <style>@import url(http://%1$s/a.css); p { background: url(http://%1$s/b.png) }
              @font-face { font-family: f; src: url(http://%1$s/f.woff) } p { font-family: f }</style>
              <img src=http://%1$s/1><img src=http://localhost:%3$d/2><img src=http://[::ffff:7f00:1]:%3$d/3>
              <iframe src=http://%1$s/4></iframe><object data=http://%1$s/5></object>
              <video src=http://%1$s/6 autoplay></video><script src=http://%1$s/7></script>
              <script type=module src=http://%1$s/8></script>
              <form id=f action=http://%1$s/9 method=post></form><a id=d download href=http://%1$s/10>d</a>
              <p id=p>text</p>
              <script>
              const tries = [
                () => fetch('http://%1$s/11'), () => fetch('http://%1$s/12', {mode: 'no-cors', method: 'POST'}),
                () => new WebSocket('ws://%1$s/13'), () => new EventSource('http://%1$s/14'),
                () => navigator.sendBeacon('http://%1$s/15', 'x'), () => new Worker('http://%1$s/16'),
                () => navigator.serviceWorker.register('http://%1$s/17'), () => window.open('http://%1$s/18'),
                () => f.submit(), () => d.click(), () => import('http://%1$s/19'),
                () => { const x = new XMLHttpRequest(); x.open('GET', 'http://%1$s/20'); x.send() },
                () => new WebTransport('https://%1$s/21'),
                () => { const c = new RTCPeerConnection({iceServers: [{urls: ['stun:%2$s', 'turn:%2$s?transport=tcp'],
                    username: 'a', credential: 'b'}]}); c.createDataChannel('x');
                    c.createOffer().then(o => c.setLocalDescription(o)) },
                () => { const w = new Worker(URL.createObjectURL(new Blob(["fetch('http://%1$s/22'); new WebSocket('ws://%1$s/23')"]))) },
                () => { const i = document.createElement('iframe'); i.srcdoc = '<img src=http://%1$s/24>'; document.body.append(i) },
              ];
              for (const t of tries) { try { t() } catch (e) {} }
              setTimeout(() => p.textContent = 'all tried', 1500);
              </script>
              """
                  .formatted(at, stun, tcp.getLocalPort()));
      assertThat(text).contains("all tried");
      assertThat(arrived(tcp)).isFalse();
      udp.setSoTimeout(300);
      java.net.DatagramPacket packet = new java.net.DatagramPacket(new byte[100], 100);
      assertThatThrownBy(() -> udp.receive(packet)).isInstanceOf(SocketTimeoutException.class);
    }
  }

  private static boolean arrived(ServerSocket server) throws IOException {
    server.setSoTimeout(300);
    try (Socket unused = server.accept()) {
      return true;
    } catch (SocketTimeoutException nobody) {
      return false;
    }
  }

  @Test
  void no_chromium_is_said_in_words() {
    assertThatThrownBy(() -> new ChromiumProvider(Map.of("PATH", "/nonexistent")).chromium())
        .hasMessageContaining("no Chromium on the PATH")
        .hasMessageContaining("WINNOW_CHROMIUM");
    assertThatThrownBy(
            () -> new ChromiumProvider(Map.of("WINNOW_CHROMIUM", "/nonexistent/x")).chromium())
        .hasMessageContaining("/nonexistent/x is no program");
  }
}
