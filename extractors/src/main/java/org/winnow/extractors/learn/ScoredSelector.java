// SPDX-License-Identifier: Apache-2.0
package org.winnow.extractors.learn;

import java.util.Locale;

/**
 * A selector and how well it does on the pages that it was learned from.
 *
 * @param selector the selector
 * @param pages on how many pages it finds what it is to find
 * @param of how many pages there are
 * @param coverage the share of what is to be found that it finds, 0 to 1, mean of the pages
 * @param uniqueness the share of what it finds that is to be found, 0 to 1, mean of the pages
 * @param score both together, times the kind's prior
 */
record ScoredSelector(
    Selector selector, int pages, int of, double coverage, double uniqueness, double score) {

  /** Coverage and uniqueness as one figure. */
  double fit() {
    return Shares.f1(uniqueness, coverage);
  }

  /** The remark beside it in the rule. */
  String remark() {
    return String.format(
        Locale.ROOT,
        "%.2f: %s, %d of %d pages, coverage %.2f, uniqueness %.2f",
        score,
        selector.kind().words(),
        pages,
        of,
        coverage,
        uniqueness);
  }
}
