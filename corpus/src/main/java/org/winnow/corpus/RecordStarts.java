// SPDX-License-Identifier: Apache-2.0
package org.winnow.corpus;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;

/** Finds where a WARC file goes on after a damaged record. */
final class RecordStarts {
  private static final byte[] GZIP = {0x1f, (byte) 0x8b, 8};
  private static final byte[] PLAIN = {'W', 'A', 'R', 'C', '/', '1', '.'};

  private RecordStarts() {}

  /** The offset of what looks like the next record or gzip member, or -1. */
  static long next(FileChannel channel, long from) throws IOException {
    ByteBuffer bytes = ByteBuffer.allocate(1 << 16);
    long at = from;
    while (channel.read(bytes.clear(), at) > PLAIN.length) {
      int last = bytes.position() - PLAIN.length;
      for (int i = 0; i <= last; i++) {
        if (startsWith(bytes, i, GZIP) || startsWith(bytes, i, PLAIN)) {
          return at + i;
        }
      }
      at += last + 1;
    }
    return -1;
  }

  private static boolean startsWith(ByteBuffer bytes, int offset, byte[] magic) {
    for (int i = 0; i < magic.length; i++) {
      if (bytes.get(offset + i) != magic[i]) {
        return false;
      }
    }
    return true;
  }
}
