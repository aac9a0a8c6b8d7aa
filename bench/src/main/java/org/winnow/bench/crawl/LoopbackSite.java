// SPDX-License-Identifier: Apache-2.0
package org.winnow.bench.crawl;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;

/**
 * Serves a {@link GeneratedSite} on loopback, from memory, and keeps a journal: {@code GET
 * /__journal} gives a line {@code start end path} for each request, in nanoseconds, {@code GET
 * /__count} their number. Runs in a process of its own, so that it takes part in neither crawler's
 * figures.
 */
final class LoopbackSite implements AutoCloseable {
  private static final int THREADS = 64;

  private final GeneratedSite site;
  private final List<byte[]> pages;
  private final int delayMillis;
  private final HttpServer server;
  private final ExecutorService threads = Executors.newFixedThreadPool(THREADS);
  private final List<String> journal = new ArrayList<>();

  private LoopbackSite(GeneratedSite site, int delayMillis) throws IOException {
    this.site = site;
    this.pages = IntStream.range(0, site.pages()).mapToObj(page -> bytes(site.html(page))).toList();
    this.delayMillis = delayMillis;
    this.server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 128);
    server.createContext("/", this::answer);
    server.setExecutor(threads);
    server.start();
  }

  /**
   * Arguments: pages, milliseconds that each answer takes, the file to write the port to. Ends with
   * its input.
   */
  public static void main(String[] args) throws IOException {
    System.setProperty("sun.net.httpserver.nodelay", "true");
    GeneratedSite site = new GeneratedSite(Integer.parseInt(args[0]));
    try (LoopbackSite server = new LoopbackSite(site, Integer.parseInt(args[1]))) {
      Path file = Path.of(args[2]);
      Path written = file.resolveSibling(file.getFileName() + ".tmp");
      Files.writeString(written, Integer.toString(server.server.getAddress().getPort()));
      Files.move(written, file);
      System.in.transferTo(OutputStream.nullOutputStream());
    }
  }

  private void answer(HttpExchange exchange) throws IOException {
    long start = System.nanoTime();
    String path = exchange.getRequestURI().getPath();
    try (exchange) {
      if (path.equals("/__journal")) {
        send(exchange, 200, "text/plain", bytes(journalText()));
        return;
      }
      if (path.equals("/__count")) {
        send(exchange, 200, "text/plain", bytes(Integer.toString(count())));
        return;
      }
      int page = site.pageAt(path);
      if (delayMillis > 0) {
        Thread.sleep(delayMillis);
      }
      if (path.equals("/robots.txt")) {
        send(exchange, 200, "text/plain", bytes("User-agent: *\nAllow: /\n"));
      } else if (page < 0) {
        send(exchange, 404, "text/html", bytes("<title>Not found</title>"));
      } else {
        send(exchange, 200, "text/html; charset=utf-8", pages.get(page));
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      if (!path.startsWith("/__")) {
        synchronized (journal) {
          journal.add(start + " " + System.nanoTime() + " " + path);
        }
      }
    }
  }

  private int count() {
    synchronized (journal) {
      return journal.size();
    }
  }

  private String journalText() {
    synchronized (journal) {
      return String.join("\n", journal);
    }
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static void send(HttpExchange exchange, int status, String type, byte[] body)
      throws IOException {
    exchange.getResponseHeaders().set("Content-Type", type);
    exchange.sendResponseHeaders(status, body.length);
    try (OutputStream out = exchange.getResponseBody()) {
      out.write(body);
    }
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }
}
