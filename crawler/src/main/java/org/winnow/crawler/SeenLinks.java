// SPDX-License-Identifier: Apache-2.0
package org.winnow.crawler;

import java.util.concurrent.atomic.AtomicLongArray;
import org.winnow.corpus.Url;

/**
 * Some of the addresses that are in the frontier for sure: most links of a page are, and need not
 * be looked up. Half a megabyte, however many addresses there are. Safe for use by several threads.
 */
final class SeenLinks {
  private static final int PLACES = 1 << 16;

  private final AtomicLongArray hashes = new AtomicLongArray(PLACES);

  /** That address is in the frontier, and committed. */
  void add(Url url) {
    long hash = hash(url);
    hashes.set(place(hash), hash);
  }

  /** Whether it is known to be there. */
  boolean contains(Url url) {
    long hash = hash(url);
    return hashes.get(place(hash)) == hash;
  }

  private static int place(long hash) {
    return (int) (hash >>> 48);
  }

  /** 64 bits: two of a billion addresses share one with a chance of 3 %. FNV-1a, then mixed. */
  private static long hash(Url url) {
    String text = url.toString();
    long hash = 0xcbf29ce484222325L;
    for (int i = 0; i < text.length(); i++) {
      hash = (hash ^ text.charAt(i)) * 0x100000001b3L;
    }
    hash = (hash ^ (hash >>> 32)) * 0x9e3779b97f4a7c15L;
    return hash == 0 ? 1 : hash;
  }
}
