// SPDX-License-Identifier: Apache-2.0
package org.winnow.pipeline;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;

/** Files that are there as a whole or not at all. */
public final class AtomicFile {
  private AtomicFile() {}

  /** Writes the file and its folders; a file that has these bytes already is not touched. */
  public static void write(Path file, byte[] bytes) throws IOException {
    if (Files.isRegularFile(file)
        && Files.size(file) == bytes.length
        && Arrays.equals(Files.readAllBytes(file), bytes)) {
      return;
    }
    Path part = begin(file);
    try {
      Files.write(part, bytes);
      complete(part, file);
    } finally {
      Files.deleteIfExists(part);
    }
  }

  /** The file beside it to write into until {@link #complete}; its folders are made. */
  public static Path begin(Path file) throws IOException {
    Path folder = file.toAbsolutePath().getParent();
    if (folder != null) {
      Files.createDirectories(folder);
    }
    return file.resolveSibling("." + file.getFileName() + ".part");
  }

  public static void complete(Path part, Path file) throws IOException {
    Files.move(part, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }

  /**
   * Makes the folder and sees whether files can be made in it.
   *
   * @throws UserError if not
   */
  public static void checkFolder(Path folder) {
    try {
      Files.createDirectories(folder);
      Path probe = folder.resolve(".winnow.part");
      try (OutputStream out = Files.newOutputStream(probe)) {
        out.flush();
      }
      Files.delete(probe);
    } catch (IOException refused) {
      throw new UserError(
          folder + ": cannot be written (" + Failures.reason(refused) + "); choose another --out");
    }
  }
}
