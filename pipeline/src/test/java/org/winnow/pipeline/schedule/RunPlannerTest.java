// SPDX-License-Identifier: Apache-2.0
package org.winnow.pipeline.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.winnow.corpus.Catalog;
import org.winnow.extractors.JsoupSelectors;
import org.winnow.pipeline.Fence;
import org.winnow.pipeline.schedule.RunPlanner.Plan;
import org.winnow.pipeline.schedule.RunPlanner.Start;
import org.winnow.pipeline.schedule.ScheduledRun.State;
import org.winnow.siterules.RuleReader;
import org.winnow.siterules.RuleSet;
import org.winnow.siterules.RuleSource;

class RunPlannerTest {
  private static final Instant MIDNIGHT = Instant.parse("2026-03-01T00:00:00Z");
  private static final String SITE = "a.example";

  @TempDir private Path dir;
  private Catalog catalog;
  private RuleSet rules = RuleSet.none();
  private final Set<Long> alive = new HashSet<>();
  private RunPlanner planner = new RunPlanner(4, alive::contains);
  private Instant now = MIDNIGHT;

  @BeforeEach
  void open() throws IOException {
    catalog = Catalog.open(dir.resolve("catalog.db"));
  }

  @AfterEach
  void close() {
    catalog.close();
  }

  private static RuleSource source(String name, String schedule) {
    String rule = "version: 1\nsite: https://" + name + "/\n" + schedule;
    return new RuleSource(name, name, () -> rule.getBytes(StandardCharsets.UTF_8));
  }

  private void schedule(String fields) {
    rules =
        new RuleReader(JsoupSelectors.INSTANCE)
            .read(List.of(source(SITE, "schedule: { " + fields + " }\n")))
            .rules();
    assertThat(rules.rules()).isNotEmpty();
  }

  private Plan look() {
    Plan plan = catalog.jdbi().inTransaction(handle -> planner.look(handle, rules, now));
    plan.starts().forEach(start -> alive.add(start.id()));
    return plan;
  }

  private Plan lookAt(Duration sinceMidnight) {
    now = MIDNIGHT.plus(sinceMidnight);
    return look();
  }

  private void end(Start start) {
    alive.remove(start.id());
    catalog.jdbi().useHandle(handle -> ScheduledRuns.end(handle, start.id(), State.DONE, "", now));
  }

  private void endAll() {
    List<ScheduledRun> running =
        catalog.jdbi().withHandle(handle -> ScheduledRuns.in(handle, State.RUNNING));
    running.forEach(run -> end(new Start(run.id(), run.site(), 0)));
  }

  /** Looks and ends what was started until nothing starts any more. */
  private int runAll() {
    int runs = 0;
    for (Plan plan = look(); !plan.starts().isEmpty(); plan = look()) {
      runs += plan.starts().size();
      endAll();
    }
    return runs;
  }

  private void restart() throws IOException {
    catalog.close();
    alive.clear();
    planner = new RunPlanner(4, alive::contains);
    open();
    catalog.jdbi().useTransaction(handle -> planner.buryAll(handle, rules, now));
  }

  /** The run table, the oldest first: cause, state, hours since midnight of the nominal instant. */
  private List<String> table() {
    List<String> rows = new ArrayList<>();
    catalog
        .jdbi()
        .withHandle(handle -> ScheduledRuns.latest(handle, null, Long.MAX_VALUE, 1_000))
        .forEach(
            run ->
                rows.add(
                    0,
                    run.cause()
                        + " "
                        + run.state()
                        + " "
                        + Duration.between(MIDNIGHT, run.nominal()).toMinutes() / 60.0
                        + (run.detail().isEmpty() ? "" : " " + run.detail())));
    return rows;
  }

  @Test
  void a_new_schedule_begins_with_its_next_slot_and_each_slot_is_run_once() {
    schedule("every: 1h");
    assertThat(look().next()).isEqualTo(MIDNIGHT.plus(RunPlanner.LOOK_AGAIN));
    assertThat(lookAt(Duration.ofMinutes(59)).starts()).isEmpty();
    assertThat(lookAt(Duration.ofMinutes(60)).starts()).hasSize(1);
    endAll();
    assertThat(look().starts()).isEmpty();
    assertThat(table()).containsExactly("SCHEDULE DONE 1.0");
  }

  @Test
  void a_look_is_asked_for_when_the_next_run_may_start() {
    schedule("every: 1h");
    look();
    Plan plan = lookAt(Duration.ofMinutes(59).plusSeconds(50));
    assertThat(plan.next()).isEqualTo(MIDNIGHT.plus(Duration.ofHours(1)));
  }

  @Test
  void after_two_weeks_of_downtime_one_run_makes_up_for_all() throws IOException {
    schedule("every: 1h, misfire: once");
    look();
    now = MIDNIGHT.plus(Duration.ofDays(14)).plusSeconds(600);
    restart();
    assertThat(runAll()).isEqualTo(1);
    assertThat(table()).containsExactly("MISSED DONE 336.0 makes up for 335 more");
  }

  @Test
  void after_two_weeks_of_downtime_nothing_is_made_up_where_the_rule_says_skip()
      throws IOException {
    schedule("every: 1h, misfire: skip");
    look();
    now = MIDNIGHT.plus(Duration.ofDays(14)).plusSeconds(600);
    restart();
    assertThat(runAll()).isZero();
    assertThat(table()).isEmpty();
    assertThat(lookAt(Duration.ofDays(14).plusHours(1)).starts()).hasSize(1);
  }

  @Test
  void after_two_weeks_of_downtime_the_last_day_is_made_up_one_by_one() throws IOException {
    schedule("every: 1h, misfire: all");
    look();
    now = MIDNIGHT.plus(Duration.ofDays(14)).plusSeconds(600);
    restart();
    assertThat(look().starts()).hasSize(1);
    endAll();
    assertThat(runAll()).isEqualTo(23);
    assertThat(table())
        .hasSize(24)
        .startsWith("MISSED DONE 313.0 makes up for 312 more")
        .endsWith("MISSED DONE 336.0");
  }

  @Test
  void a_run_that_is_due_while_one_goes_on_is_skipped() {
    schedule("every: 1h, overlap: skip");
    look();
    Start first = lookAt(Duration.ofHours(1)).starts().get(0);
    assertThat(lookAt(Duration.ofHours(2)).starts()).isEmpty();
    end(first);
    assertThat(lookAt(Duration.ofMinutes(150)).starts()).isEmpty();
    assertThat(lookAt(Duration.ofHours(3)).starts()).hasSize(1);
    assertThat(table())
        .containsExactly(
            "SCHEDULE DONE 1.0",
            "SCHEDULE SKIPPED 2.0 the run before had not ended",
            "SCHEDULE RUNNING 3.0");
  }

  @Test
  void one_run_waits_for_the_one_that_goes_on_and_no_more_than_one() {
    schedule("every: 1h, overlap: queue");
    look();
    Start first = lookAt(Duration.ofHours(1)).starts().get(0);
    assertThat(lookAt(Duration.ofHours(2)).starts()).isEmpty();
    assertThat(lookAt(Duration.ofHours(3)).starts()).isEmpty();
    end(first);
    assertThat(look().starts()).hasSize(1);
    assertThat(table())
        .containsExactly(
            "SCHEDULE DONE 1.0",
            "SCHEDULE RUNNING 2.0",
            "SCHEDULE SKIPPED 3.0 another one waited already");
  }

  @Test
  void the_next_run_ends_the_one_that_goes_on() {
    schedule("every: 1h, overlap: cancel_previous");
    look();
    Start first = lookAt(Duration.ofHours(1)).starts().get(0);
    Plan second = lookAt(Duration.ofHours(2));
    assertThat(second.starts()).isEmpty();
    assertThat(second.cancels()).containsExactly(first.id());
    end(first);
    assertThat(look().starts()).hasSize(1);
  }

  @Test
  void no_more_runs_go_on_than_are_wanted_at_a_time() {
    rules =
        new RuleReader(JsoupSelectors.INSTANCE)
            .read(
                List.of(
                    source("a.example", "schedule: { every: 1h }\n"),
                    source("b.example", "schedule: { every: 1h }\n"),
                    source("c.example", "schedule: { every: 1h }\n")))
            .rules();
    planner = new RunPlanner(2, alive::contains);
    look();
    assertThat(lookAt(Duration.ofHours(1)).starts()).hasSize(2);
    assertThat(look().starts()).isEmpty();
    endAll();
    assertThat(look().starts()).hasSize(1);
  }

  @Test
  void a_killed_run_is_shown_as_such_and_gone_on_with() throws IOException {
    schedule("every: 1h");
    look();
    Start first = lookAt(Duration.ofHours(1)).starts().get(0);
    now = now.plusSeconds(120);
    restart();
    Start again = look().starts().get(0);
    assertThat(table())
        .containsExactly(
            "SCHEDULE INTERRUPTED 1.0 it was cut off",
            "AGAIN RUNNING " + 62 / 60.0 + " goes on with run " + first.id());
    end(again);
    assertThat(look().starts()).isEmpty();
  }

  @Test
  void a_killed_run_is_left_where_the_rule_says_skip() throws IOException {
    schedule("every: 1h, misfire: skip");
    look();
    lookAt(Duration.ofHours(1));
    restart();
    assertThat(runAll()).isZero();
    assertThat(table()).containsExactly("SCHEDULE INTERRUPTED 1.0 it was cut off");
  }

  @Test
  void a_run_of_another_process_that_falls_silent_is_gone_on_with_and_can_write_no_more() {
    schedule("every: 1h");
    look();
    Start first = lookAt(Duration.ofHours(1)).starts().get(0);
    Fence fence = ScheduledRuns.fence(first.id(), first.fence());
    catalog.jdbi().useHandle(fence::check);
    alive.clear();
    now = now.plus(RunPlanner.SILENT).plusSeconds(1);
    assertThat(look().starts()).hasSize(1);
    assertThat(
            org.assertj.core.api.Assertions.catchThrowable(
                () -> catalog.jdbi().useHandle(fence::check)))
        .isInstanceOf(Fence.PassedException.class);
  }

  @Test
  void what_passes_while_a_schedule_is_paused_is_not_made_up_for() throws IOException {
    schedule("every: 1h, misfire: all");
    look();
    catalog.jdbi().useHandle(handle -> ScheduleState.pause(handle, SITE, true, now));
    assertThat(lookAt(Duration.ofHours(5)).starts()).isEmpty();
    now = now.plusSeconds(1_000);
    restart();
    assertThat(look().starts()).isEmpty();
    catalog.jdbi().useHandle(handle -> ScheduleState.pause(handle, SITE, false, now));
    assertThat(look().starts()).isEmpty();
    assertThat(lookAt(Duration.ofHours(6)).starts()).hasSize(1);
    assertThat(table()).containsExactly("SCHEDULE RUNNING 6.0");
  }

  @Test
  void everything_can_be_paused_and_a_run_by_hand_is_made_all_the_same() {
    schedule("every: 1h");
    look();
    catalog.jdbi().useHandle(handle -> ScheduleState.pause(handle, ScheduleState.ALL, true, now));
    assertThat(lookAt(Duration.ofHours(1)).starts()).isEmpty();
    catalog.jdbi().useHandle(handle -> RunPlanner.addByHand(handle, SITE, now));
    assertThat(look().starts()).hasSize(1);
  }

  @Test
  void a_run_by_hand_waits_for_the_one_that_goes_on_and_is_wanted_once() {
    schedule("every: 1h");
    look();
    Start first = lookAt(Duration.ofHours(1)).starts().get(0);
    long one = catalog.jdbi().withHandle(handle -> RunPlanner.addByHand(handle, SITE, now));
    long two = catalog.jdbi().withHandle(handle -> RunPlanner.addByHand(handle, SITE, now));
    assertThat(two).isEqualTo(one);
    assertThat(look().starts()).isEmpty();
    end(first);
    assertThat(look().starts()).extracting(Start::id).containsExactly(one);
  }

  @Test
  void a_schedule_that_is_changed_begins_anew() {
    schedule("every: 7d, misfire: all");
    look();
    now = MIDNIGHT.plus(Duration.ofDays(3));
    schedule("every: 1h, misfire: all");
    assertThat(look().starts()).isEmpty();
    assertThat(lookAt(Duration.ofDays(3).plusHours(1)).starts()).hasSize(1);
    assertThat(table()).hasSize(1);
  }

  @Test
  void what_waits_is_dropped_when_its_schedule_is_gone() {
    schedule("every: 1h, overlap: queue");
    look();
    Start first = lookAt(Duration.ofHours(1)).starts().get(0);
    lookAt(Duration.ofHours(2));
    rules = RuleSet.none();
    end(first);
    assertThat(look().starts()).isEmpty();
    assertThat(table()).contains("SCHEDULE SKIPPED 2.0 its rule has no schedule any more");
  }

  @Test
  void a_clock_that_is_set_back_repeats_no_run_and_one_that_was_far_ahead_stops_none() {
    schedule("every: 1h, misfire: skip");
    look();
    lookAt(Duration.ofHours(1));
    endAll();
    assertThat(lookAt(Duration.ofMinutes(1)).starts()).isEmpty();
    assertThat(lookAt(Duration.ofHours(1)).starts()).isEmpty();
    lookAt(Duration.ofDays(90));
    endAll();
    lookAt(Duration.ofHours(1).plusMinutes(30));
    assertThat(lookAt(Duration.ofHours(2)).starts()).hasSize(1);
    assertThat(table())
        .containsExactly("SCHEDULE DONE 1.0", "SCHEDULE DONE 2160.0", "SCHEDULE RUNNING 2.0");
  }
}
