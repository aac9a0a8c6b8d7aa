// SPDX-License-Identifier: Apache-2.0
package org.winnow.siterules;

import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/**
 * When a site is crawled. Without {@code cron} and {@code every} only by hand.
 *
 * @param cron five fields: minute, hour, day of month, month, day of week; or null
 * @param every from the start of one run to the next, or null
 * @param timezone of {@code cron} and {@code window}
 * @param jitter how much later a run may start, by chance
 * @param misfire what becomes of missed runs
 * @param overlap what happens when a run is due and the last one has not ended
 * @param window the hours in which runs may start, or null for any
 * @param maxRuntime when a run is stopped, or null for never
 */
public record ScheduleRule(
    @Nullable String cron,
    @Nullable Duration every,
    ZoneId timezone,
    Duration jitter,
    Misfire misfire,
    Overlap overlap,
    @Nullable Window window,
    @Nullable Duration maxRuntime) {

  /** Only by hand. */
  public static final ScheduleRule NONE =
      new ScheduleRule(
          null, null, ZoneOffset.UTC, Duration.ZERO, Misfire.ONCE, Overlap.SKIP, null, null);

  /** A day's worth of hourly runs: enough to make up for, without a site being flooded. */
  public static final int MOST_MADE_UP = 24;

  /** Hours of the day; {@code to} before {@code from} is on the next day. */
  public record Window(LocalTime from, LocalTime to) {}

  /** What becomes of missed runs. */
  public enum Misfire {
    /** One run makes up for all. */
    ONCE,
    SKIP,
    /** Each of them is made, the last {@link #MOST_MADE_UP} at the most. */
    ALL
  }

  /** What happens when a run is due and the last one has not ended. */
  public enum Overlap {
    SKIP,
    /** It starts when the last one has ended; no more than one waits. */
    QUEUE,
    /** The last one is stopped, to go on as part of the new one. */
    CANCEL_PREVIOUS
  }
}
