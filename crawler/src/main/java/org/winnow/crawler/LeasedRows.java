// SPDX-License-Identifier: Apache-2.0
package org.winnow.crawler;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.winnow.corpus.CommitQueue;

/**
 * The addresses that this run has leased and not yet asked for, a few for each host: one
 * transaction leases several. Safe for use by several threads.
 */
final class LeasedRows {
  private final CommitQueue commits;
  private final Frontier frontier;
  private final Map<String, Deque<FrontierRow>> byHost = new ConcurrentHashMap<>();

  LeasedRows(CommitQueue commits, Frontier frontier) {
    this.commits = commits;
    this.frontier = frontier;
  }

  /**
   * The host's next address, or empty if none may be fetched now.
   *
   * @param most how many to lease at once
   */
  Optional<FrontierRow> next(String host, int most) {
    // Several threads that find nothing wait for the one that leases more.
    return with(
        host,
        waiting -> {
          if (waiting.isEmpty() && !isEmpty(host)) {
            waiting.addAll(commits.commit(commit -> frontier.lease(commit.handle(), host, most)));
          }
          return Optional.ofNullable(waiting.poll());
        });
  }

  /** Puts an address back that {@link #next} gave: it comes first. */
  void putBack(FrontierRow row) {
    with(
        row.url().host(),
        waiting -> {
          waiting.addFirst(row);
          return true;
        });
  }

  /** When the host's next address may be fetched; empty if none waits. */
  Optional<Instant> nextDue(String host) {
    return commits.catalog().withHandle(handle -> frontier.nextDue(handle, host));
  }

  /** Reading is cheaper than a transaction that finds nothing. */
  private boolean isEmpty(String host) {
    return !commits.catalog().withHandle(handle -> frontier.hasDue(handle, host));
  }

  private <T> T with(String host, Function<Deque<FrontierRow>, T> use) {
    Deque<FrontierRow> waiting = byHost.computeIfAbsent(host, name -> new ArrayDeque<>());
    synchronized (waiting) {
      return use.apply(waiting);
    }
  }
}
