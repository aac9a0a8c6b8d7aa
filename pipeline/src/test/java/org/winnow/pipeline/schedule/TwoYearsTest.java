// SPDX-License-Identifier: Apache-2.0
package org.winnow.pipeline.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.winnow.corpus.Catalog;
import org.winnow.extractors.JsoupSelectors;
import org.winnow.pipeline.schedule.RunPlanner.Plan;
import org.winnow.pipeline.schedule.RunPlanner.Start;
import org.winnow.pipeline.schedule.ScheduledRun.State;
import org.winnow.siterules.RuleReader;
import org.winnow.siterules.RuleSet;
import org.winnow.siterules.RuleSource;

/** Schedules over two years of days with and without a change of the clocks. */
class TwoYearsTest {
  private static final LocalDate FIRST = LocalDate.of(2026, 1, 1);
  private static final int DAYS = 730;
  private static final int DAYS_BETWEEN_RESTARTS = 50;

  @TempDir private Path dir;

  @ParameterizedTest
  @CsvSource({
    "Africa/Cairo, 00:15",
    "Africa/Cairo, 23:30",
    "Asia/Beirut, 00:15",
    "Asia/Gaza, 02:15",
    "Africa/Casablanca, 02:15",
    "UTC, 02:15"
  })
  void every_day_has_exactly_one_run_at_the_time_that_it_has(ZoneId zone, LocalTime time)
      throws IOException {
    RuleSet rules = rules(zone, time);
    Instant now = FIRST.atStartOfDay(zone).toInstant().minusSeconds(60);
    Instant end = FIRST.plusDays(DAYS).atStartOfDay(zone).toInstant().minusSeconds(60);
    Catalog catalog = Catalog.open(dir.resolve("catalog.db"));
    RunPlanner planner = new RunPlanner(1, id -> false);
    for (int looks = 0; now.isBefore(end); looks++) {
      Instant at = now;
      Plan plan = catalog.jdbi().inTransaction(handle -> planner.look(handle, rules, at));
      for (Start start : plan.starts()) {
        catalog.jdbi().useHandle(h -> ScheduledRuns.end(h, start.id(), State.DONE, "", at));
      }
      // A real scheduler looks every 30 seconds, too; when it has nothing to do, this one does not.
      Instant nominal =
          NominalTimes.of(rules.rules().get(0).crawl().schedule()).after(now).orElseThrow();
      now = plan.next().isBefore(now.plusSeconds(30)) ? plan.next() : nominal.minusSeconds(10);
      if (looks % DAYS_BETWEEN_RESTARTS == 0) {
        catalog.close();
        catalog = Catalog.open(dir.resolve("catalog.db"));
      }
    }
    List<ScheduledRun> runs =
        catalog.jdbi().withHandle(h -> ScheduledRuns.latest(h, null, Long.MAX_VALUE, 10_000));
    catalog.close();
    List<Instant> nominal = new ArrayList<>(runs.stream().map(ScheduledRun::nominal).toList());
    nominal.sort(Comparator.naturalOrder());
    assertThat(runs).allMatch(run -> run.state() == State.DONE);
    assertThat(nominal).containsExactlyElementsOf(expected(zone, time));
  }

  /** Minute by minute, independently: the first minute of each day at which it is that late. */
  private static List<Instant> expected(ZoneId zone, LocalTime time) {
    List<Instant> expected = new ArrayList<>();
    for (int day = 0; day < DAYS; day++) {
      LocalDate date = FIRST.plusDays(day);
      ZonedDateTime minute = date.atStartOfDay(zone).truncatedTo(ChronoUnit.MINUTES);
      while (minute.toLocalTime().isBefore(time)) {
        minute = minute.plusMinutes(1);
      }
      expected.add(minute.toInstant());
    }
    return expected;
  }

  private static RuleSet rules(ZoneId zone, LocalTime time) {
    String rule =
        "version: 1\nsite: https://a.example/\nschedule: { cron: '%d %d * * *', timezone: %s }\n"
            .formatted(time.getMinute(), time.getHour(), zone);
    RuleSource source = new RuleSource("a", "a.yml", () -> rule.getBytes(StandardCharsets.UTF_8));
    return new RuleReader(JsoupSelectors.INSTANCE).read(List.of(source)).rules();
  }
}
