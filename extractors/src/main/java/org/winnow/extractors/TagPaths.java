// SPDX-License-Identifier: Apache-2.0
package org.winnow.extractors;

import org.jsoup.nodes.Element;
import org.winnow.corpus.LayoutPrint;

/**
 * The set of a page's tag paths ({@code html body div p}), without regard to text, number, ids and
 * classes. The pages of one design share most of them; a redesign changes most of them.
 */
final class TagPaths {
  /** A page with more is no article, and enough of it is known. */
  private static final int MOST_PATHS = 4_000;

  /** Deeper elements belong to the path of the last level. */
  private static final int DEEPEST = 64;

  private final LongIndex paths = new LongIndex(256);
  private final long[] above = new long[DEEPEST + 1];

  /** An element comes, in page order, at that depth below the document. */
  void enter(Element element, int depth) {
    int level = Math.min(depth, DEEPEST);
    long parent = level == 0 ? 0 : above[level - 1];
    long path = LayoutPrint.mix(parent * 31 + element.normalName().hashCode());
    above[level] = path;
    if (paths.size() < MOST_PATHS) {
      paths.add(path);
    }
  }

  /** The fingerprint of those that came. */
  LayoutPrint print() {
    return LayoutPrint.ofHashes(paths.keys());
  }
}
