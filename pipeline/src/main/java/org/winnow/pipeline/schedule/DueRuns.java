// SPDX-License-Identifier: Apache-2.0
package org.winnow.pipeline.schedule;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.winnow.siterules.ScheduleRule;
import org.winnow.siterules.ScheduleRule.Misfire;

/**
 * Which runs of a schedule are to be made now, after a time in which nobody looked.
 *
 * @param runs the nominal instants whose runs are to start, the oldest first
 * @param seen the last nominal instant that is dealt with now: it was run, made up for or missed
 * @param slots how many there were since the last look
 */
public record DueRuns(List<Instant> runs, Instant seen, int slots) {
  /** A run that is later than this was missed. */
  public static final Duration GRACE = Duration.ofMinutes(1);

  /** A clock that was wrong by years is not made up for minute by minute. */
  private static final Duration LONGEST_LOOK_BACK = Duration.ofDays(400);

  public DueRuns {
    runs = List.copyOf(runs);
  }

  /**
   * What is due.
   *
   * @param site whose jitter counts
   * @param last the last nominal instant that was dealt with
   * @param now the time
   */
  public static DueRuns since(ScheduleRule schedule, String site, Instant last, Instant now) {
    Deque<Instant> due = new ArrayDeque<>();
    AtomicInteger slots = new AtomicInteger();
    Instant earliest = now.minus(LONGEST_LOOK_BACK);
    NominalTimes.of(schedule)
        .from(last.isBefore(earliest) ? earliest : last)
        .takeWhile(nominal -> !StartTime.of(schedule, site, nominal).isAfter(now))
        .forEach(
            nominal -> {
              slots.incrementAndGet();
              due.addLast(nominal);
              if (due.size() > ScheduleRule.MOST_MADE_UP) {
                due.removeFirst();
              }
            });
    if (due.isEmpty()) {
      return new DueRuns(List.of(), last, 0);
    }
    Instant latest = due.getLast();
    if (schedule.misfire() == Misfire.ALL) {
      return new DueRuns(List.copyOf(due), latest, slots.get());
    }
    boolean isLeftOut = schedule.misfire() == Misfire.SKIP && isMissed(schedule, site, latest, now);
    return new DueRuns(isLeftOut ? List.of() : List.of(latest), latest, slots.get());
  }

  /** The nominal instants of {@link #since}. */
  public static List<Instant> of(ScheduleRule schedule, String site, Instant last, Instant now) {
    return since(schedule, site, last, now).runs();
  }

  /** Whether the run of that instant should have started longer ago than {@link #GRACE}. */
  static boolean isMissed(ScheduleRule schedule, String site, Instant nominal, Instant now) {
    return StartTime.of(schedule, site, nominal).plus(GRACE).isBefore(now);
  }
}
