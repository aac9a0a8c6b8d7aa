// SPDX-License-Identifier: Apache-2.0
package org.winnow.crawler;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.winnow.crawler.FetchOutcome.Failed;

/**
 * How much slower than usual hosts are asked that said they have too much to do: twice as slow with
 * each 429 or 503, half as slow with each other answer. Safe for use by several threads.
 */
final class HostSlowness {
  private static final Duration FIRST = Duration.ofSeconds(1);
  private static final Duration MOST = Duration.ofSeconds(60);

  private final Map<String, Duration> byHost = new ConcurrentHashMap<>();

  /** The pause after that answer of a host whose usual delay is given; zero for the usual one. */
  Duration after(String host, FetchOutcome outcome, Duration delay) {
    if (outcome instanceof Failed failed && RetryPolicy.concernsHost(failed)) {
      return byHost.merge(host, most(FIRST, delay.multipliedBy(2)), (last, first) -> twice(last));
    }
    Duration eased =
        byHost.computeIfPresent(
            host,
            (name, last) -> {
              Duration half = last.dividedBy(2);
              return half.compareTo(most(delay, FIRST.dividedBy(10))) <= 0 ? null : half;
            });
    return eased == null ? Duration.ZERO : eased;
  }

  private static Duration twice(Duration last) {
    Duration twice = last.multipliedBy(2);
    return twice.compareTo(MOST) > 0 ? MOST : twice;
  }

  private static Duration most(Duration one, Duration other) {
    return one.compareTo(other) > 0 ? one : other;
  }
}
