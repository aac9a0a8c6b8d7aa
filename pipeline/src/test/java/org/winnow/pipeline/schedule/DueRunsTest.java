// SPDX-License-Identifier: Apache-2.0
package org.winnow.pipeline.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.winnow.siterules.ScheduleRule;
import org.winnow.siterules.ScheduleRule.Misfire;
import org.winnow.siterules.ScheduleRule.Overlap;
import org.winnow.siterules.ScheduleRule.Window;

class DueRunsTest {
  private static final Instant MIDNIGHT = Instant.parse("2026-03-01T00:00:00Z");

  private static ScheduleRule hourly(Misfire misfire, Duration jitter) {
    return new ScheduleRule(
        null, Duration.ofHours(1), ZoneOffset.UTC, jitter, misfire, Overlap.SKIP, null, null);
  }

  private static List<Instant> due(Misfire misfire, Duration later) {
    return DueRuns.of(hourly(misfire, Duration.ZERO), "site", MIDNIGHT, MIDNIGHT.plus(later));
  }

  @Test
  void nothing_is_due_before_its_time() {
    assertThat(due(Misfire.ALL, Duration.ofMinutes(59))).isEmpty();
  }

  @Test
  void a_run_in_time_is_due_whatever_is_done_about_missed_ones() {
    for (Misfire misfire : Misfire.values()) {
      assertThat(due(misfire, Duration.ofMinutes(60)))
          .as(misfire.name())
          .containsExactly(MIDNIGHT.plusSeconds(3600));
    }
  }

  @Test
  void after_two_weeks_one_run_makes_up_for_all_or_none_does_or_the_last_day_is_made() {
    Duration twoWeeks = Duration.ofDays(14).plusMinutes(20);
    Instant latest = MIDNIGHT.plus(Duration.ofDays(14));
    assertThat(due(Misfire.ONCE, twoWeeks)).containsExactly(latest);
    assertThat(due(Misfire.SKIP, twoWeeks)).isEmpty();
    assertThat(due(Misfire.ALL, twoWeeks))
        .containsExactlyElementsOf(
            IntStream.rangeClosed(0, 23)
                .mapToObj(i -> latest.minus(Duration.ofHours(23 - i)))
                .toList());
  }

  @Test
  void jitter_is_the_same_for_one_run_and_differs_between_sites() {
    ScheduleRule schedule = hourly(Misfire.ONCE, Duration.ofMinutes(30));
    Instant one = StartTime.of(schedule, "a.example", MIDNIGHT);
    assertThat(StartTime.of(schedule, "a.example", MIDNIGHT)).isEqualTo(one);
    assertThat(StartTime.of(schedule, "b.example", MIDNIGHT)).isNotEqualTo(one);
    assertThat(one).isBetween(MIDNIGHT, MIDNIGHT.plus(Duration.ofMinutes(30)));
  }

  @Test
  void outside_its_window_a_run_waits_for_the_window_to_open() {
    ScheduleRule schedule =
        new ScheduleRule(
            null,
            Duration.ofHours(1),
            ZoneId.of("Asia/Dubai"),
            Duration.ZERO,
            Misfire.ONCE,
            Overlap.SKIP,
            new Window(LocalTime.of(22, 0), LocalTime.of(6, 0)),
            null);
    Instant noonInDubai = Instant.parse("2026-03-01T08:00:00Z");
    assertThat(StartTime.of(schedule, "site", noonInDubai))
        .isEqualTo(Instant.parse("2026-03-01T18:00:00Z"));
    assertThat(StartTime.of(schedule, "site", MIDNIGHT)).isEqualTo(MIDNIGHT);
  }
}
