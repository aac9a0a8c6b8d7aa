// SPDX-License-Identifier: Apache-2.0
package org.winnow.app;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.system.ProcessorMetrics;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.io.Closeable;
import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.winnow.crawler.CrawlEvent;
import org.winnow.pipeline.UserError;

/**
 * A crawl in figures: {@code winnow_addresses_total} by site, outcome and reason; by site {@code
 * winnow_queued}, {@code winnow_articles} and {@code winnow_delay_seconds}; memory and processor of
 * this process. Safe for use by several threads.
 */
final class CrawlMetrics implements Closeable {
  private static final byte[] LOOPBACK = {127, 0, 0, 1};

  private final PrometheusMeterRegistry registry =
      new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
  private final Map<String, Last> last = new ConcurrentHashMap<>();
  private final CrawlDisplay display;

  private static final class Last {
    private volatile CrawlEvent event;

    Last(CrawlEvent event) {
      this.event = event;
    }
  }

  CrawlMetrics(CrawlDisplay display) {
    this.display = display;
    new JvmMemoryMetrics().bindTo(registry);
    new ProcessorMetrics().bindTo(registry);
  }

  /** Where the figures are kept. */
  MeterRegistry registry() {
    return registry;
  }

  /** The figures as Prometheus reads them. */
  String text() {
    return registry.scrape();
  }

  /** Something became of an address. */
  void event(CrawlEvent event) {
    String outcome = event.outcome().name().toLowerCase(Locale.ROOT);
    registry
        .counter(
            "winnow.addresses", "site", event.site(), "outcome", outcome, "reason", event.reason())
        .increment();
    last.computeIfAbsent(event.site(), site -> gauges(site, new Last(event))).event = event;
  }

  private Last gauges(String site, Last last) {
    Gauge.builder("winnow.queued", () -> last.event.queued())
        .description("addresses that are still to be fetched")
        .tag("site", site)
        .register(registry);
    Gauge.builder("winnow.articles", () -> display.articles(site))
        .description("articles of this crawl")
        .tag("site", site)
        .register(registry);
    Gauge.builder("winnow.delay", () -> last.event.delay().toMillis() / 1000.0)
        .description("how long a host was left alone after the last request")
        .baseUnit("seconds")
        .tag("site", site)
        .register(registry);
    return last;
  }

  /**
   * Shows the figures to programs on this machine, until that is closed.
   *
   * @param port which; 0 for any; null to show nothing
   * @throws UserError if the port is taken
   */
  Closeable serve(@Nullable Integer port, Terminal terminal) throws IOException {
    if (port == null) {
      return () -> {};
    }
    HttpServer server = server(port);
    server.createContext("/metrics", this::answer);
    server.start();
    display.also(this::event);
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

  private void answer(HttpExchange exchange) throws IOException {
    byte[] text = text().getBytes(StandardCharsets.UTF_8);
    try (exchange) {
      exchange.getResponseHeaders().set("Content-Type", "text/plain; version=0.0.4; charset=utf-8");
      exchange.sendResponseHeaders(200, text.length);
      exchange.getResponseBody().write(text);
    }
  }

  @Override
  public void close() {
    registry.close();
  }
}
