// SPDX-License-Identifier: Apache-2.0
package org.winnow.app;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.ToIntFunction;
import org.winnow.corpus.CommitQueue;
import org.winnow.crawler.CrawlEvent;
import org.winnow.crawler.CrawlEvent.Outcome;
import org.winnow.crawler.CrawlListener;
import org.winnow.pipeline.DeadLinks;

/**
 * Shows how a crawl goes: on a terminal a line per site, drawn over again; elsewhere the same lines
 * every ten seconds. Remembers the failures. Safe for use by several threads.
 */
final class CrawlDisplay implements CrawlListener, CommitQueue.Watcher, AutoCloseable {
  private static final Duration REDRAW = Duration.ofMillis(500);
  private static final Duration PLAIN = Duration.ofSeconds(10);

  /** As many failures as are remembered one by one: a crawl has no end. */
  private static final int MOST_FAILURES = 1_000;

  private final Terminal terminal;
  private final Map<String, Site> sites = new LinkedHashMap<>();
  private final List<String> failures = new ArrayList<>();
  private final ScheduledExecutorService timer;
  private final ScheduledFuture<?> drawing;
  private final long started = System.nanoTime();
  private ToIntFunction<String> articles = site -> 0;
  private int drawn;
  private final List<CrawlListener> others = new CopyOnWriteArrayList<>();
  private int failed;

  private static final class Site {
    private int pages;
    private int queued;
    private Duration delay = Duration.ZERO;
    private String lastError = "";
  }

  CrawlDisplay(Terminal terminal) {
    this.terminal = terminal;
    this.timer =
        Executors.newSingleThreadScheduledExecutor(
            task -> {
              Thread thread = new Thread(task, "display");
              thread.setDaemon(true);
              return thread;
            });
    long every = (terminal.isErrTerminal() ? REDRAW : PLAIN).toMillis();
    drawing = timer.scheduleAtFixedRate(this::draw, every, every, TimeUnit.MILLISECONDS);
  }

  /** Passes everything on to that listener too. Before the crawl begins. */
  synchronized void also(CrawlListener listener) {
    others.add(listener);
  }

  /** How many articles of that site there are by now. */
  synchronized int articles(String site) {
    return articles.applyAsInt(site);
  }

  /** Where the number of a site's articles comes from. */
  synchronized void countArticles(ToIntFunction<String> count) {
    this.articles = count;
  }

  /** Addresses that could not be fetched or handled, each with the reason; dead links left out. */
  synchronized List<String> failures() {
    List<String> all = new ArrayList<>(failures);
    if (failed > failures.size()) {
      all.add((failed - failures.size()) + " more; winnow status --url tells about each");
    }
    return List.copyOf(all);
  }

  @Override
  public void on(CrawlEvent event) {
    note(event);
    others.forEach(listener -> listener.on(event));
  }

  private synchronized void note(CrawlEvent event) {
    Site site = sites.computeIfAbsent(event.site(), name -> new Site());
    site.pages = event.pages();
    site.queued = event.queued();
    site.delay = event.delay();
    boolean isFailed = event.outcome() == Outcome.FAILED;
    if (isFailed || event.outcome() == Outcome.RETRIED) {
      site.lastError = event.reason();
    }
    if (isFailed && !DeadLinks.is(event.reason())) {
      String detail = event.detail().isEmpty() ? "" : " (" + event.detail() + ")";
      remember(event.url() + ": " + event.reason() + detail);
    }
  }

  @Override
  public synchronized void paused(String why) {
    erase();
    terminal.say("Paused, nothing can be written: " + why + ". Goes on by itself when it can.");
  }

  @Override
  public synchronized void resumed() {
    erase();
    terminal.say("Goes on.");
  }

  @Override
  public synchronized void lost(String why) {
    remember("a text file could not be written: " + why);
  }

  private void remember(String failure) {
    failed++;
    if (failures.size() < MOST_FAILURES) {
      failures.add(failure);
    }
  }

  /** Shows how things stand. */
  synchronized void draw() {
    erase();
    double seconds = Math.max(0.001, (System.nanoTime() - started) / 1e9);
    sites.forEach(
        (name, site) -> {
          String line =
              String.format(
                  Locale.ROOT,
                  "%s: %d fetched, %d queued, %d articles, %.1f/s, delay %.1f s%s",
                  name,
                  site.pages,
                  site.queued,
                  articles.applyAsInt(name),
                  site.pages / seconds,
                  site.delay.toMillis() / 1000.0,
                  site.lastError.isEmpty() ? "" : ", last error: " + site.lastError);
          terminal.say(
              terminal.isErrTerminal() && line.length() >= terminal.columns()
                  ? line.substring(0, terminal.columns() - 1)
                  : line);
        });
    drawn = sites.size();
  }

  /** Takes the lines back that were drawn on a terminal. */
  private void erase() {
    if (terminal.isErrTerminal() && drawn > 0) {
      terminal.err().print("\u001b[" + drawn + "A\u001b[J");
      terminal.err().flush();
    }
    drawn = 0;
  }

  @Override
  public void close() {
    drawing.cancel(false);
    timer.shutdownNow();
    synchronized (this) {
      erase();
    }
  }
}
