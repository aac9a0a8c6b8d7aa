// SPDX-License-Identifier: Apache-2.0
package org.winnow.app;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * On Ctrl-C, asks work to stop and keeps the process alive until it has, for at most ten seconds.
 */
final class StopOnExit implements AutoCloseable {
  private static final long SECONDS = 10;

  private final CountDownLatch done = new CountDownLatch(1);
  private final Thread hook;

  StopOnExit(Runnable stop) {
    hook =
        new Thread(
            () -> {
              stop.run();
              try {
                if (!done.await(SECONDS, TimeUnit.SECONDS)) {
                  return;
                }
              } catch (InterruptedException impatient) {
                Thread.currentThread().interrupt();
              }
            },
            "stop");
    Runtime.getRuntime().addShutdownHook(hook);
  }

  @Override
  public void close() {
    done.countDown();
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException alreadyStopping) {
      // Quirk: there is no other way to ask whether the process is already ending.
      return;
    }
  }
}
