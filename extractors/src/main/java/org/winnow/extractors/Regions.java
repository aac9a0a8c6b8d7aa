// SPDX-License-Identifier: Apache-2.0
package org.winnow.extractors;

import java.util.List;
import org.jsoup.nodes.Element;
import org.winnow.siterules.HeadingRule.Until;

/** How far what belongs to a heading goes. */
final class Regions {
  private Regions() {}

  /** The block after the last one of the region that begins with the heading {@code start}. */
  static int end(Labelling labelling, int start, Until until) {
    int last = lastContent(labelling) + 1;
    return switch (until) {
      case END, SELECTOR -> Math.max(last, start + 1);
      case HEADING -> Math.max(Math.min(nextHeading(labelling.page(), start), last), start + 1);
      case BLANK -> containerEnd(labelling, start);
    };
  }

  /** The first block behind {@code start} that one of these elements begins with; else the end. */
  static int endBefore(Labelling labelling, int start, List<Element> elements) {
    PageBlocks page = labelling.page();
    int end = end(labelling, start, Until.END);
    for (Element element : elements) {
      int number = page.numberOf(element);
      if (number >= 0 && page.elements().first(number) > start) {
        end = Math.min(end, page.elements().first(number));
      }
    }
    return end;
  }

  private static int nextHeading(PageBlocks page, int start) {
    for (int i = start + 1; i < page.size(); i++) {
      if (page.block(i).isHeading()) {
        return i;
      }
    }
    return page.size();
  }

  /**
   * Where the heading's own container ends. A heading that stands free in the body owns what is
   * shaped like a list behind it: lines parted by single breaks, list items, blocks of links.
   */
  static int containerEnd(Labelling labelling, int start) {
    PageBlocks page = labelling.page();
    ElementTable elements = page.elements();
    int element = page.figures().owner(start);
    while (element >= 0 && elements.end(element) <= start + 1) {
      element = elements.parent(element);
    }
    int all = labelling.contentChars(0, labelling.size());
    if (element >= 0
        && elements.first(element) >= start - 1
        && labelling.contentChars(start, elements.end(element)) <= all * Guard.MOST) {
      return elements.end(element);
    }
    int end = start + 1;
    while (end < page.size() && isListLike(page, end)) {
      end++;
    }
    return end;
  }

  private static boolean isListLike(PageBlocks page, int i) {
    if (page.block(i).isHeading() && page.block(i).linkDensity() < 0.5) {
      return false;
    }
    return page.block(i).linkDensity() > 0.5
        || (page.figures().isLine(i) && page.figures().sentences(i) == 0);
  }

  private static int lastContent(Labelling labelling) {
    for (int i = labelling.size() - 1; i >= 0; i--) {
      if (labelling.isContent(i)) {
        return i;
      }
    }
    return -1;
  }
}
