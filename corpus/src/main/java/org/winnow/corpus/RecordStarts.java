// SPDX-License-Identifier: Apache-2.0
package org.winnow.corpus;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;

/** Finds where a WARC file goes on after a damaged record. */
final class RecordStarts {
  private static final byte[] GZIP = {0x1f, (byte) 0x8b, 8};
  private static final byte[] PLAIN = {'W', 'A', 'R', 'C', '/', '1', '.'};

  private RecordStarts() {}

  /** Goes to what looks like the next record or gzip member; its offset, or -1 if there is none. */
  static long next(ArchiveBytes bytes, long from) throws IOException {
    ByteBuffer window = ByteBuffer.allocate(1 << 16);
    try {
      bytes.goTo(from);
    } catch (EOFException cut) {
      return -1;
    }
    long at = bytes.position();
    while (fill(bytes, window)) {
      int last = window.position() - PLAIN.length;
      for (int i = 0; i <= last; i++) {
        if (startsWith(window, i, GZIP) || startsWith(window, i, PLAIN)) {
          bytes.goTo(at + i);
          return at + i;
        }
      }
      at += last + 1;
      window.flip().position(last + 1);
      window.compact();
    }
    return -1;
  }

  /** Reads until there is enough to look at. */
  private static boolean fill(ArchiveBytes bytes, ByteBuffer window) throws IOException {
    while (window.position() < PLAIN.length || window.position() < window.capacity() / 2) {
      if (bytes.read(window) < 0) {
        return window.position() >= PLAIN.length;
      }
    }
    return true;
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
