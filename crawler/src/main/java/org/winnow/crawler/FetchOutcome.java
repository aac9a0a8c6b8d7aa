// SPDX-License-Identifier: Apache-2.0
package org.winnow.crawler;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.winnow.corpus.FetchedPage;
import org.winnow.corpus.Url;

/** What came of a request. */
sealed interface FetchOutcome {

  /** The answer is there. */
  record Fetched(FetchedPage page) implements FetchOutcome {}

  /**
   * The copy that is already there is still good.
   *
   * @param answer what the server said, without a body
   */
  record NotModified(FetchedPage answer) implements FetchOutcome {}

  /**
   * The server sends us on. A redirect is a request of its own: it waits for its turn, and it is
   * not sent at all if the address was fetched before.
   */
  record Redirected(Url to) implements FetchOutcome {}

  /** There is an answer, but not one to read. */
  record Skipped(String reason, String detail) implements FetchOutcome {}

  /**
   * There is no answer, or one that says no.
   *
   * @param reason the failure's class in stable words: {@code http 404}, {@code timeout}
   * @param detail the same for a person, or empty
   * @param isTemporary whether it is worth another try
   * @param retryAfter how long the server asks to be left alone, or null
   */
  record Failed(String reason, String detail, boolean isTemporary, @Nullable Duration retryAfter)
      implements FetchOutcome {

    /** Whether the run was stopped while the request was under way. */
    boolean isStopped() {
      return reason.equals("stopped");
    }

    static Failed forGood(String reason, String detail) {
      return new Failed(reason, detail, false, null);
    }

    static Failed forNow(String reason, String detail) {
      return new Failed(reason, detail, true, null);
    }
  }
}
