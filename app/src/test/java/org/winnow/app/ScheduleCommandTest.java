// SPDX-License-Identifier: Apache-2.0
package org.winnow.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.winnow.crawler.CrawlSettings;
import org.winnow.pipeline.DataFolder;
import org.winnow.pipeline.LiveRules;
import org.winnow.pipeline.Workspace;
import org.winnow.pipeline.schedule.SchedulerSettings;
import org.winnow.pipeline.schedule.SiteScheduler;

class ScheduleCommandTest {
  @TempDir private Path rules;

  @Test
  void the_next_times_stand_in_utc_and_in_their_zone() {
    Run run =
        Run.winnow(
            "schedule",
            "next",
            "--cron",
            "15 0 * * *",
            "--zone",
            "Africa/Cairo",
            "--from",
            "2026-04-22T12:00:00Z",
            "--count",
            3);
    assertThat(run.out().lines())
        .containsExactly(
            "2026-04-22T22:15:00Z  Thu 2026-04-23 00:15 +02:00",
            "2026-04-23T22:00:00Z  Fri 2026-04-24 01:00 +03:00",
            "2026-04-24T21:15:00Z  Sat 2026-04-25 00:15 +03:00");
  }

  @Test
  void what_is_no_cron_line_zone_or_instant_is_named() {
    assertThat(Run.winnow("schedule", "next", "--cron", "61 * * * *").err()).contains("--cron");
    assertThat(Run.winnow("schedule", "next", "--cron", "1 * * * *", "--zone", "Mars/A").err())
        .contains("'Mars/A' is not a time zone");
    assertThat(Run.winnow("schedule", "next", "--cron", "1 * * * *", "--from", "noon").err())
        .contains("'noon' is not an instant");
  }

  @Test
  void sites_with_a_schedule_are_listed_with_their_next_run() throws IOException {
    Files.writeString(
        rules.resolve("a.yml"),
        "version: 1\nsite: https://a.example/\nschedule: { cron: '0 6 * * *' }\n");
    Files.writeString(rules.resolve("b.yml"), "version: 1\nsite: https://b.example/\n");
    Run run = Run.winnow("schedule", "list", "--rules", rules);
    assertThat(run.code()).isZero();
    assertThat(run.out()).contains("0 6 * * *", "T06:00:00Z").doesNotContain("b.example");
  }

  @Test
  void beside_a_corpus_the_last_run_and_pauses_are_listed(@TempDir Path dir) throws IOException {
    Files.writeString(
        rules.resolve("a.yml"), "version: 1\nsite: https://a.example/\nschedule: { every: 6h }\n");
    LiveRules live = LiveRules.of(rules);
    try (Workspace workspace = Workspace.open(new DataFolder(dir), live, Clock.systemUTC());
        SiteScheduler scheduler =
            new SiteScheduler(
                workspace,
                new SchedulerSettings(
                    CrawlSettings.defaults(), 1, SchedulerSettings.Browsers.NONE, news -> {}))) {
      scheduler.pause("a", true);
    }
    Run run = Run.winnow("schedule", "list", "--rules", rules, "--data", dir);
    assertThat(run.code()).as(run.err()).isZero();
    assertThat(run.out()).contains("last run", "paused").contains("a ");
  }
}
