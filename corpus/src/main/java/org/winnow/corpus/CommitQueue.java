// SPDX-License-Identifier: Apache-2.0
package org.winnow.corpus;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/**
 * Commits what several threads write: what waits at the same time goes into one transaction. A
 * batch is never waited for: while one is written, the next one gathers. Pages are appended to the
 * archive before the catalog is committed, text files are written after, on a thread of their own
 * and in the order of the commits. So a process that is killed leaves nothing in the catalog that
 * is not in the archive, and text files that it took can be made again from there. A power cut can
 * take pages of the last two seconds or so from the archive that the catalog has: whoever begins to
 * crawl looks whether they are there.
 *
 * <p>While the disk is full or the database is lost, everything waits and is tried again until it
 * works. Safe for use by several threads; its own threads live while there is something to do.
 */
public final class CommitQueue implements AutoCloseable {
  /** Keeps other threads from waiting long for a batch that they are not in. */
  private static final int MOST_AT_A_TIME = 64;

  /** So much may be submitted and not yet committed: enough to keep the queue busy. */
  private static final int MOST_SUBMITTED = 32;

  /** The connection and its prepared statements are kept for so long. */
  private static final Duration LINGER = Duration.ofMillis(500);

  /** A flush takes as long as the rest of a batch. */
  private static final Duration BETWEEN_FLUSHES = Duration.ofSeconds(1);

  private static final Duration BEFORE_TRYING_AGAIN = Duration.ofSeconds(2);

  private final Jdbi catalog;
  private final @Nullable PageArchive archive;
  private final DiskPatience disk;
  private final CommittedFiles files;
  private final BlockingQueue<Pending<?>> waiting = new LinkedBlockingQueue<>();
  private final Semaphore room = new Semaphore(MOST_SUBMITTED);
  private long flushed = System.nanoTime();
  private final AtomicBoolean isRunning = new AtomicBoolean();
  private final ThreadPoolExecutor thread = LazyThread.named("commit");

  /** Something to write. May be called again: if the disk was full, or if other work failed. */
  @FunctionalInterface
  public interface Work<T> {
    T write(Commit commit) throws IOException;
  }

  /** Is told when nothing can be written, and when it can again. Called on the queue's threads. */
  public interface Watcher {
    void paused(String why);

    void resumed();

    /** A file of something that is committed cannot be written, for a reason that stays. */
    default void lost(String why) {}
  }

  /** A queue that writes to that catalog and, if there is one, that archive. */
  public CommitQueue(Jdbi catalog, @Nullable PageArchive archive, Watcher watcher) {
    this(catalog, archive, watcher, BEFORE_TRYING_AGAIN);
  }

  CommitQueue(
      Jdbi catalog, @Nullable PageArchive archive, Watcher watcher, Duration beforeTryingAgain) {
    this.catalog = catalog;
    this.archive = archive;
    this.disk = new DiskPatience(watcher, beforeTryingAgain);
    this.files = new CommittedFiles(disk, watcher);
  }

  /** A queue for the catalog alone, of which nobody is told anything. */
  public CommitQueue(Jdbi catalog) {
    this(
        catalog,
        null,
        new Watcher() {
          @Override
          public void paused(String why) {}

          @Override
          public void resumed() {}
        });
  }

  /** Where to read. */
  public Jdbi catalog() {
    return catalog;
  }

  /**
   * Returns when the work is committed.
   *
   * @throws RuntimeException what the work threw; then nothing of it was written, and other work is
   *     not touched
   * @throws AbandonedException if the disk is full and somebody called {@link #abandon}
   */
  public <T> T commit(Work<T> work) {
    try {
      return add(new Pending<>(work, false)).join();
    } catch (CompletionException e) {
      if (e.getCause() instanceof RuntimeException cause) {
        throw cause;
      }
      if (e.getCause() instanceof Error cause) {
        throw cause;
      }
      throw e;
    }
  }

  /**
   * Takes the work and returns; waits only while {@value #MOST_SUBMITTED} others are not committed.
   * The result, or what {@link #commit} would throw, comes on the queue's thread: what is done
   * there must not wait for anything. It may submit more, which then does not wait.
   */
  public <T> CompletableFuture<T> submit(Work<T> work) {
    if (LazyThread.isCurrent(thread)) {
      return add(new Pending<>(work, false));
    }
    room.acquireUninterruptibly();
    return add(new Pending<>(work, true));
  }

  /** Returns when everything that was submitted before is committed and written to its files. */
  public void settle() {
    commit(commit -> true);
    files.settle();
  }

  /** Nothing is waited for any more: work that cannot be written now fails. */
  public void abandon() {
    disk.abandon();
  }

  /** Returns when everything that was committed is written to its files too. */
  @Override
  public void close() {
    thread.shutdown();
    try {
      if (!thread.awaitTermination(1, TimeUnit.MINUTES)) {
        abandon();
      }
    } catch (InterruptedException e) {
      abandon();
      Thread.currentThread().interrupt();
    }
    files.close();
  }

  /** The work was given up because nothing can be written and the run is to end. */
  public static final class AbandonedException extends RuntimeException {
    private static final long serialVersionUID = 1;

    AbandonedException(Throwable cause) {
      super("given up: " + cause.getMessage(), cause);
    }
  }

  private final class Pending<T> {
    private final Work<T> work;
    private final boolean takesRoom;
    private final CompletableFuture<T> result = new CompletableFuture<>();
    private @Nullable T written;

    Pending(Work<T> work, boolean takesRoom) {
      this.work = work;
      this.takesRoom = takesRoom;
    }

    List<Commit.FileTask> write(Handle handle) throws IOException {
      Commit commit = new Commit(handle);
      written = work.write(commit);
      return commit.files();
    }

    void tell() {
      leave();
      result.complete(written);
    }

    void fail(Throwable failure) {
      leave();
      result.completeExceptionally(
          failure instanceof IOException io ? new UncheckedIOException(io) : failure);
    }

    private void leave() {
      if (takesRoom && !result.isDone()) {
        room.release();
      }
    }
  }

  private <T> CompletableFuture<T> add(Pending<T> pending) {
    waiting.add(pending);
    if (isRunning.compareAndSet(false, true)) {
      thread.execute(this::run);
    }
    return pending.result;
  }

  private void run() {
    do {
      try (Handle handle = catalog.open()) {
        handle.setStatementBuilder(new StatementCache());
        commitAll(handle);
      } catch (RuntimeException | Error lost) {
        failAll(lost);
      } finally {
        isRunning.set(false);
      }
    } while (!waiting.isEmpty() && isRunning.compareAndSet(false, true));
  }

  /** Commits what waits, and what comes soon after. */
  private void commitAll(Handle handle) {
    List<Pending<?>> batch = new ArrayList<>();
    for (Pending<?> first = next(); first != null; first = next()) {
      batch.add(first);
      waiting.drainTo(batch, MOST_AT_A_TIME - 1);
      commit(handle, batch);
      batch.clear();
    }
  }

  private void commit(Handle handle, List<Pending<?>> batch) {
    try {
      List<Commit.FileTask> toWrite = disk.persistently(() -> write(handle, batch));
      // First the files: whoever is told may ask at once whether they are there.
      files.write(toWrite);
      batch.forEach(Pending::tell);
    } catch (IOException | RuntimeException | Error e) {
      if (batch.size() == 1) {
        batch.get(0).fail(e);
      } else {
        // One of them is to blame, and nothing was written: each for itself.
        batch.stream().filter(p -> !p.result.isDone()).forEach(p -> commit(handle, List.of(p)));
      }
    }
  }

  private @Nullable Pending<?> next() {
    try {
      return waiting.poll(thread.isShutdown() ? 0 : LINGER.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return waiting.poll();
    }
  }

  private void failAll(Throwable lost) {
    List<Pending<?>> all = new ArrayList<>();
    waiting.drainTo(all);
    all.forEach(pending -> pending.fail(lost));
  }

  private List<Commit.FileTask> write(Handle handle, List<Pending<?>> batch) throws IOException {
    List<Commit.FileTask> toWrite = new ArrayList<>();
    long start = archive == null ? 0 : archive.begin();
    boolean isCommitted = false;
    try {
      handle.useTransaction(
          transaction -> {
            for (Pending<?> pending : batch) {
              toWrite.addAll(pending.write(transaction));
            }
            flushNowAndThen();
          });
      isCommitted = true;
      return toWrite;
    } finally {
      if (!isCommitted && archive != null) {
        archive.undo(start);
      }
    }
  }

  private void flushNowAndThen() throws IOException {
    long now = System.nanoTime();
    if (archive != null && now - flushed >= BETWEEN_FLUSHES.toNanos()) {
      archive.flush();
      flushed = now;
    }
  }
}
