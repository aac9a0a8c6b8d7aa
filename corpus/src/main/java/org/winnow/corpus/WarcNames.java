// SPDX-License-Identifier: Apache-2.0
package org.winnow.corpus;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;

/**
 * Names of archive files: {@code winnow-20240126T120000Z-00000.warc.gz}. A younger file's name is
 * always the greater one, even where the clock was set back.
 */
final class WarcNames {
  private static final String PREFIX = "winnow-";
  private static final String SUFFIX = ".warc.gz";
  private static final DateTimeFormatter STAMP =
      DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);

  private final Path folder;
  private final Clock clock;

  WarcNames(Path folder, Clock clock) {
    this.folder = folder;
    this.clock = clock;
  }

  Instant now() {
    return clock.instant();
  }

  /** A file that does not exist yet. */
  Path next() throws IOException {
    String name = PREFIX + STAMP.format(now()) + "-00000" + SUFFIX;
    List<Path> existing = youngerThan(folder, "");
    if (!existing.isEmpty()) {
      String youngest = existing.get(existing.size() - 1).getFileName().toString();
      if (name.compareTo(youngest) <= 0) {
        name = successor(youngest);
      }
    }
    return folder.resolve(name);
  }

  /** The archive's files with greater names than that one, in order. */
  static List<Path> youngerThan(Path folder, String name) throws IOException {
    List<Path> files = new ArrayList<>();
    try (DirectoryStream<Path> entries =
        Files.newDirectoryStream(folder, WarcNames::isArchiveFile)) {
      for (Path entry : entries) {
        if (entry.getFileName().toString().compareTo(name) > 0) {
          files.add(entry);
        }
      }
    }
    Collections.sort(files);
    return files;
  }

  private static boolean isArchiveFile(Path entry) {
    return entry.getFileName().toString().matches("winnow-[0-9]{8}T[0-9]{6}Z-[0-9]{5}\\.warc\\.gz");
  }

  private static String successor(String name) {
    int serialAt = name.length() - SUFFIX.length() - 5;
    int serial = Integer.parseInt(name.substring(serialAt, serialAt + 5)) + 1;
    return name.substring(0, serialAt) + "%05d".formatted(serial) + SUFFIX;
  }
}
