// SPDX-License-Identifier: Apache-2.0
package org.winnow.pipeline.rules;

import java.util.ArrayList;
import java.util.List;
import org.winnow.pipeline.rules.ImpactRow.Change;

/**
 * What an edit of a rule does to all the pages of a preview.
 *
 * @param pages how many pages there are to look at
 * @param unchanged how many texts stay
 * @param changed how many change
 * @param empty how many would be gone
 * @param found how many there would be that there are not
 * @param losses how many approved texts would lose more than 2 % of their words
 * @param brokenSamples the samples that pass and would fail
 */
public record ImpactTotals(
    int pages,
    int unchanged,
    int changed,
    int empty,
    int found,
    int losses,
    List<String> brokenSamples) {

  static ImpactTotals none(int pages) {
    return new ImpactTotals(pages, 0, 0, 0, 0, 0, List.of());
  }

  ImpactTotals with(ImpactRow row) {
    return new ImpactTotals(
        pages,
        unchanged + count(row, Change.UNCHANGED),
        changed + count(row, Change.CHANGED),
        empty + count(row, Change.EMPTY),
        found + count(row, Change.FOUND),
        losses + (row.isBlocking() ? 1 : 0),
        brokenSamples);
  }

  private static int count(ImpactRow row, Change change) {
    return row.change() == change ? 1 : 0;
  }

  ImpactTotals withSamples(List<String> broken) {
    return new ImpactTotals(
        pages, unchanged, changed, empty, found, losses, new ArrayList<>(broken));
  }

  /** How many pages were looked at; fewer than {@link #pages} where somebody cancelled it. */
  public int done() {
    return unchanged + changed + empty + found;
  }

  /** Whether it is to be saved only with a reason. */
  public boolean needsReason() {
    return losses > 0 || !brokenSamples.isEmpty();
  }
}
