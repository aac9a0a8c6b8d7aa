// SPDX-License-Identifier: Apache-2.0
package org.winnow.review.runs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import okhttp3.Request;
import okhttp3.Response;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.winnow.crawler.CrawlSettings;
import org.winnow.crawler.OriginMap;
import org.winnow.pipeline.DataFolder;
import org.winnow.pipeline.LiveRules;
import org.winnow.pipeline.Workspace;
import org.winnow.pipeline.rules.RuleFiles;
import org.winnow.pipeline.rules.RuleVersions;
import org.winnow.pipeline.schedule.ScheduleEdits;
import org.winnow.pipeline.schedule.ScheduledRun;
import org.winnow.pipeline.schedule.ScheduledRuns;
import org.winnow.pipeline.schedule.SchedulerSettings;
import org.winnow.pipeline.schedule.SiteScheduler;
import org.winnow.review.TestServer;
import org.winnow.review.TestServer.Answer;

@Timeout(120)
class RunPagesTest {
  private static final String SITE = "a.example";
  private static final String RULE =
      "version: 1\nsite: https://a.example/   # the best one\nschedule:\n  # at night\n  cron: 15 2 * * *\n  timezone: Asia/Beirut\n";

  @TempDir private Path dir;
  private MockWebServer site;
  private Workspace workspace;
  private SiteScheduler scheduler;
  private TestServer browser;

  @BeforeEach
  void start() throws IOException {
    site = new MockWebServer();
    site.setDispatcher(
        new Dispatcher() {
          @Override
          public MockResponse dispatch(RecordedRequest request) {
            return answer(request.getUrl().encodedPath());
          }
        });
    site.start();
    Path folder = Files.createDirectories(dir.resolve("rules/" + SITE));
    Files.writeString(folder.resolve("rule.yml"), RULE);
    workspace =
        Workspace.open(
            new DataFolder(dir.resolve("data")),
            LiveRules.of(dir.resolve("rules")),
            Clock.systemUTC());
    CrawlSettings settings =
        new CrawlSettings(
            "Winnow/0.1",
            2,
            Duration.ofMillis(5),
            CrawlSettings.UNLIMITED,
            CrawlSettings.UNLIMITED,
            OriginMap.of(List.of("https://a.example=http://127.0.0.1:" + site.getPort())),
            List.of());
    scheduler =
        new SiteScheduler(
            workspace,
            new SchedulerSettings(settings, 2, SchedulerSettings.Browsers.NONE, news -> {}));
    scheduler.start();
    RuleFiles files = new RuleFiles(dir.resolve("rules"));
    RuleVersions versions = new RuleVersions(workspace.jdbi(), files, Clock.systemUTC());
    browser =
        TestServer.start(
            dir.resolve("data"),
            new RunPages(workspace, scheduler),
            new SchedulePages(workspace, scheduler, new ScheduleEdits(files, versions)));
  }

  @AfterEach
  void stop() throws IOException {
    browser.close();
    scheduler.close();
    workspace.close();
    site.close();
  }

  private static MockResponse answer(String path) {
    MockResponse.Builder page =
        new MockResponse.Builder().setHeader("Content-Type", "text/html; charset=utf-8");
    if (path.equals("/")) {
      return page.body(
              "<title>x</title><a href=/story>story</a><a href='/gone?<script>alert(1)</script>'>y</a>")
          .build();
    }
    return path.equals("/story")
        ? page.headersDelay(2, TimeUnit.SECONDS)
            .body("<article><h1>Story</h1>" + "<p>Much is said of it here.</p>".repeat(20))
            .build()
        : page.code(404).build();
  }

  private static void await(BooleanSupplier isSo) {
    while (!isSo.getAsBoolean()) {
      LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(20));
      assertThat(Thread.interrupted()).as("waited too long").isFalse();
    }
  }

  private ScheduledRun ranByHand() throws IOException {
    Answer started = browser.post("/schedules/run", "site", SITE);
    assertThat(started.status()).isEqualTo(303);
    long id = Long.parseLong(started.header("Location").replaceAll("\\D+", ""));
    await(() -> find(id).isOver());
    return find(id);
  }

  private ScheduledRun find(long id) {
    return workspace.jdbi().withHandle(handle -> ScheduledRuns.find(handle, id)).orElseThrow();
  }

  @Test
  void a_run_by_hand_is_in_the_history_with_its_counts_and_its_log() throws IOException {
    ScheduledRun run = ranByHand();
    assertThat(run.state()).isEqualTo(ScheduledRun.State.DONE);
    assertThat(browser.get("/runs").body()).contains("/runs/" + run.id()).contains("By hand");
    String page = browser.get("/runs/" + run.id()).body();
    assertThat(page).contains("https://a.example/story").contains("http 404");
    assertThat(page).doesNotContain("<script>alert");
    String filtered = browser.get("/runs/" + run.id() + "?outcome=PAGE&q=story").body();
    assertThat(filtered).contains("https://a.example/story").doesNotContain("/gone?");
  }

  @Test
  void a_run_that_is_not_there_is_not_found() throws IOException {
    assertThat(browser.get("/runs/4711").status()).isEqualTo(404);
    assertThat(browser.get("/runs/x").status()).isEqualTo(404);
    assertThat(browser.get("/schedules/edit?site=nobody").status()).isEqualTo(404);
    assertThat(browser.post("/schedules/run", "site", "nobody").status()).isEqualTo(404);
  }

  @Test
  void what_goes_on_is_sent_as_it_changes() throws IOException {
    Request follow = browser.request("/runs/live").header("Accept", "text/event-stream").build();
    try (Response response = browser.client().newCall(follow).execute()) {
      BufferedReader events = new BufferedReader(response.body().charStream());
      assertThat(nextEvent(events)).contains("No run goes on");
      long id = scheduler.runNow(SITE);
      String table = nextEvent(events);
      assertThat(table).contains("/runs/" + id).contains(SITE);
    }
  }

  /** The data of the next event with that name. */
  private static String nextEvent(BufferedReader events) throws IOException {
    StringBuilder data = new StringBuilder();
    boolean isLive = false;
    while (true) {
      String line = events.readLine();
      assertThat(line).isNotNull();
      if (line.isEmpty() && isLive) {
        return data.toString();
      }
      isLive |= line.equals("event: live");
      if (isLive && line.startsWith("data: ")) {
        data.append(line.substring("data: ".length())).append('\n');
      }
    }
  }

  @Test
  void schedules_have_their_next_times_in_the_sites_zone_and_can_be_paused() throws IOException {
    String list = browser.get("/schedules").body();
    assertThat(list)
        .contains("Asia/Beirut")
        .contains("15 2 * * *")
        .containsPattern("02:15 \\+0[23]:00");
    assertThat(list.split("class=\"here\"")).hasSize(6);
    browser.post("/schedules/pause", "site", SITE, "pause", "true");
    assertThat(browser.get("/schedules").body()).contains("Paused").doesNotContain("02:15 +0");
    browser.post("/schedules/pause", "site", SITE, "pause", "false");
    browser.post("/schedules/pause", "pause", "true");
    assertThat(scheduler.isAllPaused()).isTrue();
    assertThat(browser.get("/schedules").body()).contains("Let all go on");
  }

  @Test
  void an_edited_schedule_is_written_into_the_rules_file_and_nothing_else_of_it_changes()
      throws IOException {
    String editor = browser.get("/schedules/edit?site=" + SITE).body();
    assertThat(editor).contains("value=\"15 2 * * *\"").contains("value=\"Asia/Beirut\"");
    String base = editor.replaceAll("(?s).*name=\"base\" value=\"([0-9a-f]+)\".*", "$1");
    Answer saved =
        browser.post(
            "/schedules/edit",
            "site",
            SITE,
            "base",
            base,
            "cron",
            "30 3 * * *",
            "timezone",
            "Asia/Beirut",
            "misfire",
            "skip");
    assertThat(saved.status()).as(saved.body()).isEqualTo(303);
    assertThat(Files.readString(dir.resolve("rules/a.example/rule.yml")))
        .contains("# the best one")
        .contains("# at night")
        .contains("30 3 * * *")
        .contains("misfire: skip");
    assertThat(browser.get("/schedules").body()).contains("30 3 * * *");
    Answer late = browser.post("/schedules/edit", "site", SITE, "base", base, "every", "6h");
    assertThat(late.status()).isEqualTo(422);
    assertThat(late.body()).contains("somebody else");
  }

  @Test
  void while_somebody_types_the_next_times_or_the_problem_is_shown() throws IOException {
    String next =
        browser.get("/schedules/next?site=a.example&cron=0+4+*+*+*&timezone=Africa/Cairo").body();
    assertThat(next.split("class=\"here\"")).hasSize(6);
    assertThat(next).containsPattern("04:00 \\+0[23]:00");
    assertThat(browser.get("/schedules/next?cron=99+4+*+*+*").body())
        .contains("class=\"bad\"")
        .contains("99");
    assertThat(browser.get("/schedules/next").body()).contains("Only by hand");
  }
}
