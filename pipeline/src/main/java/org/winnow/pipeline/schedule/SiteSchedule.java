// SPDX-License-Identifier: Apache-2.0
package org.winnow.pipeline.schedule;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.winnow.siterules.RuleSet;
import org.winnow.siterules.ScheduleRule;

/**
 * A site's schedule, and how it stands.
 *
 * @param site the name of the rule
 * @param schedule what the rule says; {@link ScheduleRule#NONE} if it says nothing
 * @param isPaused whether it, or all, are paused
 * @param next when the next runs may start, the next first; none while it is paused
 * @param last its last run that began, or null
 */
public record SiteSchedule(
    String site,
    ScheduleRule schedule,
    boolean isPaused,
    List<Instant> next,
    @Nullable ScheduledRun last) {

  /** So many next runs are told. */
  public static final int AHEAD = 5;

  public SiteSchedule {
    next = List.copyOf(next);
  }

  /** Those of every rule that has one. */
  public static List<SiteSchedule> all(Handle handle, RuleSet rules, Instant now) {
    Map<String, ScheduleState> states = ScheduleState.all(handle);
    Map<String, ScheduledRun> last = lastRuns(handle);
    return rules.rules().stream()
        .filter(rule -> RunPlanner.hasTimes(rule.crawl().schedule()))
        .map(
            rule -> {
              boolean isPaused = ScheduleState.isPaused(states, rule.name());
              ScheduleRule schedule = rule.crawl().schedule();
              return new SiteSchedule(
                  rule.name(),
                  schedule,
                  isPaused,
                  isPaused ? List.of() : next(schedule, rule.name(), now).limit(AHEAD).toList(),
                  last.get(rule.name()));
            })
        .toList();
  }

  /** When the runs of that schedule may start after now, for ever. */
  public static Stream<Instant> next(ScheduleRule schedule, String site, Instant now) {
    return NominalTimes.of(schedule)
        .from(now)
        .map(nominal -> StartTime.of(schedule, site, nominal))
        .distinct();
  }

  private static Map<String, ScheduledRun> lastRuns(Handle handle) {
    List<Long> ids =
        handle
            .createQuery(
                "SELECT MAX(id) FROM scheduled_run WHERE started IS NOT NULL GROUP BY site")
            .mapTo(Long.class)
            .list();
    return ids.stream()
        .flatMap(id -> ScheduledRuns.find(handle, id).stream())
        .collect(Collectors.toMap(ScheduledRun::site, Function.identity()));
  }
}
