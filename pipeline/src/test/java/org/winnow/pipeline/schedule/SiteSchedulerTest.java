// SPDX-License-Identifier: Apache-2.0
package org.winnow.pipeline.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.winnow.corpus.Articles;
import org.winnow.corpus.StoredArticle;
import org.winnow.crawler.CrawlEvent.Outcome;
import org.winnow.pipeline.DataFolder;
import org.winnow.pipeline.LiveRules;
import org.winnow.pipeline.Workspace;
import org.winnow.pipeline.schedule.ScheduledRun.Cause;
import org.winnow.pipeline.schedule.ScheduledRun.State;

@Timeout(120)
class SiteSchedulerTest {
  private static final Instant MIDNIGHT = Instant.parse("2026-03-01T00:00:00Z");
  private static final Duration DELAY = Duration.ofMillis(10);

  @TempDir private Path dir;
  private final SetClock clock = new SetClock(MIDNIGHT.plusSeconds(20));
  private final List<String> news = new CopyOnWriteArrayList<>();
  private SmallSite site;
  private Workspace workspace;
  private SiteScheduler scheduler;

  @BeforeEach
  void begin() throws IOException {
    site = new SmallSite(12);
  }

  @AfterEach
  void end() throws IOException {
    stop();
    site.close();
  }

  private void rule(String schedule) throws IOException {
    Path folder = Files.createDirectories(dir.resolve("rules"));
    Files.writeString(
        folder.resolve(SmallSite.NAME + ".yml"),
        "version: 1\nsite: https://a.example/\n" + schedule);
  }

  private void start() throws IOException {
    LiveRules rules = LiveRules.of(dir.resolve("rules"));
    assertThat(rules.problems()).isEmpty();
    workspace = Workspace.open(new DataFolder(dir.resolve("data")), rules, clock);
    scheduler =
        new SiteScheduler(
            workspace,
            new SchedulerSettings(
                site.settings(DELAY), 2, SchedulerSettings.Browsers.NONE, news::add));
    scheduler.start();
  }

  private void stop() throws IOException {
    if (scheduler != null) {
      scheduler.close();
      workspace.close();
      scheduler = null;
    }
  }

  private List<ScheduledRun> runs() {
    return workspace
        .jdbi()
        .withHandle(handle -> ScheduledRuns.latest(handle, null, Long.MAX_VALUE, 100));
  }

  private static void await(BooleanSupplier isSo) {
    while (!isSo.getAsBoolean()) {
      LockSupport.parkNanos(10_000_000);
      assertThat(Thread.interrupted()).as("waited too long").isFalse();
    }
  }

  private ScheduledRun awaitOver(int runs) {
    await(() -> runs().stream().filter(ScheduledRun::isOver).count() == runs);
    return runs().get(0);
  }

  private List<StoredArticle> articles() {
    List<StoredArticle> articles = new ArrayList<>();
    workspace.jdbi().useHandle(h -> Articles.forEach(h, null, null, articles::add));
    return articles;
  }

  @Test
  void a_schedule_that_comes_due_gives_articles_and_a_row_that_tells_of_it() throws IOException {
    rule("schedule: { every: 1m }\n");
    start();
    await(() -> !scheduler.schedules().isEmpty());
    awaitSeen();
    clock.add(Duration.ofSeconds(41));
    ScheduledRun run = awaitOver(1);
    assertThat(run.state()).isEqualTo(State.DONE);
    assertThat(run.cause()).isEqualTo(Cause.SCHEDULE);
    assertThat(run.nominal()).isEqualTo(MIDNIGHT.plusSeconds(60));
    assertThat(run.counts().fetched()).isEqualTo(13);
    assertThat(run.counts().newArticles()).isEqualTo(12);
    assertThat(run.counts().gone()).isEqualTo(1);
    assertThat(run.counts().failed()).isEqualTo(1);
    assertThat(articles()).hasSize(12);
    workspace
        .jdbi()
        .useHandle(
            handle -> {
              assertThat(RunLog.errors(handle, run.id()))
                  .containsOnly(Map.entry("http 400", 1), Map.entry("http 404", 1));
              assertThat(RunLog.lines(handle, run.id(), Outcome.PAGE, "", 0, 100)).hasSize(13);
              assertThat(RunLog.lines(handle, run.id(), null, "GONE", 0, 100)).hasSize(1);
              assertThat(RunLog.lines(handle, run.id(), null, "%", 0, 100)).isEmpty();
            });
  }

  /** The schedule is known to the catalog; from then on its times count. */
  private void awaitSeen() {
    await(
        () ->
            workspace
                .jdbi()
                .withHandle(handle -> ScheduleState.all(handle).containsKey(SmallSite.NAME)));
  }

  @Test
  void a_schedule_that_is_written_into_the_file_is_picked_up() throws IOException {
    rule("");
    start();
    assertThat(scheduler.schedules()).isEmpty();
    rule("schedule: { every: 1m }\n");
    awaitSeen();
    clock.add(Duration.ofSeconds(60));
    assertThat(awaitOver(1).state()).isEqualTo(State.DONE);
  }

  @Test
  void a_run_by_hand_can_be_ended_and_the_next_one_goes_on_where_it_was()
      throws IOException, InterruptedException {
    rule("");
    site.block();
    start();
    long first = scheduler.runNow(SmallSite.NAME);
    site.awaitAsked();
    assertThat(scheduler.live()).extracting(LiveRun::site).containsExactly(SmallSite.NAME);
    scheduler.cancel(first);
    site.open();
    assertThat(awaitOver(1).state()).isEqualTo(State.CANCELLED);
    int fetched = articles().size();
    scheduler.runNow(SmallSite.NAME);
    assertThat(awaitOver(2).state()).isEqualTo(State.DONE);
    assertThat(fetched).isLessThan(12);
    assertThat(articles()).hasSize(12);
    assertThat(twice()).isEmpty();
  }

  /** Articles that were asked for more than once. */
  private Map<String, Integer> twice() {
    return site.requests().entrySet().stream()
        .filter(entry -> entry.getKey().startsWith("/story-") && entry.getValue() > 1)
        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
  }

  @Test
  void a_run_that_takes_too_long_is_stopped() throws IOException, InterruptedException {
    rule("schedule: { every: 7d, maxRuntime: 30m }\n");
    site.block();
    start();
    scheduler.runNow(SmallSite.NAME);
    site.awaitAsked();
    clock.add(Duration.ofMinutes(31));
    await(() -> scheduler.live().stream().allMatch(LiveRun::isStopping));
    site.open();
    ScheduledRun run = awaitOver(1);
    assertThat(run.state()).isEqualTo(State.STOPPED);
    assertThat(run.detail()).contains("30 minutes");
    assertThat(news).anyMatch(line -> line.contains("clock jumped"));
  }

  @Test
  void a_process_that_ends_leaves_a_run_that_the_next_one_goes_on_with()
      throws IOException, InterruptedException {
    rule("schedule: { every: 7d }\n");
    start();
    scheduler.runNow(SmallSite.NAME);
    site.awaitAsked();
    long before = System.nanoTime();
    stop();
    assertThat(Duration.ofNanos(System.nanoTime() - before)).isLessThan(Duration.ofSeconds(10));
    start();
    ScheduledRun run = awaitOver(2);
    assertThat(runs())
        .extracting(ScheduledRun::state)
        .containsExactly(State.DONE, State.INTERRUPTED);
    assertThat(run.cause()).isEqualTo(Cause.AGAIN);
    assertThat(articles()).hasSize(12);
    assertThat(twice()).isEmpty();
  }

  @Test
  void a_run_in_which_nothing_could_be_fetched_has_failed_and_says_why() throws IOException {
    rule("");
    site.close();
    site = new SmallSite(-1);
    start();
    scheduler.runNow(SmallSite.NAME);
    ScheduledRun run = awaitOver(1);
    assertThat(run.state()).isEqualTo(State.FAILED);
    assertThat(run.detail()).contains("http 400 (1)");
  }
}
