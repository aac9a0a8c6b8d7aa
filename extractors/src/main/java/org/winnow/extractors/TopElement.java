// SPDX-License-Identifier: Apache-2.0
package org.winnow.extractors;

import java.util.BitSet;

/**
 * The body as Readability finds it: paragraphs give points to the elements around them, the element
 * with the most, less its links, is the body, together with siblings that are like it.
 */
final class TopElement {
  private static final int SHORTEST = 25;

  private TopElement() {}

  static BitSet of(PageBlocks page) {
    ElementTable elements = page.elements();
    BlockFigures figures = page.figures();
    double[] points = new double[elements.size()];
    long[] text = new long[page.size() + 1];
    long[] links = new long[page.size() + 1];
    for (int i = 0; i < page.size(); i++) {
      int chars = page.text(i).length();
      int linked = page.block(i).linkChars();
      text[i + 1] = text[i] + chars;
      links[i + 1] = links[i] + linked;
      if (figures.weight(i) < SHORTEST || linked * 2 > chars) {
        continue;
      }
      double score = 1 + figures.clauses(i) + Math.min(figures.weight(i) / 100, 3);
      int parent = elements.parent(figures.owner(i));
      double share = 1;
      for (int level = 0; parent >= 0 && level < 3; level++) {
        points[parent] += score * share;
        share = level == 0 ? 0.5 : 1.0 / 6;
        parent = elements.parent(parent);
      }
    }
    int top = -1;
    double most = 0;
    for (int e = 0; e < points.length; e++) {
      if (points[e] > 0) {
        int first = elements.first(e);
        int end = elements.end(e);
        double linked = (double) (links[end] - links[first]) / Math.max(1, text[end] - text[first]);
        int cues = elements.allCues(e);
        double score = points[e] + ((cues & Cues.BODY) != 0 ? 25 : 0);
        score = (score - ((cues & Cues.AGAINST) != 0 ? 25 : 0)) * (1 - linked);
        points[e] = score;
        if (score > most) {
          top = e;
          most = score;
        }
      }
    }
    BitSet blocks = new BitSet();
    if (top < 0) {
      return blocks;
    }
    blocks.set(elements.first(top), elements.end(top));
    int parent = elements.parent(top);
    for (int e = Math.max(parent + 1, 1); e < elements.size(); e++) {
      if (parent >= 0
          && elements.first(e) >= elements.end(parent)
          && elements.first(parent) < elements.first(e)) {
        break;
      }
      if (elements.parent(e) == parent && points[e] >= Math.max(10, most * 0.2)) {
        blocks.set(elements.first(e), elements.end(e));
      }
    }
    return blocks;
  }
}
