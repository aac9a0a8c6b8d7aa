// SPDX-License-Identifier: Apache-2.0
package org.winnow.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.File;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Ctrl-C, as a terminal sends it to a process of its own. */
@Timeout(120)
class InterruptedCrawlTest {
  private static final int PAGES = 150;
  private static final int BEFORE_CTRL_C = 40;

  @TempDir private Path data;
  private final Map<String, Integer> requests = new ConcurrentHashMap<>();
  private final CountDownLatch enough = new CountDownLatch(BEFORE_CTRL_C);
  private HttpServer site;

  @BeforeEach
  void site() throws IOException {
    site = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    site.createContext("/", this::answer);
    site.setExecutor(Executors.newFixedThreadPool(8));
    site.start();
  }

  @AfterEach
  void stop() {
    site.stop(0);
  }

  private void answer(HttpExchange exchange) throws IOException {
    String path = exchange.getRequestURI().getPath();
    requests.merge(path, 1, Integer::sum);
    enough.countDown();
    String links =
        IntStream.range(0, PAGES)
            .mapToObj(i -> "<a href=/p" + i + ">" + i + "</a>")
            .collect(Collectors.joining());
    byte[] body =
        path.equals("/")
            ? links.getBytes(StandardCharsets.UTF_8)
            : PageMaker.article("https://a.example" + path, "Story " + path, path, "").body();
    try (exchange) {
      exchange.getResponseHeaders().set("Content-Type", "text/html; charset=utf-8");
      exchange.sendResponseHeaders(path.equals("/robots.txt") ? 404 : 200, body.length);
      exchange.getResponseBody().write(body);
    }
  }

  private String[] crawl() {
    String map = "https://a.example=http://127.0.0.1:" + site.getAddress().getPort();
    return new String[] {
      "crawl", "https://a.example/", "--data", data.toString(), "--delay", "20ms", "--map", map
    };
  }

  @Test
  @DisabledOnOs(OS.WINDOWS)
  void ctrl_c_ends_a_crawl_within_ten_seconds_and_nothing_is_fetched_again() throws Exception {
    Process process = start();
    assertThat(enough.await(60, TimeUnit.SECONDS)).isTrue();
    long interrupted = System.nanoTime();
    new ProcessBuilder("kill", "-INT", Long.toString(process.pid())).start().waitFor();
    assertThat(process.waitFor(10, TimeUnit.SECONDS)).as("ended").isTrue();
    assertThat(System.nanoTime() - interrupted).isLessThan(TimeUnit.SECONDS.toNanos(10));
    assertThat(requests.size()).isLessThan(PAGES);

    Run rest = Run.winnow((Object[]) crawl());

    assertThat(rest.code()).as(rest.err()).isZero();
    assertThat(requests.keySet()).hasSize(PAGES + 2);
    requests.remove("/");
    requests.remove("/robots.txt");
    assertThat(requests.values()).containsOnly(1);
    assertThat(Run.winnow("status", "--data", data).out()).contains(" " + PAGES + " ");
  }

  private Process start() throws IOException {
    File err = data.resolve("err").toFile();
    ProcessBuilder builder =
        new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-cp",
            System.getProperty("java.class.path"),
            "-Xmx256m",
            Main.class.getName());
    builder.command().addAll(java.util.List.of(crawl()));
    return builder.redirectErrorStream(true).redirectOutput(err).start();
  }
}
