// SPDX-License-Identifier: Apache-2.0
package org.winnow.corpus;

import java.io.EOFException;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.netpreserve.jwarc.WarcReader;
import org.netpreserve.jwarc.WarcRecord;

/**
 * The pages of any WARC file, plain or compressed, one after the other: its HTTP responses, with
 * transfer and content encodings decoded. Damaged and over-long records are left out and counted.
 * Holds one page at a time. Not for use by several threads.
 */
public final class WarcPages implements AutoCloseable {
  /**
   * How many false starts of a record are tried in a row before the rest is given up. By chance one
   * stands in 16 MiB; each may be made to cost a walk through the whole file.
   */
  private static final int MAX_FALSE_STARTS = 16;

  private final FileChannel channel;
  private @Nullable WarcReader reader;
  private int skipped;

  private WarcPages(FileChannel channel) {
    this.channel = channel;
  }

  /**
   * Opens that file.
   *
   * @throws IOException if it cannot be read
   */
  public static WarcPages open(Path file) throws IOException {
    WarcPages pages = new WarcPages(FileChannel.open(file, StandardOpenOption.READ));
    try {
      pages.readFrom(0);
      return pages;
    } catch (IOException | RuntimeException e) {
      pages.close();
      throw e;
    }
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
        skipped += failures == 0 ? 1 : 0;
        failures++;
        readBehind(failures > MAX_FALSE_STARTS ? channel.size() : reader.position());
        continue;
      }
      failures = 0;
      if (record.isEmpty()) {
        reader = null;
        break;
      }
      try {
        Optional<FetchedPage> page = WarcRecords.page(record.get());
        if (page.isPresent()) {
          return page;
        }
      } catch (IOException | RuntimeException e) {
        skipped++;
        failures = 1;
      }
    }
    return Optional.empty();
  }

  /** How many damaged or over-long records were left out so far. */
  public int skipped() {
    return skipped;
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }

  private void readBehind(long damaged) throws IOException {
    long start = RecordStarts.next(channel, damaged + 1);
    if (start < 0) {
      reader = null;
    } else {
      readFrom(start);
    }
  }

  private void readFrom(long start) throws IOException {
    channel.position(start);
    try {
      reader = new WarcReader(channel);
    } catch (EOFException e) {
      skipped++;
      reader = null;
    }
  }
}
