// SPDX-License-Identifier: Apache-2.0
package org.winnow.extractors;

/**
 * How much of some bytes is UTF-8 beyond ASCII.
 *
 * @param sequences how many well-formed sequences of two to four bytes there are
 * @param malformed how many bytes above ASCII belong to none
 */
record Utf8Shape(int sequences, int malformed) {

  /** Counts the bytes' sequences. A sequence that the end cuts off counts as neither. */
  static Utf8Shape of(byte[] bytes) {
    int sequences = 0;
    int malformed = 0;
    int at = 0;
    while (at < bytes.length) {
      if (bytes[at] >= 0) {
        at++;
        continue;
      }
      int length = sequenceLength(bytes[at] & 0xFF);
      int good = 1;
      while (good < length && at + good < bytes.length && (bytes[at + good] & 0xC0) == 0x80) {
        good++;
      }
      if (length > 0 && good == length) {
        sequences++;
        at += length;
      } else if (length > 0 && at + good == bytes.length) {
        at = bytes.length;
      } else {
        malformed++;
        at++;
      }
    }
    return new Utf8Shape(sequences, malformed);
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
