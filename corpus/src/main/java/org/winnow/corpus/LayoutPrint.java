// SPDX-License-Identifier: Apache-2.0
package org.winnow.corpus;

import java.util.HexFormat;

/**
 * A fingerprint of a page's tree of elements, by which two pages can be told to have the same
 * design: a MinHash of 32 bytes over a set, here of the page's tag paths.
 *
 * @param hex the bytes in hexadecimal; empty for no page
 */
public record LayoutPrint(String hex) {
  /**
   * With 32 hash functions the estimate is off by 0.09 (one standard deviation) at most, and a page
   * takes 64 characters.
   */
  private static final int HASHES = 32;

  /** Two different sets have this share of equal bytes by chance. */
  private static final double CHANCE = 1.0 / 256;

  /** The print of nothing, which resembles nothing. */
  public static final LayoutPrint NONE = new LayoutPrint("");

  /** The print of a set, given by the hashes of its members. */
  public static LayoutPrint ofHashes(long[] members) {
    if (members.length == 0) {
      return NONE;
    }
    byte[] print = new byte[HASHES];
    for (int i = 0; i < HASHES; i++) {
      long seed = mix(i + 1L);
      long least = Long.MAX_VALUE;
      for (long member : members) {
        least = Math.min(least, mix(member ^ seed));
      }
      print[i] = (byte) least;
    }
    return new LayoutPrint(HexFormat.of().formatHex(print));
  }

  /** Spreads the bits of a number over all of its bits: the finaliser of SplitMix64. */
  public static long mix(long number) {
    long mixed = (number ^ (number >>> 30)) * 0xbf58476d1ce4e5b9L;
    mixed = (mixed ^ (mixed >>> 27)) * 0x94d049bb133111ebL;
    return mixed ^ (mixed >>> 31);
  }

  /** The estimated share of members that both sets have, from 0 to 1 (Jaccard). */
  public double similarity(LayoutPrint other) {
    if (hex.length() != 2 * HASHES || other.hex.length() != 2 * HASHES) {
      return 0;
    }
    int same = 0;
    for (int i = 0; i < hex.length(); i += 2) {
      same += hex.regionMatches(i, other.hex, i, 2) ? 1 : 0;
    }
    double share = (double) same / HASHES;
    return Math.max(0, (share - CHANCE) / (1 - CHANCE));
  }
}
