// SPDX-License-Identifier: Apache-2.0
package org.winnow.corpus;

import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.winnow.corpus.CommitQueue.AbandonedException;
import org.winnow.corpus.CommitQueue.Watcher;

/** Tries until the disk has room and the database is there. Safe for use by several threads. */
final class DiskPatience {
  private final Watcher watcher;
  private final Duration beforeTryingAgain;
  private final CountDownLatch abandoned = new CountDownLatch(1);
  private int paused;

  DiskPatience(Watcher watcher, Duration beforeTryingAgain) {
    this.watcher = watcher;
    this.beforeTryingAgain = beforeTryingAgain;
  }

  /** Something to do that may fail for want of room. */
  @FunctionalInterface
  interface Attempt<T> {
    T run() throws IOException;
  }

  /**
   * Tries until it works or fails for another reason than the disk.
   *
   * @throws AbandonedException once nothing is waited for any more
   */
  <T> T persistently(Attempt<T> attempt) throws IOException {
    boolean isPaused = false;
    while (true) {
      try {
        T result = attempt.run();
        if (isPaused) {
          resume();
        }
        return result;
      } catch (IOException | RuntimeException e) {
        Optional<String> trouble = StorageTrouble.of(e);
        if (trouble.isEmpty()) {
          throw e;
        }
        if (!isPaused) {
          pause(trouble.get());
          isPaused = true;
        }
        if (isAbandonedWithin(beforeTryingAgain)) {
          throw new AbandonedException(e);
        }
      }
    }
  }

  /** Nothing is waited for any more. */
  void abandon() {
    abandoned.countDown();
  }

  private synchronized void pause(String why) {
    if (paused++ == 0) {
      watcher.paused(why);
    }
  }

  private synchronized void resume() {
    if (--paused == 0) {
      watcher.resumed();
    }
  }

  private boolean isAbandonedWithin(Duration time) {
    try {
      return abandoned.await(time.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return true;
    }
  }
}
