// SPDX-License-Identifier: Apache-2.0
package org.winnow.corpus;

import java.io.File;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** What is done to folders so that files in them last. */
final class Folders {
  private Folders() {}

  /** Returns when the folder's entries are on the disk. */
  static void flush(Path folder) throws IOException {
    try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
      channel.force(true);
    } catch (AccessDeniedException e) {
      // Quirk: Windows does not open folders, and needs no flush of them.
      if (File.separatorChar == '/') {
        throw e;
      }
    }
  }
}
