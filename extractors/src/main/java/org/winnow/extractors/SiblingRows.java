// SPDX-License-Identifier: Apache-2.0
package org.winnow.extractors;

import java.util.Arrays;

/** The rows of siblings on a page: elements of one parent, one tag and one class. */
final class SiblingRows {
  /** Fewer are no row of siblings. */
  private static final int MIN_SIBLINGS = 3;

  /** Siblings that no row of the page has. */
  private static final Row NONE = new Row(0, 0, 0, 0, 0);

  private final PageBlocks page;
  private final double[] linked;
  private final LongIndex index = new LongIndex(256);
  private Row[] rows = new Row[512];

  /**
   * Siblings.
   *
   * @param count how many
   * @param entries how many of them have more than a word or two in links
   * @param prose how many have prose outside of links
   * @param chars how much their text weighs
   * @param links how much of it stands in links
   */
  record Row(int count, int entries, int prose, double chars, double links) {
    double own() {
      return chars - links;
    }
  }

  /**
   * The rows of that page.
   *
   * @param linked how much of each block stands in links, by weight
   */
  SiblingRows(PageBlocks page, double[] linked) {
    this.page = page;
    this.linked = linked;
    ElementTable elements = page.elements();
    for (int number = 1; number < elements.size(); number++) {
      if (elements.end(number) > elements.first(number)) {
        add(elements, number);
      }
    }
  }

  private void add(ElementTable elements, int number) {
    int row = index.add(elements.look(number) * 0x9E3779B97F4A7C15L + elements.parent(number));
    if (row == rows.length) {
      rows = Arrays.copyOf(rows, row * 2);
    }
    Row before = rows[row] == null ? NONE : rows[row];
    double own = 0;
    double inLinks = 0;
    int sentences = 0;
    for (int i = elements.first(number); i < elements.end(number); i++) {
      own += page.figures().weight(i);
      inLinks += linked[i];
      sentences += page.figures().sentences(i);
    }
    rows[row] =
        new Row(
            before.count + 1,
            before.entries + (inLinks > 20 ? 1 : 0),
            before.prose + (own - inLinks >= PageFigures.PROSE && sentences > 0 ? 1 : 0),
            before.chars + own,
            before.links + inLinks);
  }

  /** The row with the most text outside of links; of equals the first. */
  Row richest() {
    Row best = NONE;
    for (int i = 0; i < index.size(); i++) {
      best = rows[i].count >= MIN_SIBLINGS && rows[i].own() > best.own() ? rows[i] : best;
    }
    return best;
  }

  /** The row with the most entries; of equals the first. */
  Row mostLinked() {
    Row best = NONE;
    for (int i = 0; i < index.size(); i++) {
      best = rows[i].count >= MIN_SIBLINGS && rows[i].entries > best.entries ? rows[i] : best;
    }
    return best;
  }

  static boolean isRow(Row row) {
    return row.count >= MIN_SIBLINGS;
  }
}
