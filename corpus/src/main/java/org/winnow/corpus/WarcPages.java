// SPDX-License-Identifier: Apache-2.0
package org.winnow.corpus;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.netpreserve.jwarc.WarcReader;
import org.netpreserve.jwarc.WarcRecord;

/**
 * The pages of any WARC or ARC file, plain or compressed, one after the other: its HTTP answers
 * with HTML, transfer and content encodings decoded. Other answers are left alone and counted,
 * damaged and over-long records are left out and named. Holds one page at a time. Not for use by
 * several threads; only {@link #position} may be asked by others.
 */
public final class WarcPages implements AutoCloseable {
  /**
   * How many false starts of a record are tried in a row before the rest is given up. By chance one
   * stands in 16 MiB; each may be made to cost a walk through the whole file.
   */
  private static final int MAX_FALSE_STARTS = 16;

  private static final int MAX_NAMED = 100;

  private final String name;
  private final ArchiveBytes bytes;
  private final List<Damage> damages = new ArrayList<>();
  private final Map<String, Integer> leftAlone = new TreeMap<>();
  private @Nullable WarcReader reader;
  private long readerStart;
  private volatile long position;
  private int skipped;

  /**
   * A record that was left out.
   *
   * @param offset where it begins, in bytes
   * @param reason what is wrong with it
   */
  public record Damage(long offset, String reason) {}

  private WarcPages(String name, ArchiveBytes bytes) {
    this.name = name;
    this.bytes = bytes;
  }

  /**
   * Opens that file.
   *
   * @throws IOException if it cannot be read
   */
  public static WarcPages open(Path file) throws IOException {
    FileChannel channel = FileChannel.open(file, StandardOpenOption.READ);
    return started(new WarcPages(file.toString(), ArchiveBytes.of(channel)));
  }

  /**
   * Reads a stream, in bounded memory.
   *
   * @param name what messages call it
   * @param in closed by {@link #close}
   * @throws IOException if it cannot be read
   */
  public static WarcPages read(String name, InputStream in) throws IOException {
    return started(new WarcPages(name, ArchiveBytes.of(in)));
  }

  private static WarcPages started(WarcPages pages) throws IOException {
    try {
      pages.readFrom(0);
      return pages;
    } catch (IOException | RuntimeException e) {
      pages.close();
      throw e;
    }
  }

  /** What messages call the file. */
  public String name() {
    return name;
  }

  /**
   * The next page, or empty at the end.
   *
   * @throws IOException if the disk fails
   */
  public Optional<FetchedPage> next() throws IOException {
    int failures = 0;
    while (reader != null) {
      Optional<WarcRecord> record;
      try {
        record = reader.next();
      } catch (IOException | RuntimeException e) {
        // A page that cannot be read is often a record that cannot be skipped either.
        long damaged = readerStart + reader.position();
        if (failures == 0) {
          leaveOut(damaged, e);
        }
        failures++;
        readBehind(failures, damaged);
        continue;
      }
      position = readerStart + reader.position();
      failures = 0;
      if (record.isEmpty()) {
        position = bytes.position();
        reader = null;
        break;
      }
      try {
        Optional<FetchedPage> page = page(record.get());
        if (page.isPresent()) {
          return page;
        }
      } catch (IOException | RuntimeException e) {
        leaveOut(position, e);
        failures = 1;
      }
    }
    return Optional.empty();
  }

  private Optional<FetchedPage> page(WarcRecord record) throws IOException {
    Optional<String> reason = WarcRecords.reasonToLeaveAlone(record);
    if (reason.isPresent()) {
      leaveAlone(reason.get());
      return Optional.empty();
    }
    Optional<RecordedPage> recorded = RecordedPage.of(record);
    if (recorded.isEmpty()) {
      return Optional.empty();
    }
    Optional<String> noPage = recorded.get().reasonToLeaveAlone();
    if (noPage.isPresent()) {
      leaveAlone(noPage.get());
      return Optional.empty();
    }
    return Optional.of(recorded.get().page());
  }

  /** How many damaged or over-long records were left out so far. */
  public int skipped() {
    return skipped;
  }

  /** The first hundred of them. */
  public List<Damage> damages() {
    return List.copyOf(damages);
  }

  /** Why answers were left alone that are no pages: {@code not html}, {@code http 404}. */
  public Map<String, Integer> leftAlone() {
    return new TreeMap<>(leftAlone);
  }

  /** How many bytes were read so far, roughly. Safe to ask from any thread. */
  public long position() {
    return position;
  }

  @Override
  public void close() throws IOException {
    bytes.close();
  }

  private void leaveAlone(String reason) {
    leftAlone.merge(reason, 1, Integer::sum);
  }

  private void leaveOut(long offset, Exception reason) {
    skipped++;
    if (damages.size() < MAX_NAMED) {
      String message = reason.getMessage();
      damages.add(
          new Damage(offset, message == null ? reason.getClass().getSimpleName() : message));
    }
  }

  private void readBehind(int failures, long damaged) throws IOException {
    long start = failures > MAX_FALSE_STARTS ? -1 : RecordStarts.next(bytes, damaged + 1);
    if (start < 0) {
      reader = null;
    } else {
      readFrom(start);
    }
  }

  private void readFrom(long start) throws IOException {
    bytes.goTo(start);
    readerStart = start;
    try {
      reader = new WarcReader(bytes);
    } catch (EOFException e) {
      leaveOut(start, e);
      reader = null;
    }
  }
}
