// SPDX-License-Identifier: Apache-2.0
package org.winnow.app;

import java.io.IOException;
import java.nio.file.Files;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.winnow.corpus.Catalog;
import org.winnow.pipeline.schedule.NominalTimes;
import org.winnow.pipeline.schedule.ScheduledRun;
import org.winnow.pipeline.schedule.SiteSchedule;
import org.winnow.pipeline.schedule.StartTime;
import org.winnow.siterules.RuleSet;
import org.winnow.siterules.ScheduleRule;
import org.winnow.siterules.SiteRule;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;

/** Says which sites have a schedule and when their next runs are. */
@Command(
    name = "list",
    description = {
      "Lists the sites whose rules have a schedule, with their next runs.",
      "",
      "Where there is a corpus (--data), with their last run, and whether they are paused, too."
    },
    footerHeading = "%nExample:%n",
    footer = "  winnow schedule list --rules my-rules/")
final class ScheduleListCommand implements Callable<Integer> {
  private final Terminal terminal;
  private final Clock clock;

  @Mixin private RuleOptions ruleOptions = new RuleOptions();
  @Mixin private DataOptions data = new DataOptions();

  ScheduleListCommand(Terminal terminal, Clock clock) {
    this.terminal = terminal;
    this.clock = clock;
  }

  @Override
  public Integer call() throws IOException {
    RuleSet rules = ruleOptions.rules();
    List<SiteRule> scheduled =
        rules.rules().stream()
            .filter(
                rule -> NominalTimes.of(rule.crawl().schedule()).after(Instant.EPOCH).isPresent())
            .sorted(Comparator.comparing(SiteRule::name))
            .toList();
    if (scheduled.isEmpty()) {
      terminal.say("winnow: no rule has a schedule; give it one: schedule: { every: 6h }");
      return ExitCode.OK;
    }
    Instant now = clock.instant();
    Map<String, SiteSchedule> known = known(rules, now);
    Table table =
        known.isEmpty()
            ? new Table("rule", "schedule", "zone", "next", "starts")
            : new Table("rule", "schedule", "zone", "next", "starts", "last run", "state");
    for (SiteRule rule : scheduled) {
      ScheduleRule schedule = rule.crawl().schedule();
      Instant next = NominalTimes.of(schedule).after(now).orElse(null);
      List<Object> row =
          new ArrayList<>(
              List.of(
                  rule.name(),
                  schedule.cron() == null ? "every " + schedule.every() : schedule.cron(),
                  schedule.timezone(),
                  next == null ? "never" : next,
                  next == null ? "-" : StartTime.of(schedule, rule.name(), next)));
      SiteSchedule stands = known.get(rule.name());
      if (stands != null) {
        ScheduledRun last = stands.last();
        row.add(last == null ? "-" : last.nominal());
        row.add(state(stands, last));
      }
      table.add(row.toArray());
    }
    table.lines().forEach(terminal.out()::println);
    return ExitCode.OK;
  }

  private static String state(SiteSchedule schedule, @Nullable ScheduledRun last) {
    String state = last == null ? "-" : last.state().name().toLowerCase(Locale.ROOT);
    return schedule.isPaused() ? "paused" + (last == null ? "" : ", " + state) : state;
  }

  /** How the schedules stand in the data folder, by rule; empty where there is none. */
  private Map<String, SiteSchedule> known(RuleSet rules, Instant now) throws IOException {
    if (!Files.exists(data.folder().catalogFile())) {
      return Map.of();
    }
    try (Catalog catalog = data.folder().catalog()) {
      return catalog.jdbi().withHandle(handle -> SiteSchedule.all(handle, rules, now)).stream()
          .collect(Collectors.toMap(SiteSchedule::site, Function.identity()));
    }
  }
}
