// SPDX-License-Identifier: Apache-2.0
package org.winnow.corpus;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The text files, one per article: {@code {site}/{yyyy}/{MM}/{slug}-{hash8}.txt} in one folder,
 * UTF-8. A file is either not there or whole, also after a power cut unless it is {@link
 * #unflushed}: it is written beside its place under a name that ends in {@code .tmp} and does not
 * begin with a letter, flushed, and renamed. Nothing is ever written outside the folder, nor
 * through a symbolic link within it. Safe for use by several threads.
 */
public final class TextCorpus {
  private static final int STRIPES = 64;

  private final Path folder;
  private final boolean isFlushed;
  private final Set<Path> made = ConcurrentHashMap.newKeySet();
  private final Object[] stripes = new Object[STRIPES];

  /** The text corpus in that folder, which is made when the first file is written. */
  public TextCorpus(Path folder) {
    this(folder, true);
  }

  /**
   * The same, but it leaves it to the system when files reach the disk, which is many times as
   * fast: for files that can be made again from the archive.
   */
  public static TextCorpus unflushed(Path folder) {
    return new TextCorpus(folder, false);
  }

  private TextCorpus(Path folder, boolean isFlushed) {
    this.folder = folder;
    this.isFlushed = isFlushed;
    for (int i = 0; i < STRIPES; i++) {
      stripes[i] = new Object();
    }
  }

  /**
   * Writes an article's text, over the one that is there.
   *
   * @param fetched when its page was first fetched; it gives the month where the page gives none
   * @return the file, relative to the folder, with {@code /}; the same for the same canonical
   *     address and date
   * @throws IOException if it could not be written; then nothing changed
   */
  public String write(Article article, Instant fetched) throws IOException {
    String file = file(article, fetched);
    write(file, article.text());
    return file;
  }

  /** The file of an article, as {@link #write(Article, Instant)} names it. */
  public String file(Article article, Instant fetched) {
    String file = TextNames.file(article, fetched);
    return canBeNamed(file) ? file : TextNames.asciiFile(article, fetched);
  }

  /**
   * Writes a text to a file: one that an earlier {@link #write(Article, Instant)} has named, or a
   * rule.
   *
   * @throws IOException if it could not be written, or would lie outside the folder; then nothing
   *     changed
   */
  public void write(String file, String text) throws IOException {
    Path target = resolve(file);
    Path place = folderOf(target);
    String name = String.valueOf(target.getFileName());
    Path temporary = place.resolve("." + Sha256.hex(name).substring(0, 16) + ".tmp");
    synchronized (stripes[Math.floorMod(file.hashCode(), STRIPES)]) {
      try {
        writeFile(temporary, text);
        Files.move(
            temporary,
            place.resolve(name),
            StandardCopyOption.ATOMIC_MOVE,
            StandardCopyOption.REPLACE_EXISTING);
      } catch (IOException e) {
        Files.deleteIfExists(temporary);
        throw e;
      }
    }
    if (isFlushed) {
      Folders.flush(place);
    }
  }

  /**
   * The text in that file.
   *
   * @throws IOException if it cannot be read, or would lie outside the folder
   */
  public String read(String file) throws IOException {
    return Files.readString(resolve(file), StandardCharsets.UTF_8);
  }

  /** Whether that file is there. */
  public boolean has(String file) {
    try {
      return Files.isRegularFile(resolve(file), LinkOption.NOFOLLOW_LINKS);
    } catch (IOException outside) {
      return false;
    }
  }

  /**
   * Deletes a file, if it is there.
   *
   * @throws IOException if it cannot be deleted, or would lie outside the folder
   */
  public void delete(String file) throws IOException {
    Files.deleteIfExists(resolve(file));
  }

  /** The folder that all files lie in. */
  public Path folder() {
    return folder;
  }

  private Path resolve(String file) throws IOException {
    Path root = folder.toAbsolutePath().normalize();
    try {
      Path target = root.resolve(file).normalize();
      if (!target.equals(root) && target.startsWith(root)) {
        return target;
      }
    } catch (InvalidPathException e) {
      throw new IOException("no file name: " + file, e);
    }
    throw new FileSystemException(file, null, "lies outside the text corpus " + root);
  }

  /** Looks only once whether a folder is there, as long as it stays. */
  private Path folderOf(Path target) throws IOException {
    Path place = target.getParent();
    if (place != null
        && made.contains(place)
        && Files.isDirectory(place, LinkOption.NOFOLLOW_LINKS)) {
      return place;
    }
    Path found = makeFolders(target);
    made.add(found);
    return found;
  }

  private Path makeFolders(Path target) throws IOException {
    Path root = folder.toAbsolutePath().normalize();
    Files.createDirectories(root);
    Path place = root;
    Path relative = root.relativize(target);
    for (int i = 0; i < relative.getNameCount() - 1; i++) {
      place = makeFolder(place, relative.getName(i));
    }
    return place;
  }

  private Path makeFolder(Path parent, Path name) throws IOException {
    Path made = parent.resolve(name);
    try {
      Files.createDirectory(made);
      if (isFlushed) {
        Folders.flush(parent);
      }
    } catch (FileAlreadyExistsException e) {
      if (!Files.isDirectory(made, LinkOption.NOFOLLOW_LINKS)) {
        throw new FileSystemException(
            made.toString(), null, "a link or a file stands where a folder of texts belongs");
      }
    }
    return made;
  }

  private void writeFile(Path file, String text) throws IOException {
    ByteBuffer bytes = ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
    try (FileChannel channel =
        FileChannel.open(
            file,
            StandardOpenOption.CREATE,
            StandardOpenOption.TRUNCATE_EXISTING,
            StandardOpenOption.WRITE,
            LinkOption.NOFOLLOW_LINKS)) {
      while (bytes.hasRemaining()) {
        channel.write(bytes);
      }
      if (isFlushed) {
        channel.force(true);
      }
    }
  }

  /** Whether this system can have a file of that name. */
  public boolean canBeNamed(String file) {
    try {
      return folder.resolve(file).getNameCount() > 0;
    } catch (InvalidPathException e) {
      return false;
    }
  }
}
