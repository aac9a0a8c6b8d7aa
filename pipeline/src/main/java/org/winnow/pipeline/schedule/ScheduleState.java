// SPDX-License-Identifier: Apache-2.0
package org.winnow.pipeline.schedule;

import java.time.Instant;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;

/**
 * How far a schedule has come.
 *
 * @param site the name of its rule
 * @param times what the rule said of the times
 * @param seen the last nominal instant that was dealt with
 * @param isPaused whether somebody paused it
 */
record ScheduleState(String site, String times, Instant seen, boolean isPaused) {
  /** Stands for all schedules. */
  static final String ALL = "*";

  /** All of them by site. */
  static Map<String, ScheduleState> all(Handle handle) {
    return handle
        .createQuery("SELECT * FROM schedule")
        .map(
            (row, context) ->
                new ScheduleState(
                    row.getString("site"),
                    row.getString("times"),
                    Instant.ofEpochMilli(row.getLong("seen")),
                    row.getBoolean("paused")))
        .collect(Collectors.toMap(ScheduleState::site, Function.identity()));
  }

  static boolean isPaused(Map<String, ScheduleState> all, String site) {
    return of(all, ALL).isPaused() || of(all, site).isPaused();
  }

  private static ScheduleState of(Map<String, ScheduleState> all, String site) {
    return all.getOrDefault(site, new ScheduleState(site, "", Instant.EPOCH, false));
  }

  /** Notes that everything up to then is dealt with. */
  static void see(Handle handle, String site, String times, Instant seen) {
    handle
        .createUpdate(
            """
            INSERT INTO schedule (site, times, seen) VALUES (:site, :times, :seen)
            ON CONFLICT (site) DO UPDATE SET times = excluded.times, seen = excluded.seen""")
        .bind("site", site)
        .bind("times", times)
        .bind("seen", seen.toEpochMilli())
        .execute();
  }

  /** Pauses that schedule or lets it go on. */
  static void pause(Handle handle, String site, boolean isPaused, Instant now) {
    handle
        .createUpdate(
            """
            INSERT INTO schedule (site, times, seen, paused) VALUES (:site, '', :now, :paused)
            ON CONFLICT (site) DO UPDATE SET paused = excluded.paused""")
        .bind("site", site)
        .bind("now", now.toEpochMilli())
        .bind("paused", isPaused)
        .execute();
  }
}
