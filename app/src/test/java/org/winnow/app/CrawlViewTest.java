// SPDX-License-Identifier: Apache-2.0
package org.winnow.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.winnow.corpus.Url;
import org.winnow.crawler.CrawlEvent;
import org.winnow.crawler.CrawlEvent.Outcome;
import org.winnow.pipeline.CrawlMetrics;

class CrawlViewTest {
  @TempDir private Path data;
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();
  private HttpServer site;

  @BeforeEach
  void site() throws IOException {
    site = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    site.createContext(
        "/",
        exchange -> {
          String path = exchange.getRequestURI().getPath();
          boolean isHome = path.equals("/");
          String html =
              isHome
                  ? "<a href=/story>1</a><a href=/gone>2</a><a href=/denied>3</a>"
                  : new String(
                      PageMaker.article("https://a.example/story", "Story", "First.", "").body(),
                      StandardCharsets.UTF_8);
          byte[] body =
              (path.equals("/robots.txt") ? "User-agent: *\nDisallow: /denied" : html)
                  .getBytes(StandardCharsets.UTF_8);
          try (exchange) {
            exchange.getResponseHeaders().set("Content-Type", "text/html");
            exchange.sendResponseHeaders(path.equals("/gone") ? 404 : 200, body.length);
            exchange.getResponseBody().write(body);
          }
        });
    site.start();
  }

  @AfterEach
  void stop() {
    site.stop(0);
  }

  private Run crawl(Object... more) {
    List<Object> arguments = new ArrayList<>();
    arguments.addAll(List.of("crawl", "https://a.example/", "--data", data, "--delay", "5ms"));
    arguments.addAll(
        List.of("--map", "https://a.example=http://127.0.0.1:" + site.getAddress().getPort()));
    arguments.addAll(List.of(more));
    return Run.winnow(arguments.toArray());
  }

  @Test
  void the_summary_names_every_class_of_failure_with_its_count() {
    Run run = crawl();
    assertThat(run.out())
        .containsPattern("(?m)^a\\.example +failed +http 404 +1$")
        .containsPattern("(?m)^a\\.example +skipped +robots +1$");
  }

  @Test
  void events_go_to_stdout_as_json_lines() throws IOException {
    Run run = crawl("--json");
    ObjectMapper json = new ObjectMapper();
    List<JsonNode> events = new ArrayList<>();
    for (String line : run.out().lines().toList()) {
      events.add(json.readTree(line));
    }
    JsonNode gone =
        events.stream()
            .filter(event -> event.path("url").asText().endsWith("/gone"))
            .findFirst()
            .orElseThrow();
    assertThat(gone.path("event").asText()).isEqualTo("failed");
    assertThat(gone.path("reason").asText()).isEqualTo("http 404");
    assertThat(gone.path("site").asText()).isEqualTo("a.example");
    JsonNode summary = events.get(events.size() - 1);
    assertThat(summary.path("event").asText()).isEqualTo("summary");
    assertThat(summary.path("articles").asInt()).isEqualTo(1);
    assertThat(summary.path("failed").path("http 404").asInt()).isEqualTo(1);
    assertThat(summary.path("stopped").asBoolean()).isFalse();
  }

  @Test
  void a_display_off_a_terminal_names_fetched_queued_articles_rate_delay_and_last_error()
      throws IOException {
    try (CrawlDisplay display = new CrawlDisplay(terminal())) {
      display.countArticles(name -> 7);
      display.on(event(Outcome.RETRIED, "http 503"));
      display.draw();
    }
    assertThat(err.toString(StandardCharsets.UTF_8))
        .containsPattern(
            "a\\.example: 3 fetched, 5 queued, 7 articles, [0-9.]+/s, delay 2\\.5 s, last error: http"
                + " 503");
  }

  @Test
  void metrics_are_served_on_this_machine_while_the_crawl_goes_on() throws IOException {
    String text;
    try (CrawlDisplay display = new CrawlDisplay(terminal());
        CrawlMetrics metrics = new CrawlMetrics(display::articles);
        Closeable page = MetricsPort.open(0, metrics, terminal())) {
      display.also(metrics);
      assertThat(page).isNotNull();
      display.countArticles(name -> 7);
      display.on(event(Outcome.FAILED, "timeout"));
      display.on(event(Outcome.FAILED, "timeout"));
      String address = err.toString(StandardCharsets.UTF_8).strip().replace("Metrics: ", "");
      try (InputStream in = URI.create(address).toURL().openStream()) {
        text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      }
    }
    assertThat(text)
        .contains(
            "winnow_addresses_total{outcome=\"failed\",reason=\"timeout\",site=\"a.example\"} 2.0")
        .contains("winnow_queued{site=\"a.example\"} 5.0")
        .contains("winnow_articles{site=\"a.example\"} 7.0")
        .contains("winnow_delay_seconds{site=\"a.example\"} 2.5")
        .contains("jvm_memory_used_bytes");
  }

  @Test
  void a_port_that_is_taken_is_a_wrong_command() throws IOException {
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
      Run run = crawl("--metrics", taken.getLocalPort());
      assertThat(run.code()).isEqualTo(2);
      assertThat(run.err()).contains("--metrics " + taken.getLocalPort());
      assertThat(data.resolve("catalog.db")).doesNotExist();
    }
  }

  private static CrawlEvent event(Outcome outcome, String reason) {
    return new CrawlEvent(
        Instant.EPOCH,
        "a.example",
        Url.of("https://a.example/x"),
        outcome,
        reason,
        "",
        3,
        5,
        Duration.ofMillis(2500));
  }

  private Terminal terminal() {
    PrintStream stream = new PrintStream(err, true, StandardCharsets.UTF_8);
    return new Terminal(
        new ByteArrayInputStream(new byte[0]), stream, stream, false, false, false, 100);
  }
}
