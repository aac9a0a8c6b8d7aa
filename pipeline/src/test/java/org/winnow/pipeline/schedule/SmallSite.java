// SPDX-License-Identifier: Apache-2.0
package org.winnow.pipeline.schedule;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.winnow.crawler.CrawlSettings;
import org.winnow.crawler.OriginMap;

/** A site on loopback: a home page that links to articles, a dead link and a broken page. */
final class SmallSite implements AutoCloseable {
  static final String NAME = "a.example";

  private final int articles;
  private final CountDownLatch asked = new CountDownLatch(1);
  private final HttpServer server;
  private final ExecutorService threads = Executors.newFixedThreadPool(8);
  private final Map<String, Integer> requests = new ConcurrentHashMap<>();
  private volatile CountDownLatch gate = new CountDownLatch(0);

  /**
   * Starts it.
   *
   * @param articles how many there are; if negative, the home page is broken, too
   */
  SmallSite(int articles) throws IOException {
    this.articles = articles;
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", this::answer);
    server.setExecutor(threads);
    server.start();
  }

  /** How often each path was asked for. */
  Map<String, Integer> requests() {
    return requests;
  }

  /** Returns when an article was asked for. */
  void awaitAsked() throws InterruptedException {
    asked.await();
  }

  /** Lets articles wait until {@link #open}. */
  void block() {
    gate = new CountDownLatch(1);
  }

  void open() {
    gate.countDown();
  }

  CrawlSettings settings(Duration delay) {
    return new CrawlSettings(
        "Winnow/0.1",
        2,
        delay,
        CrawlSettings.UNLIMITED,
        CrawlSettings.UNLIMITED,
        OriginMap.of(
            List.of("https://" + NAME + "=http://127.0.0.1:" + server.getAddress().getPort())),
        List.of());
  }

  private void answer(HttpExchange exchange) throws IOException {
    String path = exchange.getRequestURI().getPath();
    requests.merge(path, 1, Integer::sum);
    int status = articles < 0 ? 400 : 200;
    String body = home();
    if (path.startsWith("/story-")) {
      asked.countDown();
      await();
      body = article(path);
    } else if (!path.equals("/")) {
      status = path.equals("/broken") ? 400 : 404;
      body = "no";
    }
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    try (exchange) {
      exchange.getResponseHeaders().set("Content-Type", "text/html; charset=utf-8");
      exchange.sendResponseHeaders(status, bytes.length);
      exchange.getResponseBody().write(bytes);
    }
  }

  private void await() {
    try {
      gate.await();
    } catch (InterruptedException ended) {
      Thread.currentThread().interrupt();
    }
  }

  private String home() {
    return IntStream.range(0, articles)
        .mapToObj(i -> "<li><a href=/story-" + i + ">Story number " + i + "</a>")
        .collect(
            Collectors.joining(
                "", "<title>News</title><ul>", "</ul><a href=/gone>x</a><a href=/broken>y</a>"));
  }

  private static String article(String path) {
    String text =
        IntStream.range(0, 6)
            .mapToObj(
                i ->
                    "<p>In part %d of the report %s the council speaks of %s, of buses by night and of"
                            .formatted(i, path, path.repeat(2 + i))
                        + " water pipes, and says that work begins in spring, as it did before.</p>")
            .collect(Collectors.joining());
    return "<html lang=en><title>Story "
        + path
        + "</title><article><h1>Story "
        + path
        + "</h1>"
        + text
        + "</article></html>";
  }

  @Override
  public void close() {
    open();
    server.stop(0);
    threads.shutdownNow();
  }
}
