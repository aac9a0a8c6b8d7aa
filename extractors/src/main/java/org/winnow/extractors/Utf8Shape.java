// SPDX-License-Identifier: Apache-2.0
package org.winnow.extractors;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/**
 * How much of some bytes is UTF-8 beyond ASCII.
 *
 * @param sequences how many well-formed sequences of two to four bytes there are
 * @param malformed how many bytes above ASCII belong to none
 * @param isCut whether the end cuts off a sequence, which counts as neither
 */
record Utf8Shape(int sequences, int malformed, boolean isCut) {
  private static final VarHandle EIGHT_BYTES =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.nativeOrder());

  private static final long BEYOND_ASCII = 0x8080808080808080L;

  /** Counts the bytes' sequences. */
  static Utf8Shape of(byte[] bytes) {
    int sequences = 0;
    int malformed = 0;
    boolean isCut = false;
    int at = nextBeyondAscii(bytes, 0);
    while (at < bytes.length) {
      int length = sequenceLength(bytes[at] & 0xFF);
      int good = 1;
      while (good < length && at + good < bytes.length && (bytes[at + good] & 0xC0) == 0x80) {
        good++;
      }
      if (length > 0 && good == length) {
        sequences++;
        at += length;
      } else if (length > 0 && at + good == bytes.length) {
        isCut = true;
        at = bytes.length;
      } else {
        malformed++;
        at++;
      }
      at = nextBeyondAscii(bytes, at);
    }
    return new Utf8Shape(sequences, malformed, isCut);
  }

  /** Most of a page is ASCII, which 32 bytes at a time are told to be. */
  private static int nextBeyondAscii(byte[] bytes, int from) {
    int at = from;
    while (at < bytes.length && bytes[at] >= 0) {
      if (at + 4 * Long.BYTES <= bytes.length && areAscii(bytes, at)) {
        at += 4 * Long.BYTES;
      } else {
        at++;
      }
    }
    return at;
  }

  private static boolean areAscii(byte[] bytes, int at) {
    long all =
        (long) EIGHT_BYTES.get(bytes, at)
            | (long) EIGHT_BYTES.get(bytes, at + 8)
            | (long) EIGHT_BYTES.get(bytes, at + 16)
            | (long) EIGHT_BYTES.get(bytes, at + 24);
    return (all & BEYOND_ASCII) == 0;
  }

  /** Whether every byte is ASCII or belongs to a sequence. */
  boolean isWhole() {
    return malformed == 0 && !isCut;
  }

  /**
   * Whether the bytes are UTF-8 with at most some damage. In another charset hardly any pair of
   * bytes is well-formed by chance, so well-formed ones in the majority decide.
   */
  boolean isMostlyUtf8() {
    return sequences > malformed;
  }

  private static int sequenceLength(int lead) {
    if (lead >= 0xC2 && lead <= 0xDF) {
      return 2;
    }
    if (lead >= 0xE0 && lead <= 0xEF) {
      return 3;
    }
    return lead >= 0xF0 && lead <= 0xF4 ? 4 : 0;
  }
}
