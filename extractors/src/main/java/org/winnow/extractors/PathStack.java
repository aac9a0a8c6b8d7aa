// SPDX-License-Identifier: Apache-2.0
package org.winnow.extractors;

import java.util.Arrays;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/**
 * The written paths of the elements that are open during a walk, made only where they are asked
 * for. Siblings that look the same have one path, as a string too: items of a list, paragraphs.
 */
final class PathStack {
  private @Nullable String[] paths = new @Nullable String[64];

  /** What each level's path was made of last, and that path. */
  private @Nullable String[] lastParents = new @Nullable String[64];

  private @Nullable String[] lastSteps = new @Nullable String[64];
  private @Nullable String[] lastPaths = new @Nullable String[64];

  /** An element is opened at that level, from 0 for the document. */
  void enter(int level) {
    if (level == paths.length) {
      int wider = level * 2;
      paths = Arrays.copyOf(paths, wider);
      lastParents = Arrays.copyOf(lastParents, wider);
      lastSteps = Arrays.copyOf(lastSteps, wider);
      lastPaths = Arrays.copyOf(lastPaths, wider);
    }
    paths[level] = null;
  }

  /** The path from body down to the element at that level; empty for what is around body. */
  String to(int level, Element[] open) {
    int known = level;
    while (known > 1 && paths[known] == null) {
      known--;
    }
    for (int i = Math.max(known, 1); i <= level; i++) {
      if (paths[i] == null) {
        paths[i] = path(i, open[i]);
      }
    }
    String path = paths[level];
    return path == null ? "" : path;
  }

  private String path(int level, Element element) {
    String above = level <= 2 ? null : paths[level - 1];
    String parent = above == null ? "" : above;
    String step = ElementPath.step(element);
    String last = lastPaths[level];
    if (last != null && isSame(parent, lastParents[level]) && step.equals(lastSteps[level])) {
      return last;
    }
    String path = ElementPath.child(parent, step);
    lastParents[level] = parent;
    lastSteps[level] = step;
    lastPaths[level] = path;
    return path;
  }

  @SuppressWarnings("ReferenceEquality") // equal paths are one string nearly always
  private static boolean isSame(String parent, @Nullable String last) {
    return parent == last;
  }
}
