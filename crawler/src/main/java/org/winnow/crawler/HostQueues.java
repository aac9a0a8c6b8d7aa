// SPDX-License-Identifier: Apache-2.0
package org.winnow.crawler;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Which host may be asked next, and when: one request at a time, and a pause after each; or several
 * at a time, and a pause between the beginnings of two. A thread waits here for a host, never with
 * an address in hand. Memory grows with the number of hosts, not of addresses. Safe for use by
 * several threads.
 */
final class HostQueues {
  /** A run does not wait longer than this for a host that asks to be left alone. */
  static final Duration LONGEST_WAIT = Duration.ofMinutes(10);

  private static final Comparator<Host> FIRST_READY =
      Comparator.comparing((Host host) -> host.readyAt).thenComparing(host -> host.name);

  private final Clock clock;
  private final int mostBusy;
  private final Map<String, Host> hosts = new HashMap<>();
  private final TreeSet<Host> waiting = new TreeSet<>(FIRST_READY);
  private int busy;
  private boolean isFinished;

  /** Queues that let any number of threads be at work. */
  HostQueues(Clock clock) {
    this(clock, Integer.MAX_VALUE);
  }

  /**
   * @param mostBusy so much may be under way, fetched and not yet written: what is lost of a run
   *     that is killed
   */
  HostQueues(Clock clock, int mostBusy) {
    this.clock = clock;
    this.mostBusy = mostBusy;
  }

  /** One host. Its fields are guarded by the queues' lock; its holder may only pass it around. */
  static final class Host {
    final String name;
    private Instant nextRequest = Instant.EPOCH;
    private Instant readyAt = Instant.EPOCH;
    private int held;
    private int most = 1;
    private Duration gap = Duration.ZERO;
    private boolean isClosed;
    private boolean isWoken;
    private int failures;

    private Host(String name) {
      this.name = name;
    }
  }

  /** There is something to fetch at that host. */
  synchronized void wake(String name) {
    Host host = hosts.computeIfAbsent(name, Host::new);
    host.isWoken = host.held > 0;
    if (host.held < host.most) {
      enqueue(host, host.nextRequest);
    }
  }

  /** From now on that host takes so many requests at a time, which begin so far apart at least. */
  synchronized void pace(String name, int most, Duration gap) {
    Host host = hosts.computeIfAbsent(name, Host::new);
    host.gap = gap;
    if (host.most != most) {
      host.most = most;
      if (host.held > 0 && host.held < most) {
        enqueue(host, host.nextRequest);
      }
    }
  }

  /** Whoever holds that host has found something to fetch; there may be more for others. */
  synchronized void share(Host host) {
    if (host.held < host.most) {
      enqueue(host, host.nextRequest);
    }
  }

  /**
   * Waits for a host that may be asked now, and holds it; empty when no host has anything to fetch
   * and nobody is at work who might find something, or after {@link #finish}. Who gets a host must
   * call {@link #done} once, when everything that it led to is written.
   */
  synchronized Optional<Host> take() throws InterruptedException {
    while (!isFinished) {
      Instant now = clock.instant();
      Host first = waiting.isEmpty() ? null : waiting.first();
      if (busy >= mostBusy) {
        wait();
      } else if (first != null && !first.readyAt.isAfter(now)) {
        return Optional.of(hold(first));
      } else if (first != null && !first.readyAt.isAfter(now.plus(LONGEST_WAIT))) {
        wait(Duration.between(now, first.readyAt).toMillis() + 1);
      } else if (busy > 0) {
        wait();
      } else {
        finish();
      }
    }
    return Optional.empty();
  }

  /** Holds that host too if it may be asked now; otherwise says when to look again. */
  synchronized @Nullable Instant takeToo(String name) {
    Host host = hosts.computeIfAbsent(name, Host::new);
    Instant now = clock.instant();
    if (host.held > 0) {
      return now.plusMillis(100);
    }
    if (host.nextRequest.isAfter(now)) {
      return host.nextRequest;
    }
    boolean wasWaiting = waiting.remove(host);
    host.held++;
    host.isWoken = wasWaiting;
    return null;
  }

  /** Lets go of a host: it may be asked again at that instant. */
  synchronized void release(String name, Instant nextRequest) {
    Host host = hosts.computeIfAbsent(name, Host::new);
    letGo(host, nextRequest);
    enqueue(host, host.nextRequest);
    notifyAll();
  }

  /** Lets go of a host that was held along with another: nothing may be waiting for it. */
  synchronized void releaseToo(String name, Instant nextRequest) {
    Host host = hosts.computeIfAbsent(name, Host::new);
    letGo(host, nextRequest);
    if (host.isWoken) {
      enqueue(host, host.nextRequest);
    }
    notifyAll();
  }

  /** Lets go of a host that has nothing to fetch now, and nothing before {@code due} if given. */
  synchronized void rest(Host host, @Nullable Instant due) {
    host.held--;
    if (host.isWoken) {
      enqueue(host, host.nextRequest);
    } else if (due != null) {
      enqueue(host, due.isAfter(host.nextRequest) ? due : host.nextRequest);
    }
    notifyAll();
  }

  /** No more requests to that host in this run. */
  synchronized void close(String name) {
    Host host = hosts.computeIfAbsent(name, Host::new);
    waiting.remove(host);
    host.isClosed = true;
    notifyAll();
  }

  /** Counts a host's failures in a row; returns how many there are now. */
  synchronized int failures(String name, boolean isFailure) {
    Host host = hosts.computeIfAbsent(name, Host::new);
    host.failures = isFailure ? host.failures + 1 : 0;
    return host.failures;
  }

  /** Something goes on that may find more to fetch; {@link #done} once it is over. */
  synchronized void begin() {
    busy++;
  }

  /** Everything is written that came of taking a host, or what {@link #begin} has told is over. */
  synchronized void done() {
    busy--;
    notifyAll();
  }

  /** Nobody gets a host any more. */
  synchronized void finish() {
    isFinished = true;
    notifyAll();
  }

  synchronized boolean isFinished() {
    return isFinished;
  }

  private Host hold(Host host) {
    waiting.remove(host);
    host.held++;
    host.isWoken = false;
    busy++;
    if (host.most > 1) {
      host.nextRequest = clock.instant().plus(host.gap);
    }
    return host;
  }

  private static void letGo(Host host, Instant nextRequest) {
    host.held--;
    if (host.most == 1 || nextRequest.isAfter(host.nextRequest)) {
      host.nextRequest = nextRequest;
    }
  }

  private void enqueue(Host host, Instant readyAt) {
    host.isWoken = false;
    waiting.remove(host);
    if (!host.isClosed) {
      host.readyAt = readyAt;
      waiting.add(host);
      notifyAll();
    }
  }
}
