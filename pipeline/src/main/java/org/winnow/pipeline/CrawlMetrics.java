// SPDX-License-Identifier: Apache-2.0
package org.winnow.pipeline;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.system.ProcessorMetrics;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.ToIntFunction;
import org.winnow.crawler.CrawlEvent;
import org.winnow.crawler.CrawlListener;

/**
 * Crawls in figures: {@code winnow_addresses_total} by site, outcome and reason; by site {@code
 * winnow_queued}, {@code winnow_articles} and {@code winnow_delay_seconds}; memory and processor of
 * this process. Safe for use by several threads.
 */
public final class CrawlMetrics implements CrawlListener, AutoCloseable {
  private final PrometheusMeterRegistry registry =
      new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
  private final Map<String, Last> last = new ConcurrentHashMap<>();
  private final ToIntFunction<String> articles;

  private static final class Last {
    private volatile CrawlEvent event;

    Last(CrawlEvent event) {
      this.event = event;
    }
  }

  /**
   * @param articles how many articles of a site there are by now
   */
  public CrawlMetrics(ToIntFunction<String> articles) {
    this.articles = articles;
    new JvmMemoryMetrics().bindTo(registry);
    new ProcessorMetrics().bindTo(registry);
  }

  /** Where the figures are kept, for more of them. */
  public MeterRegistry registry() {
    return registry;
  }

  /** The figures as Prometheus reads them. */
  public String text() {
    return registry.scrape();
  }

  @Override
  public void on(CrawlEvent event) {
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
    Gauge.builder("winnow.articles", () -> articles.applyAsInt(site))
        .description("articles of the site's last crawl")
        .tag("site", site)
        .register(registry);
    Gauge.builder("winnow.delay", () -> last.event.delay().toMillis() / 1000.0)
        .description("how long a host was left alone after the last request")
        .baseUnit("seconds")
        .tag("site", site)
        .register(registry);
    return last;
  }

  @Override
  public void close() {
    registry.close();
  }
}
