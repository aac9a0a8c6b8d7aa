// SPDX-License-Identifier: Apache-2.0
package org.winnow.extractors.learn;

import java.util.List;

/**
 * A selector of the body with its fit on each page.
 *
 * @param selector the selector
 * @param fits one for each page, in their order
 */
record JudgedSelector(Selector selector, List<Fit> fits) {

  /**
   * How well it does on one page.
   *
   * @param recall the share of the content that it covers, 0 to 1
   * @param precision the share of content in what it covers, 0 to 1
   */
  record Fit(double recall, double precision) {
    double f1() {
      return Shares.f1(precision, recall);
    }
  }

  /** Its score on all pages. */
  double score() {
    return scoreWithout(-1);
  }

  /**
   * Its score on all pages but one. Fit counts thrice: a container with a tenth of other text must
   * lose against an exact one of a kind that lives half as long.
   */
  double scoreWithout(int page) {
    double sum = 0;
    int n = 0;
    for (int i = 0; i < fits.size(); i++) {
      if (i != page) {
        sum += fits.get(i).f1();
        n++;
      }
    }
    return n == 0 ? 0 : Math.pow(sum / n, 3) * selector.kind().prior();
  }

  ScoredSelector scored() {
    int hits = (int) fits.stream().filter(fit -> fit.recall() > 0.5).count();
    return new ScoredSelector(
        selector,
        hits,
        fits.size(),
        Shares.mean(fits.stream().map(Fit::recall).toList()),
        Shares.mean(fits.stream().map(Fit::precision).toList()),
        score());
  }
}
