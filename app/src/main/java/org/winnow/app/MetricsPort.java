// SPDX-License-Identifier: Apache-2.0
package org.winnow.app;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.Closeable;
import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.winnow.pipeline.CrawlMetrics;
import org.winnow.pipeline.UserError;

/** The figures of one crawl, for programs on this machine. */
final class MetricsPort {
  private static final byte[] LOOPBACK = {127, 0, 0, 1};

  private MetricsPort() {}

  /**
   * Shows them until that is closed.
   *
   * @param port which; 0 for any; null to show nothing
   * @throws UserError if the port is taken
   */
  static Closeable open(@Nullable Integer port, CrawlMetrics metrics, Terminal terminal)
      throws IOException {
    if (port == null) {
      return () -> {};
    }
    HttpServer server = server(port);
    server.createContext("/metrics", exchange -> answer(exchange, metrics));
    server.start();
    terminal.say("Metrics: http://127.0.0.1:" + server.getAddress().getPort() + "/metrics");
    return () -> server.stop(0);
  }

  private static HttpServer server(int port) throws IOException {
    try {
      return HttpServer.create(new InetSocketAddress(InetAddress.getByAddress(LOOPBACK), port), 0);
    } catch (BindException | IllegalArgumentException taken) {
      throw new UserError("--metrics " + port + ": " + taken.getMessage());
    }
  }

  private static void answer(HttpExchange exchange, CrawlMetrics metrics) throws IOException {
    byte[] text = metrics.text().getBytes(StandardCharsets.UTF_8);
    try (exchange) {
      exchange.getResponseHeaders().set("Content-Type", "text/plain; version=0.0.4; charset=utf-8");
      exchange.sendResponseHeaders(200, text.length);
      exchange.getResponseBody().write(text);
    }
  }
}
