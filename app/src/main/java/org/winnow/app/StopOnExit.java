// SPDX-License-Identifier: Apache-2.0
package org.winnow.app;

import java.io.IOException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Ends long work in an orderly way on Ctrl-C. */
final class StopOnExit {
  private static final long SECONDS = 10;

  private StopOnExit() {}

  /** Work that may fail on files. */
  @FunctionalInterface
  interface Work<T> {
    T run() throws IOException;
  }

  /**
   * Does the work. If the process is asked to end meanwhile, {@code stop} is called, and the
   * process stays until the work is done, for at most ten seconds.
   */
  static <T> T during(Work<T> work, Runnable stop) throws IOException {
    CountDownLatch done = new CountDownLatch(1);
    Thread hook = new Thread(() -> stopAndWait(stop, done), "stop");
    Runtime.getRuntime().addShutdownHook(hook);
    try {
      return work.run();
    } finally {
      done.countDown();
      removeHook(hook);
    }
  }

  private static void stopAndWait(Runnable stop, CountDownLatch done) {
    stop.run();
    try {
      if (!done.await(SECONDS, TimeUnit.SECONDS)) {
        return;
      }
    } catch (InterruptedException impatient) {
      Thread.currentThread().interrupt();
    }
  }

  private static void removeHook(Thread hook) {
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException alreadyEnding) {
      // Quirk: there is no other way to ask whether the process is ending.
      return;
    }
  }
}
