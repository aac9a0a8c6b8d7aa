// SPDX-License-Identifier: Apache-2.0
package org.winnow.corpus;

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
  /** How many false starts of a record are tried in a row before the rest is given up. */
  private static final int MAX_FALSE_STARTS = 1000;

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
      try {
        Optional<WarcRecord> record = reader.next();
        if (record.isEmpty()) {
          reader = null;
          break;
        }
        Optional<FetchedPage> page = WarcRecords.page(record.get());
        if (page.isPresent()) {
          return page;
        }
        failures = 0;
      } catch (IOException | RuntimeException e) {
        if (failures == 0) {
          skipped++;
        }
        failures++;
        readBehind(failures > MAX_FALSE_STARTS ? channel.size() : reader.position());
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
    reader = new WarcReader(channel);
  }
}
