// SPDX-License-Identifier: Apache-2.0
package org.winnow.rendering;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.winnow.app.Main;

/** {@code winnow crawl} with the add-on, as a process, of a site whose text only a script makes. */
class RenderedCrawlTest {
  private static final String TEXT =
      "The council has decided to open the old bridge again after the engineers had said in"
          + " their report that its pillars will carry the trams for another forty years.";

  private static final Map<String, String> PAGES =
      Map.of(
          "/",
              "<title>News</title><div id=app></div><script src=/app.js></script>"
                  + "<noscript>Switch scripts on</noscript>",
          "/app.js",
              "var page = location.pathname === '/'"
                  + " ? '<h1>News</h1><a href=/bridge>Bridge</a>'"
                  + " : '<article><h1>The bridge opens</h1>' + '<p>%s</p>'.repeat(4) + '</article>';"
                      .formatted(TEXT)
                  + "document.getElementById('app').innerHTML = page;",
          "/bridge",
              "<title>The bridge opens</title><div id=app></div><script src=/app.js></script>"
                  + "<noscript>Switch scripts on</noscript>");

  @TempDir private Path folder;
  private HttpServer server;

  @BeforeEach
  void serve() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", RenderedCrawlTest::answer);
    server.start();
  }

  @AfterEach
  void close() {
    server.stop(0);
  }

  @ParameterizedTest
  @ValueSource(strings = {"auto", "always"})
  void a_text_that_only_a_script_makes_is_crawled(String render) throws Exception {
    assertThat(crawl(render)).contains("The bridge opens\n\n" + TEXT);
  }

  @Test
  void without_a_browser_the_same_site_has_no_text() throws Exception {
    assertThat(crawl("never")).isEmpty();
  }

  /** The texts that came of it. */
  private String crawl(String render) throws Exception {
    try {
      new ChromiumProvider().chromium();
    } catch (IOException missing) {
      assumeTrue(false, missing.getMessage());
    }
    Path rules = Files.createDirectories(folder.resolve("rules"));
    Files.writeString(
        rules.resolve("news.example.yml"),
        "version: 1\nsite: http://news.example/\nfetch: { render: %s }\n".formatted(render));
    Path log = folder.resolve("log");
    List<String> command =
        List.of(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-cp",
            System.getProperty("java.class.path"),
            Main.class.getName(),
            "crawl",
            "news.example",
            "--rules",
            rules.toString(),
            "--data",
            folder.resolve("data").toString(),
            "--delay",
            "0s",
            "--map",
            "http://news.example=http://127.0.0.1:" + server.getAddress().getPort());
    Process process =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(new File(log.toString()))
            .start();
    try {
      assertThat(process.waitFor(2, TimeUnit.MINUTES)).isTrue();
      assertThat(process.exitValue()).as(() -> read(log)).isZero();
    } finally {
      process.destroyForcibly();
    }
    return texts();
  }

  private String texts() throws IOException {
    Path texts = folder.resolve("data").resolve("text");
    if (!Files.isDirectory(texts)) {
      return "";
    }
    try (Stream<Path> files = Files.walk(texts)) {
      return String.join(
          "", files.filter(Files::isRegularFile).map(RenderedCrawlTest::read).toList());
    }
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      return e.toString();
    }
  }

  private static void answer(HttpExchange exchange) throws IOException {
    String body = PAGES.get(exchange.getRequestURI().getPath());
    byte[] bytes = (body == null ? "" : body).getBytes(UTF_8);
    exchange
        .getResponseHeaders()
        .set(
            "Content-Type",
            exchange.getRequestURI().getPath().endsWith(".js")
                ? "text/javascript"
                : "text/html; charset=utf-8");
    exchange.sendResponseHeaders(body == null ? 404 : 200, bytes.length == 0 ? -1 : bytes.length);
    try (OutputStream out = exchange.getResponseBody()) {
      out.write(bytes);
    }
  }
}
