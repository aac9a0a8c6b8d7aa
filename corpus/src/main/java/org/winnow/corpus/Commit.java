// SPDX-License-Identifier: Apache-2.0
package org.winnow.corpus;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jdbi.v3.core.Handle;

/** One piece of work within a transaction of a {@link CommitQueue}. For one thread. */
public final class Commit {
  private final Handle handle;
  private final List<FileTask> files = new ArrayList<>();

  /** A commit on that handle; for those who have a transaction of their own. */
  public Commit(Handle handle) {
    this.handle = handle;
  }

  /** Writes, moves or deletes a file. May be called again if the disk was full. */
  @FunctionalInterface
  public interface FileTask {
    void write() throws IOException;
  }

  /** The transaction. */
  public Handle handle() {
    return handle;
  }

  /** Does that once the transaction is committed, in this order, and not at all if it fails. */
  public void afterwards(FileTask task) {
    files.add(task);
  }

  /** Does what is to be done afterwards; for those who have a transaction of their own. */
  public void writeFiles() throws IOException {
    for (FileTask file : files) {
      file.write();
    }
  }

  /** What is to be done once the transaction is committed. */
  List<FileTask> files() {
    return files;
  }
}
