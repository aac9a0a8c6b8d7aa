// SPDX-License-Identifier: Apache-2.0
package org.winnow.bench.speed;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jsoup.Jsoup;
import org.winnow.app.Table;
import org.winnow.app.Terminal;
import org.winnow.app.TerminalProgress;
import org.winnow.bench.Contender;
import org.winnow.corpus.FetchedPage;
import org.winnow.extractors.PageDecoder;

/** Measures the bare parse and a contender on hostile pages. */
final class HostileRun {
  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

  /** The best of so many times counts, unless one takes longer than {@link #LONG}. */
  private static final int TIMES = 3;

  private static final double LONG = 5;

  /** A page that takes longer is given up. */
  private static final int LIMIT = 60;

  private final Contender contender;

  HostileRun(Contender contender) {
    this.contender = contender;
  }

  /**
   * What a page cost.
   *
   * @param cpu seconds of CPU time of the thread, without the garbage collector's
   * @param wall seconds
   * @param outcome what came of it
   */
  private record Cost(double cpu, double wall, String outcome) {}

  Table run(Terminal terminal) {
    Map<String, FetchedPage> pages = HostilePages.make();
    Table table =
        new Table(
            "hostile pages", "MB", "parse CPU s", contender.name() + " CPU s", "wall s", "outcome");
    try (TerminalProgress progress =
        new TerminalProgress(terminal, "hostile pages", pages.size())) {
      pages.forEach(
          (name, page) -> {
            Cost parse = best(() -> parsed(page));
            Cost taken = best(() -> contender.take(page, "").outcome());
            table.add(
                name,
                figure("%.1f", page.body().length / 1e6),
                figure("%.2f", parse.cpu()),
                figure("%.2f", taken.cpu()),
                figure("%.2f", taken.wall()),
                taken.outcome());
            progress.step();
          });
    }
    return table;
  }

  private static String parsed(FetchedPage page) {
    return Jsoup.parse(PageDecoder.decode(page).text(), page.url().toString()).nodeName();
  }

  private static Cost best(Callable<String> work) {
    Cost best = measured(work);
    for (int i = 1; i < TIMES && best.wall() < LONG; i++) {
      Cost again = measured(work);
      best = again.cpu() < best.cpu() ? again : best;
    }
    return best;
  }

  /** Runs the work on a thread of its own, which is left behind if it does not end. */
  private static Cost measured(Callable<String> work) {
    ExecutorService thread =
        Executors.newSingleThreadExecutor(
            task -> {
              Thread daemon = new Thread(task, "hostile page");
              daemon.setDaemon(true);
              return daemon;
            });
    long start = System.nanoTime();
    try {
      Future<Cost> cost = thread.submit(() -> costOf(work));
      return cost.get(LIMIT, TimeUnit.SECONDS);
    } catch (TimeoutException slow) {
      return new Cost(Double.NaN, (System.nanoTime() - start) / 1e9, "given up");
    } catch (ExecutionException impossible) {
      throw new IllegalStateException(impossible);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(stopped);
    } finally {
      thread.shutdownNow();
    }
  }

  private static Cost costOf(Callable<String> work) {
    long start = System.nanoTime();
    long startCpu = THREADS.getCurrentThreadCpuTime();
    String outcome;
    try {
      outcome = work.call();
    } catch (Exception | StackOverflowError thrown) {
      outcome = thrown.toString();
    }
    return new Cost(
        (THREADS.getCurrentThreadCpuTime() - startCpu) / 1e9,
        (System.nanoTime() - start) / 1e9,
        outcome);
  }

  private static String figure(String format, double value) {
    return Double.isNaN(value) ? "-" : String.format(Locale.ROOT, format, value);
  }
}
