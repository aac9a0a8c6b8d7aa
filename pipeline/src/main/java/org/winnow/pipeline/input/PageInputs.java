// SPDX-License-Identifier: Apache-2.0
package org.winnow.pipeline.input;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileSystemException;
import java.nio.file.FileVisitOption;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.winnow.corpus.Url;
import org.winnow.pipeline.Failures;
import org.winnow.pipeline.UserError;

/** The pages in files and folders, in a stable order, each with an id of its own. */
public final class PageInputs {
  private static final Set<String> PAGE_EXTENSIONS =
      Set.of("html", "htm", "xhtml", "xht", "shtml", "php", "asp", "aspx", "jsp");

  private final List<PageInput> pages = new ArrayList<>();
  private final Map<String, Path> ids = new HashMap<>();
  private final Failures failures;
  private final List<Path> archives = new ArrayList<>();
  private final List<ArchiveInput> streams = new ArrayList<>();
  private int others;

  /** Folders that cannot be read are noted in {@code failures}. */
  public PageInputs(Failures failures) {
    this.failures = failures;
  }

  public List<PageInput> pages() {
    return pages;
  }

  /** The archives among them. */
  public List<ArchiveInput> archives() throws IOException {
    List<ArchiveInput> inputs = new ArrayList<>(streams);
    for (Path archive : archives) {
      inputs.add(ArchiveInput.of(archive));
    }
    return inputs;
  }

  /** How many files of the folders were left alone because they are not pages by their name. */
  public int others() {
    return others;
  }

  /** Adds what comes on that stream: a page or an archive. */
  public void add(InputStream in, @Nullable Url url) throws IOException {
    BufferedInputStream stream = new BufferedInputStream(in);
    if (ArchiveInput.isArchive(stream)) {
      streams.add(ArchiveInput.ofStdin(stream));
    } else {
      pages.add(
          new PageInput(
              "stdin", "stdin", () -> PageFile.read(stream, "stdin", Instant.now(), url, null)));
    }
  }

  /** Adds a file, whatever its name, or every page of a folder. */
  public void add(Path start, @Nullable Url url) throws IOException {
    if (!Files.exists(start)) {
      throw new UserError(start + ": no such file or folder");
    }
    if (!Files.isDirectory(start) && isArchive(start)) {
      archives.add(start);
      return;
    }
    if (!Files.isDirectory(start)) {
      addFile(start, start.toAbsolutePath().getParent(), url);
      return;
    }
    if (url != null) {
      throw new UserError("--url is for a single file, and " + start + " is a folder");
    }
    Map<String, Path> found = new TreeMap<>();
    Files.walkFileTree(
        start, EnumSet.of(FileVisitOption.FOLLOW_LINKS), Integer.MAX_VALUE, visitor(start, found));
    archives.sort(null);
    for (Path file : found.values()) {
      addFile(file, start, null);
    }
  }

  private void addFile(Path file, @Nullable Path base, @Nullable Url url) {
    String relative =
        base == null
            ? file.toString()
            : base.toAbsolutePath().relativize(file.toAbsolutePath()).toString();
    Path name = file.getFileName();
    String path = relative.replace('\\', '/');
    String folder = path.substring(0, path.lastIndexOf('/') + 1);
    String id = folder + PageFile.stem(String.valueOf(name));
    if (ids.containsKey(id)) {
      id = folder + name;
    }
    Path taken = ids.putIfAbsent(id, file);
    if (taken != null) {
      failures.add(file.toString(), "its output would have the name of that of " + taken);
      return;
    }
    pages.add(new PageInput(id, file.toString(), () -> PageFile.read(file, url, null)));
  }

  private SimpleFileVisitor<Path> visitor(Path start, Map<String, Path> found) {
    return new SimpleFileVisitor<>() {
      @Override
      public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
        if (ArchiveInput.isNamed(file)) {
          archives.add(file);
        } else if (isPage(file.getFileName().toString())) {
          found.put(start.relativize(file).toString(), file);
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

  /** By its name; a file that has no page's name either is looked into. */
  private static boolean isArchive(Path file) throws IOException {
    if (ArchiveInput.isNamed(file) || !Files.isRegularFile(file)) {
      return true;
    }
    if (isPage(file.getFileName().toString())) {
      return false;
    }
    try (BufferedInputStream in = new BufferedInputStream(Files.newInputStream(file))) {
      return ArchiveInput.isArchive(in);
    } catch (FileSystemException unreadable) {
      return false;
    }
  }

  private static boolean isPage(String fileName) {
    String plain = PageFile.withoutGz(fileName).toLowerCase(Locale.ROOT);
    int dot = plain.lastIndexOf('.');
    return PAGE_EXTENSIONS.contains(plain.substring(dot + 1));
  }
}
