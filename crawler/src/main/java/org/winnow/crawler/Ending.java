// SPDX-License-Identifier: Apache-2.0
package org.winnow.crawler;

import org.winnow.crawler.CrawlEvent.Outcome;
import org.winnow.crawler.FetchOutcome.Failed;

/**
 * How an address came to an end.
 *
 * @param state its state in the frontier: done, failed, skipped
 * @param outcome the same for listeners and counts
 * @param reason why, in stable words
 * @param detail the same for a person, or empty
 * @param isForNow whether the next run of the site tries it again
 */
record Ending(String state, Outcome outcome, String reason, String detail, boolean isForNow) {
  static final Ending PAGE = new Ending("done", Outcome.PAGE, "", "", false);
  static final Ending NOT_MODIFIED =
      new Ending("done", Outcome.NOT_MODIFIED, "not modified", "", false);

  /** It was read, but is no page to keep. */
  static Ending read(String reason, String detail) {
    return new Ending("done", Outcome.READ, reason, detail, false);
  }

  static Ending skipped(String reason, String detail) {
    return new Ending("skipped", Outcome.SKIPPED, reason, detail, false);
  }

  static Ending skippedForNow(String reason, String detail) {
    return new Ending("skipped", Outcome.SKIPPED, reason, detail, true);
  }

  static Ending failed(Failed failed) {
    return new Ending(
        "failed", Outcome.FAILED, failed.reason(), failed.detail(), failed.isTemporary());
  }

  boolean isPage() {
    return outcome == Outcome.PAGE;
  }
}
