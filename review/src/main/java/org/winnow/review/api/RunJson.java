// SPDX-License-Identifier: Apache-2.0
package org.winnow.review.api;

import org.jspecify.annotations.Nullable;
import org.winnow.corpus.Run;
import org.winnow.corpus.RunCounts;

/** A run as programs see it. */
record RunJson(
    long id,
    String site,
    String started,
    @Nullable String finished,
    int fetched,
    int notModified,
    int skipped,
    int failed,
    int gone,
    int newArticles,
    int changedArticles) {

  static RunJson of(Run run) {
    RunCounts counts = run.counts();
    return new RunJson(
        run.id(),
        run.site(),
        run.started().toString(),
        run.finished() == null ? null : run.finished().toString(),
        counts.fetched(),
        counts.notModified(),
        counts.skipped(),
        counts.failed(),
        counts.gone(),
        counts.newArticles(),
        counts.changedArticles());
  }
}
