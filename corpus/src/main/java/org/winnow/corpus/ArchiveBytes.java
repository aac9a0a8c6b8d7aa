// SPDX-License-Identifier: Apache-2.0
package org.winnow.corpus;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.channels.ReadableByteChannel;
import org.jspecify.annotations.Nullable;

/**
 * The bytes of an archive, of which some can be read again: all of a file, the last 4 MiB of a
 * stream. Not for use by several threads.
 */
final class ArchiveBytes implements ReadableByteChannel {
  /**
   * Far more than jwarc reads ahead (8 KiB) or a damaged gzip member runs on (some hundred KiB).
   */
  private static final int REMEMBERED = 4 << 20;

  private final ReadableByteChannel source;
  private final @Nullable FileChannel file;
  private final byte[] recent;
  private long end;
  private long position;

  private ArchiveBytes(ReadableByteChannel source, @Nullable FileChannel file) {
    this.source = source;
    this.file = file;
    this.recent = new byte[file == null ? REMEMBERED : 0];
  }

  static ArchiveBytes of(FileChannel file) {
    return new ArchiveBytes(file, file);
  }

  static ArchiveBytes of(InputStream in) {
    return new ArchiveBytes(Channels.newChannel(in), null);
  }

  /** The offset of the next byte. */
  long position() throws IOException {
    return file == null ? position : file.position();
  }

  /**
   * Goes to that offset; where it lies too far back, as near as can be.
   *
   * @throws EOFException if a stream ends before it
   */
  void goTo(long offset) throws IOException {
    if (file != null) {
      file.position(offset);
      return;
    }
    ByteBuffer skipped = ByteBuffer.allocate(1 << 16);
    while (offset > end) {
      position = end;
      skipped.clear().limit((int) Math.min(skipped.capacity(), offset - end));
      if (read(skipped) < 0) {
        throw new EOFException();
      }
    }
    position = Math.max(offset, Math.max(0, end - REMEMBERED));
  }

  @Override
  public int read(ByteBuffer to) throws IOException {
    if (file != null) {
      return file.read(to);
    }
    return position < end ? again(to) : further(to);
  }

  private int again(ByteBuffer to) {
    int from = (int) (position % REMEMBERED);
    int length = (int) Math.min(Math.min(to.remaining(), end - position), REMEMBERED - from);
    to.put(recent, from, length);
    position += length;
    return length;
  }

  private int further(ByteBuffer to) throws IOException {
    int start = to.position();
    int limit = to.limit();
    int from = (int) (end % REMEMBERED);
    to.limit(Math.min(limit, start + REMEMBERED - from));
    int length = source.read(to);
    to.limit(limit);
    if (length > 0) {
      to.duplicate().position(start).get(recent, from, length);
      end += length;
      position = end;
    }
    return length;
  }

  @Override
  public boolean isOpen() {
    return source.isOpen();
  }

  @Override
  public void close() throws IOException {
    source.close();
  }
}
