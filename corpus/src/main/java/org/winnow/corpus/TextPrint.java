// SPDX-License-Identifier: Apache-2.0
package org.winnow.corpus;

import java.util.Arrays;

/**
 * A SimHash: 64 bits that differ in few places for texts that differ in few words (Charikar 2002),
 * here of every three words that follow each other. Letters, digits and marks count; case, signs
 * and spaces do not.
 */
public final class TextPrint {
  /**
   * Up to so many different bits, texts are nearly the same: what Manku, Jain and Das Sarma
   * measured as best on 8 billion pages (WWW 2007).
   */
  static final int NEAR = 3;

  /** The print of a text that is too short to say anything. */
  public static final long NONE = 0;

  private static final int SHINGLE = 3;

  private static final int ASCII = 128;

  /** In a shorter text a word or two make all the difference. */
  private static final int FEWEST_WORDS = 40;

  private TextPrint() {}

  /** The print of that text, or {@link #NONE}. */
  public static long of(String text) {
    BitCounts counts = new BitCounts();
    long beforeLast = 0;
    long last = 0;
    int words = 0;
    int at = 0;
    while (at < text.length()) {
      int codePoint = text.codePointAt(at);
      if (!isOfWord(codePoint)) {
        at += Character.charCount(codePoint);
        continue;
      }
      long word = 0;
      // Scripts without spaces: every ideograph is a word.
      boolean isWhole = isIdeographic(codePoint);
      do {
        word = word * 1_000_003 + Character.toLowerCase(codePoint) + 1;
        at += Character.charCount(codePoint);
        codePoint = at < text.length() ? text.codePointAt(at) : 0;
      } while (!isWhole && isOfWord(codePoint) && !isIdeographic(codePoint));
      words++;
      if (words >= SHINGLE) {
        counts.add(LayoutPrint.mix((LayoutPrint.mix(beforeLast) + last) * 31 + word));
      }
      beforeLast = last;
      last = word;
    }
    return words < FEWEST_WORDS ? NONE : counts.majority();
  }

  /**
   * How often each of 64 bits was set. Eight counts of one byte stand side by side in a long: they
   * are counted up together, eight times as fast as one by one.
   */
  private static final class BitCounts {
    private static final int LANES = 8;
    private static final int FULL = 255;

    /** For each byte, its bits as the lowest ones of eight bytes. */
    private static final long[] SPREAD = new long[1 << LANES];

    static {
      for (int bits = 0; bits < SPREAD.length; bits++) {
        for (int i = 0; i < LANES; i++) {
          SPREAD[bits] |= (long) ((bits >>> i) & 1) << (i * LANES);
        }
      }
    }

    private final int[] set = new int[Long.SIZE];
    private final long[] recent = new long[LANES];
    private int recentHashes;
    private int hashes;

    void add(long hash) {
      for (int i = 0; i < LANES; i++) {
        recent[i] += SPREAD[(int) (hash >>> (i * LANES)) & 0xff];
      }
      hashes++;
      if (++recentHashes == FULL) {
        carry();
      }
    }

    private void carry() {
      for (int bit = 0; bit < Long.SIZE; bit++) {
        set[bit] += (int) (recent[bit / LANES] >>> (bit % LANES * LANES)) & 0xff;
      }
      Arrays.fill(recent, 0);
      recentHashes = 0;
    }

    /** The bits that more than half of the hashes have. */
    long majority() {
      carry();
      long bits = 0;
      for (int bit = 0; bit < Long.SIZE; bit++) {
        if (2 * set[bit] > hashes) {
          bits |= 1L << bit;
        }
      }
      return bits == NONE ? 1 : bits;
    }
  }

  /** Whether both prints are of texts that are nearly the same. */
  static boolean isNear(long one, long other) {
    return one != NONE && other != NONE && Long.bitCount(one ^ other) <= NEAR;
  }

  private static boolean isIdeographic(int codePoint) {
    return codePoint >= ASCII && Character.isIdeographic(codePoint);
  }

  private static boolean isOfWord(int codePoint) {
    if (codePoint < ASCII) {
      return (codePoint >= 'a' && codePoint <= 'z')
          || (codePoint >= 'A' && codePoint <= 'Z')
          || (codePoint >= '0' && codePoint <= '9');
    }
    return Character.isLetterOrDigit(codePoint)
        || Character.getType(codePoint) == Character.NON_SPACING_MARK;
  }
}
