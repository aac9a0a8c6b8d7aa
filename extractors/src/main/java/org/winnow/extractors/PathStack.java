// SPDX-License-Identifier: Apache-2.0
package org.winnow.extractors;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.jsoup.nodes.Element;

/**
 * The written paths of the elements that are open during a walk, all in one row of characters, and
 * made only where they are asked for. Siblings that look the same have one path, as a string too:
 * items of a list, paragraphs.
 */
final class PathStack {
  private final StringBuilder step = new StringBuilder();
  private char[] text = new char[1024];
  private Level[] levels = new Level[64];

  /** How many levels are written as they stand; those from here on were opened since. */
  private int written;

  private int versions;

  /** What is known of the paths at one level. */
  private static final class Level {
    /** Where its path begins and ends in the text. */
    int start;

    int end;

    /** Paths of equal versions are equal. */
    int version;

    int versionAbove;

    /** The path as a string, and its version. */
    @Nullable String path;

    int versionOfPath;
  }

  /** An element is opened at that level, from 0 for the document. */
  void enter(int level) {
    if (level == levels.length) {
      levels = Arrays.copyOf(levels, level * 2);
    }
    if (levels[level] == null) {
      levels[level] = new Level();
    }
    written = Math.min(written, level);
  }

  /** The path from body down to the element at that level; empty for what is around body. */
  String to(int level, Element[] open) {
    for (int i = Math.max(written, 1); i <= level; i++) {
      write(i, open[i]);
    }
    written = Math.max(written, level + 1);
    Level at = levels[level];
    if (at.path == null || at.versionOfPath != at.version) {
      at.path = new String(text, at.start, at.end - at.start);
      at.versionOfPath = at.version;
    }
    return at.path;
  }

  private void write(int level, Element element) {
    Level above = levels[level - 1];
    Level at = levels[level];
    step.setLength(0);
    int from = above.end;
    int start = level <= 2 ? from : above.start;
    if (from - start > ElementPath.LONGEST) {
      start = from;
      step.append(ElementPath.SHORTENED);
    }
    if (from > start || step.length() > 0) {
      step.append('>');
    }
    ElementPath.appendStep(element, step);
    int end = from + step.length();
    boolean isSame =
        at.end == end && at.start == start && at.versionAbove == above.version && isWritten(from);
    if (!isSame) {
      if (end > text.length) {
        text = Arrays.copyOf(text, end * 2);
      }
      step.getChars(0, step.length(), text, from);
      at.start = start;
      at.end = end;
      at.version = ++versions;
      at.versionAbove = above.version;
    }
  }

  /** Whether what was written for the element before is the same. */
  private boolean isWritten(int from) {
    for (int i = 0; i < step.length(); i++) {
      if (text[from + i] != step.charAt(i)) {
        return false;
      }
    }
    return true;
  }
}
