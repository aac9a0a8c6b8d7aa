// SPDX-License-Identifier: Apache-2.0
package org.winnow.review.runs;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.winnow.crawler.CrawlEvent.Outcome;
import org.winnow.pipeline.Workspace;
import org.winnow.pipeline.schedule.LiveRun;
import org.winnow.pipeline.schedule.RunLog;
import org.winnow.pipeline.schedule.ScheduledRun;
import org.winnow.pipeline.schedule.ScheduledRuns;
import org.winnow.pipeline.schedule.SiteScheduler;
import org.winnow.review.Events;
import org.winnow.review.Pages;
import org.winnow.review.Refusal;
import org.winnow.review.Routes;
import org.winnow.review.Visit;

/** The runs: those that go on, the history, and one of them with its log. */
public final class RunPages implements Pages {
  private static final int PAGE = 50;
  private static final int LINES = 200;
  private static final int QUIET_SECONDS = 15;

  private final Workspace workspace;
  private final SiteScheduler scheduler;

  public RunPages(Workspace workspace, SiteScheduler scheduler) {
    this.workspace = workspace;
    this.scheduler = scheduler;
  }

  @Override
  public void addTo(Routes routes) {
    routes.navigation(30, "/runs", "runs.title");
    routes.get("/runs", this::list);
    routes.stream("/runs/live", this::live);
    routes.get("/runs/{id}", this::run);
    routes.post("/runs/{id}/cancel", this::cancel);
  }

  private void list(Visit visit) {
    Optional<String> site = visit.query("site");
    long before = visit.query("before").map(RunPages::number).orElse(Long.MAX_VALUE);
    List<ScheduledRun> runs =
        workspace
            .jdbi()
            .withHandle(
                handle -> ScheduledRuns.latest(handle, site.orElse(null), before, PAGE + 1));
    visit.show(
        "runs/list",
        Map.of(
            "runs", runs.subList(0, Math.min(runs.size(), PAGE)),
            "site", site.orElse(""),
            "hasMore", runs.size() > PAGE,
            "live", scheduler.live(),
            "trouble", workspace.trouble().orElse("")));
  }

  /** Sends the table of what goes on whenever it has changed, and that a run has ended. */
  private void live(Visit visit, Events events) throws InterruptedException {
    String sent = "";
    List<Long> before = List.of();
    for (int quiet = 0; events.isOpen(); quiet++) {
      List<LiveRun> runs = scheduler.live();
      String table = visit.render("runs/live", Map.of("live", runs));
      List<Long> now = runs.stream().map(LiveRun::id).toList();
      if (!table.equals(sent)) {
        events.send("live", table);
        sent = table;
        quiet = 0;
      }
      if (!now.containsAll(before)) {
        events.send("ended", "");
      }
      before = now;
      if (quiet >= QUIET_SECONDS) {
        events.sendNothing();
        quiet = 0;
      }
      TimeUnit.SECONDS.sleep(1);
    }
  }

  private void run(Visit visit) {
    long id = visit.number("id");
    Optional<Outcome> outcome =
        visit
            .query("outcome")
            .flatMap(
                name ->
                    Arrays.stream(Outcome.values())
                        .filter(value -> value.name().equals(name.toUpperCase(Locale.ROOT)))
                        .findFirst());
    String text = visit.query("q").orElse("");
    long after = visit.query("after").map(RunPages::number).orElse(0L);
    Map<String, @Nullable Object> values = new HashMap<>();
    workspace
        .jdbi()
        .useHandle(
            handle -> {
              values.put("run", ScheduledRuns.find(handle, id).orElseThrow(Refusal::notFound));
              values.put("errors", RunLog.errors(handle, id));
              values.put(
                  "lines", RunLog.lines(handle, id, outcome.orElse(null), text, after, LINES + 1));
            });
    values.put("most", LINES);
    values.put("outcome", outcome.map(Enum::name).orElse(""));
    values.put("q", text);
    visit.show("runs/run", values);
  }

  private void cancel(Visit visit) {
    long id = visit.number("id");
    scheduler.cancel(id);
    visit.tell("runs.cancel.asked");
    visit.redirect("/runs/" + id);
  }

  private static long number(String text) {
    try {
      return Long.parseLong(text);
    } catch (NumberFormatException notANumber) {
      throw Refusal.notFound();
    }
  }
}
