// SPDX-License-Identifier: Apache-2.0
package org.winnow.corpus;

import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** An executor with one thread, which lives while there is something to do. */
final class LazyThread {
  private LazyThread() {}

  static ThreadPoolExecutor named(String name) {
    ThreadPoolExecutor executor =
        new ThreadPoolExecutor(
            1, 1, 1, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), new Factory(name));
    executor.allowCoreThreadTimeOut(true);
    return executor;
  }

  /** Whether the current thread is that executor's. */
  static boolean isCurrent(ThreadPoolExecutor executor) {
    return executor.getThreadFactory() instanceof Factory factory
        && factory.made == Thread.currentThread();
  }

  private static final class Factory implements ThreadFactory {
    private final String name;
    private volatile @Nullable Thread made;

    Factory(String name) {
      this.name = name;
    }

    @Override
    public Thread newThread(Runnable task) {
      Thread thread = new Thread(task, name);
      thread.setDaemon(true);
      made = thread;
      return thread;
    }
  }
}
