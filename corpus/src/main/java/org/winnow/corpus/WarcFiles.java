// SPDX-License-Identifier: Apache-2.0
package org.winnow.corpus;

import java.io.BufferedInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipInputStream;
import org.jspecify.annotations.Nullable;

/**
 * The WARC files that one name stands for: a WARC or ARC file itself, or those inside a WACZ, which
 * is a zip. From a file or from a stream. Not for use by several threads.
 */
public final class WarcFiles implements AutoCloseable {
  private static final int ZIP_MAGIC = 0x504b;

  private final String name;
  private final long bytes;
  private final AutoCloseable source;
  private final Next next;

  private WarcFiles(String name, long bytes, AutoCloseable source, Next next) {
    this.name = name;
    this.bytes = bytes;
    this.source = source;
    this.next = next;
  }

  @FunctionalInterface
  private interface Next {
    @Nullable WarcPages open() throws IOException;
  }

  /**
   * Opens that file.
   *
   * @throws IOException if it cannot be read
   */
  public static WarcFiles open(Path file) throws IOException {
    if (!Files.isRegularFile(file)) {
      return of(file.toString(), Files.newInputStream(file));
    }
    boolean isZip;
    try (InputStream in = Files.newInputStream(file)) {
      isZip = isZip(in.readNBytes(2));
    }
    if (isZip) {
      return ofZip(file.toString(), new ZipFile(file.toFile()));
    }
    return new WarcFiles(
        file.toString(), Files.size(file), () -> {}, once(() -> WarcPages.open(file)));
  }

  /**
   * Reads a stream, in bounded memory.
   *
   * @param name what messages call it
   * @param in closed by {@link #close}
   * @throws IOException if it cannot be read
   */
  public static WarcFiles of(String name, InputStream in) throws IOException {
    BufferedInputStream peeked = new BufferedInputStream(in);
    peeked.mark(2);
    boolean isZip = isZip(peeked.readNBytes(2));
    peeked.reset();
    if (!isZip) {
      return new WarcFiles(name, -1, in, once(() -> WarcPages.read(name, peeked)));
    }
    ZipInputStream zip = new ZipInputStream(peeked);
    return new WarcFiles(name, -1, zip, () -> nextOf(name, zip));
  }

  private static WarcFiles ofZip(String name, ZipFile zip) {
    List<? extends ZipEntry> entries = zip.stream().filter(entry -> isWarc(entry)).toList();
    long bytes = entries.stream().mapToLong(entry -> Math.max(0, entry.getSize())).sum();
    Iterator<? extends ZipEntry> left = entries.iterator();
    return new WarcFiles(
        name, bytes, zip, () -> left.hasNext() ? of(name, zip, left.next()) : null);
  }

  private static WarcPages of(String name, ZipFile zip, ZipEntry entry) throws IOException {
    return WarcPages.read(name + "/" + entry.getName(), zip.getInputStream(entry));
  }

  private static @Nullable WarcPages nextOf(String name, ZipInputStream zip) throws IOException {
    for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
      if (isWarc(entry)) {
        return WarcPages.read(name + "/" + entry.getName(), new Unclosed(zip));
      }
    }
    return null;
  }

  private static Next once(Next only) {
    Iterator<Next> left = List.of(only).iterator();
    return () -> left.hasNext() ? left.next().open() : null;
  }

  /** What messages call it. */
  public String name() {
    return name;
  }

  /** How many bytes its WARC files have together; -1 where that is not known beforehand. */
  public long bytes() {
    return bytes;
  }

  /**
   * The next WARC file, or empty at the end. Close the one before first.
   *
   * @throws IOException if it cannot be read; the ones behind it still may
   */
  public Optional<WarcPages> next() throws IOException {
    return Optional.ofNullable(next.open());
  }

  @Override
  public void close() throws IOException {
    try {
      source.close();
    } catch (IOException | RuntimeException e) {
      throw e;
    } catch (Exception e) {
      throw new IOException(e);
    }
  }

  private static boolean isZip(byte[] start) {
    return start.length == 2 && ((start[0] << 8) | start[1]) == ZIP_MAGIC;
  }

  /** Whether the name is that of a WARC or ARC file. */
  static boolean isWarc(ZipEntry entry) {
    return !entry.isDirectory() && isWarcName(entry.getName());
  }

  /** Whether a file of that name holds WARC records: {@code .warc}, {@code .arc}, also gzipped. */
  public static boolean isWarcName(String name) {
    String small = name.toLowerCase(Locale.ROOT);
    String plain = small.endsWith(".gz") ? small.substring(0, small.length() - 3) : small;
    return plain.endsWith(".warc") || plain.endsWith(".arc");
  }

  /** An entry of a zip that is read from a stream: closing it must leave the stream open. */
  private static final class Unclosed extends FilterInputStream {
    Unclosed(InputStream in) {
      super(in);
    }

    @Override
    public void close() {}
  }
}
