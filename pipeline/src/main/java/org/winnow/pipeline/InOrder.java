// SPDX-License-Identifier: Apache-2.0
package org.winnow.pipeline;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.ToLongFunction;

/** Work on several threads whose results come out in the order of the input. */
public final class InOrder {
  /** Keeps the threads busy while the oldest result is waited for, and memory bounded. */
  private static final int AHEAD_PER_THREAD = 8;

  /** Some thousand article pages; and of the longest ones, not so many that memory runs out. */
  private static final long MAX_BYTES_AHEAD = 64L << 20;

  private InOrder() {}

  /**
   * Gives every input to {@code work} on one of the threads and its result to {@code sink} on this
   * one. What the work throws ends it all and is thrown here.
   */
  public static <I, O> void run(
      Iterator<? extends I> inputs, int threads, Function<I, O> work, Consumer<O> sink) {
    run(inputs, threads, input -> 0, work, sink);
  }

  /**
   * The same for inputs that take memory while they wait.
   *
   * @param bytes how much each takes
   */
  public static <I, O> void run(
      Iterator<? extends I> inputs,
      int threads,
      ToLongFunction<I> bytes,
      Function<I, O> work,
      Consumer<O> sink) {
    ExecutorService pool = Executors.newFixedThreadPool(threads);
    try {
      Deque<Future<O>> ahead = new ArrayDeque<>();
      Deque<Long> sizes = new ArrayDeque<>();
      long waiting = 0;
      while (inputs.hasNext() || !ahead.isEmpty()) {
        while (ahead.size() < threads * AHEAD_PER_THREAD
            && waiting < MAX_BYTES_AHEAD
            && inputs.hasNext()) {
          I input = inputs.next();
          sizes.add(bytes.applyAsLong(input));
          waiting += sizes.getLast();
          ahead.add(pool.submit(() -> work.apply(input)));
        }
        sink.accept(result(ahead.remove()));
        waiting -= sizes.remove();
      }
    } finally {
      pool.shutdownNow();
    }
  }

  private static <O> O result(Future<O> future) {
    try {
      return future.get();
    } catch (ExecutionException failed) {
      if (failed.getCause() instanceof RuntimeException unchecked) {
        throw unchecked;
      }
      throw new IllegalStateException(failed.getCause());
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", stopped);
    }
  }
}
