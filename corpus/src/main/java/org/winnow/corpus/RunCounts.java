// SPDX-License-Identifier: Apache-2.0
package org.winnow.corpus;

/**
 * What came of a run.
 *
 * @param fetched pages that came with a body
 * @param notModified pages that the server called unchanged
 * @param skipped addresses that robots, scope or a limit kept out
 * @param failed addresses that could not be fetched
 * @param gone addresses that the server does not have (404, 410)
 * @param newArticles articles that the catalog did not know
 * @param changedArticles articles whose text had changed
 */
public record RunCounts(
    int fetched,
    int notModified,
    int skipped,
    int failed,
    int gone,
    int newArticles,
    int changedArticles) {

  /** Nothing yet. */
  public static final RunCounts NONE = new RunCounts(0, 0, 0, 0, 0, 0, 0);
}
