// SPDX-License-Identifier: Apache-2.0
package org.winnow.corpus;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.winnow.corpus.CommitQueue.AbandonedException;
import org.winnow.corpus.CommitQueue.Watcher;

/**
 * Writes the files of what is committed, in the order of the commits: to make a file takes as long
 * as the rest of a page's commit. Safe for use by several threads.
 */
final class CommittedFiles implements AutoCloseable {
  /** So many may wait: a second's work. Whoever has more waits with it. */
  private static final int MOST = 512;

  private final DiskPatience disk;
  private final Watcher watcher;
  private final Semaphore room = new Semaphore(MOST);
  private final ThreadPoolExecutor thread = LazyThread.named("files");

  CommittedFiles(DiskPatience disk, Watcher watcher) {
    this.disk = disk;
    this.watcher = watcher;
  }

  /** Takes these tasks; waits only while too many others are not done. */
  void write(List<Commit.FileTask> tasks) {
    for (Commit.FileTask task : tasks) {
      room.acquireUninterruptibly();
      thread.execute(() -> write(task));
    }
  }

  /** Returns when everything that was taken is done. */
  void settle() {
    room.acquireUninterruptibly(MOST);
    room.release(MOST);
  }

  @Override
  public void close() {
    thread.shutdown();
    try {
      if (!thread.awaitTermination(1, TimeUnit.MINUTES)) {
        disk.abandon();
      }
    } catch (InterruptedException e) {
      disk.abandon();
      Thread.currentThread().interrupt();
    }
  }

  private void write(Commit.FileTask task) {
    try {
      boolean unused =
          disk.persistently(
              () -> {
                task.write();
                return true;
              });
    } catch (AbandonedException full) {
      // The next run makes what is missing from the archive.
    } catch (IOException | RuntimeException | Error e) {
      watcher.lost(String.valueOf(e));
    } finally {
      room.release();
    }
  }
}
