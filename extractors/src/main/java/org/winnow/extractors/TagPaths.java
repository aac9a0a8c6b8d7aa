// SPDX-License-Identifier: Apache-2.0
package org.winnow.extractors;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.select.NodeTraversor;
import org.jsoup.select.NodeVisitor;
import org.winnow.corpus.LayoutPrint;

/**
 * The set of a page's tag paths ({@code html body div p}), without regard to text, number, ids and
 * classes. The pages of one design share most of them; a redesign changes most of them.
 */
final class TagPaths implements NodeVisitor {
  /** A page with more is no article, and enough of it is known. */
  private static final int MOST_PATHS = 4_000;

  /** Deeper elements belong to the path of the last level. */
  private static final int DEEPEST = 64;

  private final Set<Long> paths = new HashSet<>();
  private final long[] above = new long[DEEPEST + 1];

  private TagPaths() {}

  static LayoutPrint print(Document document) {
    TagPaths visitor = new TagPaths();
    NodeTraversor.traverse(visitor, document);
    long[] hashes = new long[visitor.paths.size()];
    int i = 0;
    for (long path : visitor.paths) {
      hashes[i++] = path;
    }
    Arrays.sort(hashes);
    return LayoutPrint.ofHashes(hashes);
  }

  @Override
  public void head(Node node, int depth) {
    if (node instanceof Element element) {
      int level = Math.min(depth, DEEPEST);
      long parent = level == 0 ? 0 : above[level - 1];
      long path = LayoutPrint.mix(parent * 31 + element.normalName().hashCode());
      above[level] = path;
      if (paths.size() < MOST_PATHS) {
        paths.add(path);
      }
    }
  }

  @Override
  public void tail(Node node, int depth) {}
}
