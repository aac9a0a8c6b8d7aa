// SPDX-License-Identifier: Apache-2.0
package org.winnow.crawler;

import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import org.winnow.crawler.FetchOutcome.Failed;

/** When a request that failed for now is sent again. */
final class RetryPolicy {
  /** How often an address is tried in one run. */
  static final int MAX_TRIES = 3;

  /** After so many failures in a row a host is left alone for the rest of the run. */
  static final int MAX_FAILURES = 10;

  private static final Duration FIRST = Duration.ofSeconds(5);

  private RetryPolicy() {}

  /**
   * How long to wait after that failure: as long as the server asks, otherwise 5 s, then 20 s, each
   * give or take a quarter so that many addresses do not come back together.
   *
   * @param tries how often the address had failed before
   */
  static Duration wait(Failed failed, int tries) {
    Duration asked = failed.retryAfter();
    if (asked != null) {
      return asked.isNegative() ? Duration.ZERO : asked;
    }
    long millis = FIRST.toMillis() << (2 * Math.min(tries, 5));
    return Duration.ofMillis(
        millis - millis / 4 + ThreadLocalRandom.current().nextLong(millis / 2));
  }

  /** Whether the failure speaks for the whole host, and not for the address alone. */
  static boolean concernsHost(Failed failed) {
    return failed.retryAfter() != null
        || failed.reason().equals("http 429")
        || failed.reason().equals("http 503");
  }
}
