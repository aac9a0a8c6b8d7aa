// SPDX-License-Identifier: Apache-2.0
package org.winnow.review.runs;

import java.io.IOException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.winnow.pipeline.UserError;
import org.winnow.pipeline.Workspace;
import org.winnow.pipeline.schedule.ScheduleEdits;
import org.winnow.pipeline.schedule.ScheduleEdits.Checked;
import org.winnow.pipeline.schedule.SiteSchedule;
import org.winnow.pipeline.schedule.SiteScheduler;
import org.winnow.review.Pages;
import org.winnow.review.Refusal;
import org.winnow.review.Routes;
import org.winnow.review.Visit;
import org.winnow.siterules.ScheduleRule;

/** The schedules: when the next runs are, buttons, and an editor that writes into the rule. */
public final class SchedulePages implements Pages {
  private static final String PATH = "/schedules";

  private final Workspace workspace;
  private final SiteScheduler scheduler;
  private final ScheduleEdits edits;

  public SchedulePages(Workspace workspace, SiteScheduler scheduler, ScheduleEdits edits) {
    this.workspace = workspace;
    this.scheduler = scheduler;
    this.edits = edits;
  }

  @Override
  public void addTo(Routes routes) {
    routes.navigation(35, PATH, "runs.schedules");
    routes.get(PATH, this::list);
    routes.post(PATH + "/pause", this::pause);
    routes.post(PATH + "/run", this::runNow);
    routes.get(PATH + "/edit", this::edit);
    routes.get(PATH + "/next", this::next);
    routes.post(PATH + "/edit", this::save);
  }

  private void list(Visit visit) {
    List<SiteSchedule> schedules = scheduler.schedules();
    List<String> others =
        workspace.rules().current().rules().stream()
            .map(rule -> rule.name())
            .filter(name -> schedules.stream().noneMatch(known -> known.site().equals(name)))
            .toList();
    visit.show(
        "runs/schedules",
        Map.of(
            "schedules",
            schedules,
            "others",
            others,
            "isAllPaused",
            scheduler.isAllPaused(),
            "problems",
            workspace.rules().problems().stream().map(String::valueOf).toList()));
  }

  private void pause(Visit visit) {
    boolean isPaused = visit.form("pause").equals("true");
    String site = visit.form("site");
    if (site.isEmpty()) {
      scheduler.pauseAll(isPaused);
    } else {
      scheduler.pause(known(site), isPaused);
    }
    visit.redirect(PATH);
  }

  private void runNow(Visit visit) {
    try {
      visit.redirect("/runs/" + scheduler.runNow(visit.form("site")));
    } catch (UserError gone) {
      throw Refusal.notFound();
    }
  }

  private void edit(Visit visit) {
    String site = known(visit.query("site").orElse(""));
    show(visit, site, edits.base(site), edits.fields(site), List.of());
  }

  private void save(Visit visit) throws IOException {
    String site = known(visit.form("site"));
    Map<String, String> fields = new LinkedHashMap<>();
    ScheduleEdits.KEYS.forEach(key -> fields.put(key, visit.form(key)));
    List<String> problems = edits.save(site, visit.form("base"), fields, "");
    if (problems.isEmpty()) {
      var unused = workspace.rules().refresh();
      visit.tell("runs.edit.saved", site);
      visit.redirect(PATH);
    } else {
      visit.context().status(422);
      show(visit, site, visit.form("base"), fields, problems);
    }
  }

  private void show(
      Visit visit, String site, String base, Map<String, String> fields, List<String> problems) {
    visit.show(
        "runs/edit",
        Map.of(
            "site", site,
            "base", base,
            "fields", fields,
            "problems", problems,
            "next", next(site, fields),
            "zone", zone(fields)));
  }

  /** While somebody types: the next times, or what is wrong. */
  private void next(Visit visit) {
    Map<String, String> fields = new LinkedHashMap<>();
    ScheduleEdits.KEYS.forEach(key -> fields.put(key, visit.query(key).orElse("")));
    String site = visit.query("site").orElse("");
    visit.show(
        "runs/next",
        Map.of(
            "problems", ScheduleEdits.check(fields).problems(),
            "next", next(site, fields),
            "zone", zone(fields)));
  }

  private List<Instant> next(String site, Map<String, String> fields) {
    ScheduleRule schedule = ScheduleEdits.check(fields).schedule();
    return schedule == null
        ? List.of()
        : SiteSchedule.next(schedule, site, workspace.clock().instant())
            .limit(SiteSchedule.AHEAD)
            .toList();
  }

  private static java.time.ZoneId zone(Map<String, String> fields) {
    Checked checked = ScheduleEdits.check(fields);
    ScheduleRule schedule = checked.schedule();
    return schedule == null ? ScheduleRule.NONE.timezone() : schedule.timezone();
  }

  private String known(String site) {
    if (workspace.rules().current().named(site).isEmpty()) {
      throw Refusal.notFound();
    }
    return site;
  }
}
