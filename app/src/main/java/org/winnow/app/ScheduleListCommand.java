// SPDX-License-Identifier: Apache-2.0
package org.winnow.app;

import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.Callable;
import org.winnow.pipeline.schedule.NominalTimes;
import org.winnow.pipeline.schedule.StartTime;
import org.winnow.siterules.ScheduleRule;
import org.winnow.siterules.SiteRule;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;

/** Says which sites have a schedule and when their next runs are. */
@Command(
    name = "list",
    description = "Lists the sites whose rules have a schedule, with their next runs.",
    footerHeading = "%nExample:%n",
    footer = "  winnow schedule list --rules my-rules/")
final class ScheduleListCommand implements Callable<Integer> {
  private final Terminal terminal;
  private final Clock clock;

  @Mixin private RuleOptions ruleOptions = new RuleOptions();

  ScheduleListCommand(Terminal terminal, Clock clock) {
    this.terminal = terminal;
    this.clock = clock;
  }

  @Override
  public Integer call() {
    List<SiteRule> scheduled =
        ruleOptions.rules().rules().stream()
            .filter(
                rule -> NominalTimes.of(rule.crawl().schedule()).after(Instant.EPOCH).isPresent())
            .sorted(Comparator.comparing(SiteRule::name))
            .toList();
    if (scheduled.isEmpty()) {
      terminal.say("winnow: no rule has a schedule; give it one: schedule: { every: 6h }");
      return ExitCode.OK;
    }
    Instant now = clock.instant();
    Table table = new Table("rule", "schedule", "zone", "next", "starts");
    for (SiteRule rule : scheduled) {
      ScheduleRule schedule = rule.crawl().schedule();
      Instant next = NominalTimes.of(schedule).after(now).orElse(null);
      table.add(
          rule.name(),
          schedule.cron() == null ? "every " + schedule.every() : schedule.cron(),
          schedule.timezone(),
          next == null ? "never" : next,
          next == null ? "-" : StartTime.of(schedule, rule.name(), next));
    }
    table.lines().forEach(terminal.out()::println);
    return ExitCode.OK;
  }
}
