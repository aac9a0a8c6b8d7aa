// SPDX-License-Identifier: Apache-2.0
package org.winnow.extractors;

import java.util.BitSet;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The blocks of the smallest element that holds the text that the page's JSON-LD states. Believed
 * only where most of the stated text is to be seen on the page.
 */
final class StatedBody {
  private static final int WINDOW = 12;
  private static final int SHORTEST = 200;
  private static final double MOST_OF_IT = 0.8;

  private StatedBody() {}

  static BitSet of(PageBlocks page, @Nullable String stated) {
    BitSet blocks = new BitSet();
    if (stated == null || stated.length() < SHORTEST) {
      return blocks;
    }
    Set<Long> windows = windows(stated);
    int[] shared = new int[page.size() + 1];
    for (int i = 0; i < page.size(); i++) {
      shared[i + 1] = shared[i] + shared(page.text(i), windows);
    }
    int all = shared[page.size()];
    if (all < windows.size() * 0.5) {
      return blocks;
    }
    ElementTable elements = page.elements();
    int smallest = 0;
    for (int e = 0; e < elements.size(); e++) {
      int held = shared[elements.end(e)] - shared[elements.first(e)];
      if (held >= all * MOST_OF_IT) {
        smallest = e;
      }
    }
    blocks.set(elements.first(smallest), elements.end(smallest));
    return blocks;
  }

  /** Hashes of the letters of every twelve characters that begin at every twelfth letter. */
  private static Set<Long> windows(String text) {
    Set<Long> windows = new HashSet<>();
    long hash = 0;
    int count = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (Character.isLetter(c)) {
        hash = hash * 31 + Character.toLowerCase(c);
        if (++count == WINDOW) {
          windows.add(hash);
          hash = 0;
          count = 0;
        }
      }
    }
    return windows;
  }

  /** How many windows of that text, at any letter, are among them. */
  private static int shared(String text, Set<Long> windows) {
    long power = 1;
    for (int i = 0; i < WINDOW; i++) {
      power *= 31;
    }
    char[] last = new char[WINDOW];
    long hash = 0;
    int count = 0;
    int shared = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (Character.isLetter(c)) {
        char small = Character.toLowerCase(c);
        hash = hash * 31 + small;
        if (count >= WINDOW) {
          hash -= power * last[count % WINDOW];
        }
        last[count % WINDOW] = small;
        count++;
        if (count >= WINDOW && windows.contains(hash)) {
          shared++;
        }
      }
    }
    return shared;
  }
}
