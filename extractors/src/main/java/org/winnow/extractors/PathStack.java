// SPDX-License-Identifier: Apache-2.0
package org.winnow.extractors;

import java.util.Arrays;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/**
 * The written paths of the elements that are open during a walk, all in one row of characters, and
 * made only where they are asked for. Elements that look the same have one path, as a string too:
 * items of lists, paragraphs.
 */
final class PathStack {
  private final StringBuilder step = new StringBuilder();
  private char[] text = new char[1024];

  /** Where the path of each level begins and ends in the text, and its number. */
  private int[] starts = new int[64];

  private int[] ends = new int[64];
  private int[] numbers = new int[64];

  /** How many levels are written as they stand; those from here on were opened since. */
  private int written;

  /** Numbers paths by those that they go on from, and their last steps. */
  private final LongIndex index = new LongIndex(128);

  private @Nullable String[] paths = new @Nullable String[256];

  /** An element is opened at that level, from 0 for the document. */
  void enter(int level) {
    if (level == starts.length) {
      starts = Arrays.copyOf(starts, level * 2);
      ends = Arrays.copyOf(ends, level * 2);
      numbers = Arrays.copyOf(numbers, level * 2);
    }
    written = Math.min(written, level);
  }

  /** The path from body down to the element at that level; empty for what is around body. */
  String to(int level, Element[] open) {
    if (level == 0) {
      return "";
    }
    for (int i = Math.max(written, 1); i <= level; i++) {
      write(i, open[i]);
    }
    written = Math.max(written, level + 1);
    int number = numbers[level];
    if (number >= paths.length) {
      paths = Arrays.copyOf(paths, number * 2);
    }
    String path = paths[number];
    if (path == null) {
      path = new String(text, starts[level], ends[level] - starts[level]);
      paths[number] = path;
    }
    return path;
  }

  private void write(int level, Element element) {
    int from = ends[level - 1];
    int start = level <= 2 ? from : starts[level - 1];
    step.setLength(0);
    if (from - start > ElementPath.LONGEST) {
      start = from;
      step.append(ElementPath.SHORTENED);
    }
    if (from > start || step.length() > 0) {
      step.append('>');
    }
    ElementPath.appendStep(element, step);
    starts[level] = start;
    ends[level] = from + step.length();
    if (ends[level] > text.length) {
      text = Arrays.copyOf(text, ends[level] * 2);
    }
    step.getChars(0, step.length(), text, from);
    int above = level <= 2 ? level : numbers[level - 1] + 3;
    numbers[level] = index.add(NameCache.hash(step) * 31 + above);
  }
}
