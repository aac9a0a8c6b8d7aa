// SPDX-License-Identifier: Apache-2.0
package org.winnow.app;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileVisitOption;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.winnow.extractors.ScrapedText;
import org.winnow.pipeline.Failures;
import org.winnow.pipeline.UserError;

/** The text files among files and folders, each with the place of its output. */
final class TextFiles {

  /** The longest text taken, in bytes: the whole of it is held in memory. */
  private static final int MAX_BYTES = 64 * 1024 * 1024;

  /**
   * A text file.
   *
   * @param file where it is
   * @param relative its path within the folder that was named; its name if it was named itself
   */
  record Input(Path file, Path relative) {

    /**
     * Its text.
     *
     * @throws IOException if it cannot be read, is empty, too long or no text
     */
    ScrapedText read() throws IOException {
      try (InputStream in = Files.newInputStream(file)) {
        byte[] bytes = in.readNBytes(MAX_BYTES + 1);
        if (bytes.length == 0) {
          throw new IOException("the file is empty");
        }
        if (bytes.length > MAX_BYTES) {
          throw new IOException("longer than " + (MAX_BYTES >> 20) + " MiB; split it");
        }
        return ScrapedText.of(bytes);
      }
    }
  }

  private final Map<Path, Input> byOutput = new TreeMap<>();
  private final Failures failures;
  private final @Nullable Path out;
  private int others;

  /**
   * Folders that cannot be read are noted in {@code failures}; what is under {@code out} is not
   * read.
   */
  TextFiles(Failures failures, @Nullable Path out) {
    this.failures = failures;
    this.out = out == null ? null : out.toAbsolutePath().normalize();
  }

  /** The files, ordered by the path of their output. */
  Collection<Input> inputs() {
    return byOutput.values();
  }

  /** How many files of the folders were left alone because their names do not end in .txt. */
  int others() {
    return others;
  }

  /** Adds a file, whatever its name, or every {@code .txt} file of a folder. */
  void add(Path start) throws IOException {
    if (!Files.exists(start)) {
      throw new UserError(start + ": no such file or folder");
    }
    if (!Files.isDirectory(start)) {
      add(new Input(start, start.toAbsolutePath().normalize().getFileName()));
      return;
    }
    List<Path> found = new ArrayList<>();
    Files.walkFileTree(
        start, EnumSet.of(FileVisitOption.FOLLOW_LINKS), Integer.MAX_VALUE, visitor(start, found));
    found.stream().sorted().forEach(file -> add(new Input(file, start.relativize(file))));
  }

  private void add(Input input) {
    Input taken = byOutput.putIfAbsent(input.relative(), input);
    if (taken != null) {
      failures.add(
          input.file().toString(), "its output would have the name of that of " + taken.file());
    }
  }

  private SimpleFileVisitor<Path> visitor(Path start, List<Path> found) {
    return new SimpleFileVisitor<>() {
      @Override
      public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
        return !folder.equals(start) && folder.toAbsolutePath().normalize().equals(out)
            ? FileVisitResult.SKIP_SUBTREE
            : FileVisitResult.CONTINUE;
      }

      @Override
      public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
        if (file.getFileName().toString().toLowerCase(Locale.ROOT).endsWith(".txt")) {
          found.add(file);
        } else {
          others++;
        }
        return FileVisitResult.CONTINUE;
      }

      @Override
      public FileVisitResult visitFileFailed(Path file, IOException failure) {
        failures.add(file.toString(), Failures.reason(failure));
        return FileVisitResult.CONTINUE;
      }
    };
  }
}
