// SPDX-License-Identifier: Apache-2.0
package org.winnow.bench;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import org.jspecify.annotations.Nullable;
import org.winnow.app.LabelledPage;
import org.winnow.app.PageScore;
import org.winnow.corpus.FetchedPage;

/**
 * How a contender did on a page.
 *
 * @param score its scores
 * @param confidence how sure it said it was
 * @param outcome what it took the page for
 * @param problem what it threw, or null
 */
record ContenderScore(
    PageScore score, double confidence, String outcome, @Nullable String problem) {
  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

  /** Runs the contender; one that throws took nothing. */
  static ContenderScore of(
      Contender contender, LabelledPage labelled, FetchedPage page, String html) {
    TakenText taken = TakenText.NOTHING;
    String problem = null;
    long start = THREADS.getCurrentThreadCpuTime();
    try {
      taken = contender.take(page, html);
    } catch (Exception | StackOverflowError thrown) {
      problem = thrown.toString();
    }
    double millis = (THREADS.getCurrentThreadCpuTime() - start) / 1e6;
    return new ContenderScore(
        PageScore.of(
            labelled.id(),
            labelled.language(),
            labelled.gold(),
            taken.text(),
            taken.body(),
            millis),
        taken.confidence(),
        taken.outcome(),
        problem);
  }
}
