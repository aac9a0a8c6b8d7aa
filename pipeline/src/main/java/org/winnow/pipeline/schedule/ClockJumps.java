// SPDX-License-Identifier: Apache-2.0
package org.winnow.pipeline.schedule;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.LongSupplier;

/** Notices that the wall clock was set, or that the machine slept. Used by one thread. */
final class ClockJumps {
  private static final Duration TOLERATED = Duration.ofSeconds(60);

  private final Clock clock;
  private final LongSupplier nanos;
  private Instant last;
  private long lastNanos;

  /**
   * @param nanos a clock that nobody sets: {@link System#nanoTime}
   */
  ClockJumps(Clock clock, LongSupplier nanos) {
    this.clock = clock;
    this.nanos = nanos;
    last = clock.instant();
    lastNanos = nanos.getAsLong();
  }

  /** By how much the wall clock went other than time did since the last call, if by much. */
  Optional<Duration> sinceLast() {
    Instant now = clock.instant();
    long nowNanos = nanos.getAsLong();
    Duration jump = Duration.between(last, now).minusNanos(nowNanos - lastNanos);
    last = now;
    lastNanos = nowNanos;
    return jump.abs().compareTo(TOLERATED) > 0 ? Optional.of(jump) : Optional.empty();
  }
}
