// SPDX-License-Identifier: Apache-2.0
package org.winnow.pipeline.schedule;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.winnow.siterules.ScheduleRule;
import org.winnow.siterules.ScheduleRule.Misfire;

/** Which runs of a schedule are to be made now, after a time in which nobody looked. */
public final class DueRuns {
  /** A run that is later than this was missed. */
  public static final Duration GRACE = Duration.ofMinutes(1);

  private DueRuns() {}

  /**
   * The nominal instants whose runs are to start, the oldest first.
   *
   * @param site whose jitter counts
   * @param last the last nominal instant that was dealt with
   * @param now the time
   */
  public static List<Instant> of(ScheduleRule schedule, String site, Instant last, Instant now) {
    Deque<Instant> due = new ArrayDeque<>();
    NominalTimes.of(schedule)
        .from(last)
        .takeWhile(nominal -> !StartTime.of(schedule, site, nominal).isAfter(now))
        .forEach(
            nominal -> {
              due.addLast(nominal);
              if (due.size() > ScheduleRule.MOST_MADE_UP) {
                due.removeFirst();
              }
            });
    if (due.isEmpty() || schedule.misfire() == Misfire.ALL) {
      return List.copyOf(due);
    }
    Instant latest = due.getLast();
    boolean isMissed = StartTime.of(schedule, site, latest).plus(GRACE).isBefore(now);
    return isMissed && schedule.misfire() == Misfire.SKIP ? List.of() : List.of(latest);
  }
}
