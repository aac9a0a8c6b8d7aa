// SPDX-License-Identifier: Apache-2.0
package org.winnow.extractors;

import java.util.Arrays;
import org.winnow.corpus.LayoutPrint;

/** Numbers different longs in the order in which they first come, from 0. */
final class LongIndex {
  private long[] keys;
  private int[] slots;
  private int size;

  /**
   * An index for about so many longs; it grows where there are more.
   *
   * @param expected how many; what is wrong costs only time
   */
  LongIndex(int expected) {
    int slotCount = Integer.highestOneBit(Math.max(expected, 8) * 2 - 1) * 2;
    slots = new int[slotCount];
    keys = new long[slotCount / 2];
  }

  /** The number of that long, a new one where it has none. */
  int add(long key) {
    int slot = slot(key);
    if (slots[slot] != 0) {
      return slots[slot] - 1;
    }
    if (size == keys.length) {
      grow();
      slot = slot(key);
    }
    keys[size] = key;
    slots[slot] = ++size;
    return size - 1;
  }

  /** How many there are. */
  int size() {
    return size;
  }

  /** All of them, in their order. */
  long[] keys() {
    return Arrays.copyOf(keys, size);
  }

  /** Where that long is, or would be. */
  private int slot(long key) {
    int mask = slots.length - 1;
    int slot = (int) LayoutPrint.mix(key) & mask;
    while (slots[slot] != 0 && keys[slots[slot] - 1] != key) {
      slot = (slot + 1) & mask;
    }
    return slot;
  }

  private void grow() {
    keys = Arrays.copyOf(keys, size * 2);
    slots = new int[keys.length * 2];
    for (int i = 0; i < size; i++) {
      slots[slot(keys[i])] = i + 1;
    }
  }
}
