// SPDX-License-Identifier: Apache-2.0
package org.winnow.pipeline.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.winnow.siterules.ScheduleRule;

class NominalTimesTest {

  @ParameterizedTest
  @CsvSource({
    "15 0 * * *,      Africa/Cairo,      2026-04-23T12:00:00Z, 2026-04-23T22:00:00Z",
    "30 0 * * *,      Asia/Beirut,       2026-03-28T12:00:00Z, 2026-03-28T22:00:00Z",
    "15 2 * * *,      Asia/Gaza,         2026-03-27T12:00:00Z, 2026-03-28T00:00:00Z",
    "15 2 * * *,      Africa/Casablanca, 2026-02-14T12:00:00Z, 2026-02-15T01:15:00Z",
    "15 2 * * *,      Africa/Casablanca, 2026-02-15T01:15:00Z, 2026-02-16T02:15:00Z",
    "0 6 * * 1-5,     UTC,               2026-11-20T07:00:00Z, 2026-11-23T06:00:00Z",
    "0 0 29 2 *,      UTC,               2026-01-01T00:00:00Z, 2028-02-29T00:00:00Z",
    "'0 0 1 jan,jul *', UTC,             2026-01-01T00:00:00Z, 2026-07-01T00:00:00Z"
  })
  void the_next_time_of_a_cron_line(String cron, ZoneId zone, Instant after, Instant next) {
    assertThat(NominalTimes.cron(cron, zone).after(after)).contains(next);
  }

  @ParameterizedTest
  @CsvSource({
    "Africa/Cairo",
    "Asia/Beirut",
    "Asia/Gaza",
    "Africa/Casablanca",
    "America/Sao_Paulo",
    "UTC"
  })
  void every_day_of_two_years_has_each_of_its_times_once(ZoneId zone) {
    LocalDate first = LocalDate.of(2026, 1, 1);
    LocalDate last = LocalDate.of(2027, 12, 31);
    for (String time : List.of("00:00", "00:15", "00:30", "01:15", "02:15", "02:45", "03:00")) {
      LocalTime at = LocalTime.parse(time);
      String cron = at.getMinute() + " " + at.getHour() + " * * *";
      List<Instant> fired =
          NominalTimes.cron(cron, zone)
              .from(first.atStartOfDay(zone).toInstant().minusSeconds(1))
              .takeWhile(
                  instant -> instant.isBefore(last.plusDays(1).atStartOfDay(zone).toInstant()))
              .toList();
      assertThat(fired).as("%s in %s", cron, zone).isEqualTo(expected(first, last, at, zone));
    }
  }

  /** Minute by minute of each day: the first instant that the clock shows that time or a later. */
  private static List<Instant> expected(
      LocalDate first, LocalDate last, LocalTime at, ZoneId zone) {
    List<Instant> expected = new ArrayList<>();
    for (LocalDate day = first; !day.isAfter(last); day = day.plusDays(1)) {
      LocalDateTime wanted = day.atTime(at);
      Instant instant = wanted.minusHours(4).atZone(zone).toInstant();
      while (LocalDateTime.ofInstant(instant, zone).isBefore(wanted)) {
        instant = instant.plusSeconds(60);
      }
      expected.add(instant);
    }
    return expected;
  }

  @Test
  void times_that_fall_into_one_gap_are_one_time() {
    List<Instant> times =
        NominalTimes.cron("*/10 * * * *", ZoneId.of("Africa/Cairo"))
            .from(Instant.parse("2026-04-23T21:39:00Z"))
            .limit(4)
            .toList();
    assertThat(times)
        .containsExactly(
            Instant.parse("2026-04-23T21:40:00Z"),
            Instant.parse("2026-04-23T21:50:00Z"),
            Instant.parse("2026-04-23T22:00:00Z"),
            Instant.parse("2026-04-23T22:10:00Z"));
  }

  @Test
  void a_day_that_never_comes_has_no_times() {
    assertThat(NominalTimes.cron("0 0 30 2 *", ZoneId.of("UTC")).after(Instant.EPOCH)).isEmpty();
    assertThat(NominalTimes.of(ScheduleRule.NONE).after(Instant.EPOCH)).isEmpty();
  }

  @Test
  void a_span_counts_from_the_epoch_so_that_every_process_has_the_same_times() {
    NominalTimes times = NominalTimes.every(Duration.ofHours(6));
    assertThat(new TreeSet<>(times.from(Instant.parse("2026-01-01T00:00:00Z")).limit(2).toList()))
        .containsExactly(
            Instant.parse("2026-01-01T06:00:00Z"), Instant.parse("2026-01-01T12:00:00Z"));
  }
}
