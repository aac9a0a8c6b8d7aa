// SPDX-License-Identifier: Apache-2.0
package org.winnow.corpus;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/** The members of a gzip file that we wrote: RFC 1952 with no optional header fields. */
final class GzipMember {
  private static final int HEADER_BYTES = 10;
  private static final int TRAILER_BYTES = 8;

  private GzipMember() {}

  /** Where the member ends that starts there; its start, where it is torn. */
  static long end(FileChannel channel, long start) throws IOException {
    Inflater inflater = new Inflater(true);
    try {
      ByteBuffer in = ByteBuffer.allocate(1 << 16);
      byte[] out = new byte[1 << 16];
      long at = start + HEADER_BYTES;
      while (!inflater.finished()) {
        if (inflater.needsInput()) {
          in.clear();
          int read = channel.read(in, at);
          if (read <= 0) {
            return Math.min(start, channel.size());
          }
          at += read;
          inflater.setInput(in.array(), 0, read);
        }
        inflater.inflate(out);
      }
      long end = start + HEADER_BYTES + inflater.getBytesRead() + TRAILER_BYTES;
      return end <= channel.size() ? end : start;
    } catch (DataFormatException e) {
      return start;
    } finally {
      inflater.end();
    }
  }
}
