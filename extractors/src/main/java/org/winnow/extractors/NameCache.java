// SPDX-License-Identifier: Apache-2.0
package org.winnow.extractors;

import org.jspecify.annotations.Nullable;
import org.winnow.corpus.LayoutPrint;
import org.winnow.extractors.ElementNames.Meaning;

/**
 * Remembers what names mean, a bounded number of them. A lookup is on the path of every element of
 * every page, and reads memory in two places only: the names themselves are not held, but 64 bits
 * of hash. Two names would have to agree in those to be taken for each other.
 *
 * <p>Safe for use by several threads without locks: what is remembered never changes, and what is
 * lost by two that remember at a time is read again.
 */
final class NameCache {
  private static final int SIZE = 1 << 16;

  /** How many places a name may have; if all are taken, it takes the first. */
  private static final int PLACES = 8;

  private final @Nullable Meaning[] known = new @Nullable Meaning[SIZE];

  /** The hash of a name. */
  static long hash(CharSequence name) {
    long hash = name.length();
    for (int i = 0; i < name.length(); i++) {
      hash = hash * 0x9E3779B97F4A7C15L + name.charAt(i);
    }
    return LayoutPrint.mix(hash);
  }

  /** What the name of that hash means, or null where it is not remembered. */
  @Nullable Meaning get(long hash) {
    for (int i = 0; i < PLACES; i++) {
      Meaning at = known[place(hash, i)];
      if (at == null || at.name() == hash) {
        return at;
      }
    }
    return null;
  }

  void put(Meaning meaning) {
    long hash = meaning.name();
    int place = place(hash, 0);
    for (int i = 0; i < PLACES; i++) {
      if (known[place(hash, i)] == null) {
        place = place(hash, i);
        break;
      }
    }
    known[place] = meaning;
  }

  private static int place(long hash, int i) {
    return (int) (hash + i) & (SIZE - 1);
  }
}
