// SPDX-License-Identifier: Apache-2.0
package org.winnow.rendering;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The processes behind Playwright, watched from outside: a page that hangs its browser hangs every
 * call to it, and only the end of the process ends the call. Thread-safe.
 */
final class BrowserProcess implements AutoCloseable {
  private static final long PAGE_BYTES = 4096;
  private static final long LOOK_MILLIS = 500;
  private static final long LAST_MILLIS = 2000;

  private final ScheduledExecutorService watch =
      Executors.newSingleThreadScheduledExecutor(
          task -> {
            Thread thread = new Thread(task, "browser-watch");
            thread.setDaemon(true);
            return thread;
          });
  private volatile @Nullable ProcessHandle driver;

  /** Starts the driver, and knows its process from then on. */
  <T> T startDriver(Supplier<T> start) {
    Set<Long> before = children().map(ProcessHandle::pid).collect(Collectors.toSet());
    T started = start.get();
    driver = children().filter(child -> !before.contains(child.pid())).findFirst().orElse(null);
    return started;
  }

  private static Stream<ProcessHandle> children() {
    return ProcessHandle.current().children();
  }

  /** Ends the browser once it is older than that or larger; until the watch is cancelled. */
  ScheduledFuture<?> guard(long millis, long bytes) {
    long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(millis);
    return watch.scheduleWithFixedDelay(
        () -> {
          if (System.nanoTime() - end > 0 || memory() > bytes) {
            killBrowser();
          }
        },
        LOOK_MILLIS,
        LOOK_MILLIS,
        TimeUnit.MILLISECONDS);
  }

  /** Ends the browser, not its driver. */
  void killBrowser() {
    browsers().forEach(ProcessHandle::destroyForcibly);
  }

  /** Ends everything. */
  @Override
  public void close() {
    ProcessHandle known = driver;
    List<ProcessHandle> all =
        Stream.concat(browsers(), Stream.ofNullable(known)).collect(Collectors.toList());
    all.forEach(ProcessHandle::destroyForcibly);
    watch.shutdownNow();
    CompletableFuture<?>[] ends =
        all.stream().map(ProcessHandle::onExit).toArray(CompletableFuture[]::new);
    try {
      CompletableFuture.allOf(ends).get(LAST_MILLIS, TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (ExecutionException | TimeoutException stuck) {
      // A killed process that is still there waits for the system; nobody can do more.
      return;
    }
  }

  /** How many processes there are. */
  long count() {
    return browsers().filter(ProcessHandle::isAlive).count();
  }

  private Stream<ProcessHandle> browsers() {
    ProcessHandle known = driver;
    return known == null ? Stream.empty() : known.descendants();
  }

  /** What the browser has in memory, where the system says so; what is shared counts often. */
  private long memory() {
    return browsers().mapToLong(process -> memory(process.pid())).sum();
  }

  private static long memory(long pid) {
    try {
      String statm = Files.readString(Path.of("/proc", Long.toString(pid), "statm"));
      String[] fields = statm.split(" ", 4);
      return (Long.parseLong(fields[1]) - Long.parseLong(fields[2])) * PAGE_BYTES;
    } catch (IOException | RuntimeException unknown) {
      return 0;
    }
  }
}
