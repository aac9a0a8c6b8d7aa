// SPDX-License-Identifier: Apache-2.0
package org.winnow.review.rules;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.winnow.corpus.StoredPage;
import org.winnow.extractors.Extractor;
import org.winnow.pipeline.rules.ImpactTotals;
import org.winnow.pipeline.rules.RuleFiles.RuleText;
import org.winnow.pipeline.rules.RuleVersions;
import org.winnow.pipeline.rules.RuleVersions.Conflict;
import org.winnow.pipeline.rules.RuleVersions.Edit;
import org.winnow.pipeline.rules.SampleCheck;
import org.winnow.pipeline.rules.SampleResult;
import org.winnow.review.Pages;
import org.winnow.review.Refusal;
import org.winnow.review.Routes;
import org.winnow.review.Visit;
import org.winnow.siterules.RuleProblem;
import org.winnow.siterules.RuleReading;
import org.winnow.siterules.RuleSet;
import org.winnow.siterules.SampleTest;
import org.winnow.siterules.SiteRule;

/** The editor of one rule: checks while typing, samples, what holds, saving. */
public final class RuleEditor implements Pages {
  private final RuleDesk desk;
  private final RuleVersions versions;
  private final Previews previews;
  private final StoredPages pages;

  RuleEditor(RuleDesk desk, RuleVersions versions, Previews previews, StoredPages pages) {
    this.desk = desk;
    this.versions = versions;
    this.previews = previews;
    this.pages = pages;
  }

  /**
   * What the editor shows.
   *
   * @param base of the file that the text was made from
   * @param isOwn whether the file lies in the user's folder
   * @param trouble why it was not saved, in words; or empty
   * @param diff from what is on disk to the text, after a conflict
   * @param onDisk the base of what is on disk after a conflict, or empty
   * @param needsReason whether it is saved only with a reason
   * @param pages addresses of stored pages to point at, the youngest first
   * @param page the address of the one that is shown, or empty
   */
  public record Shown(
      String rule,
      String file,
      boolean isOwn,
      String base,
      String text,
      String message,
      String reason,
      List<RuleProblem> problems,
      String trouble,
      List<String> diff,
      String onDisk,
      boolean needsReason,
      List<String> pages,
      String page) {}

  /** A sample with what came of it. */
  public record Sampled(String page, SampleResult result) {}

  @Override
  public void addTo(Routes routes) {
    routes.get("/rules/edit", this::edit);
    routes.post("/rules/check", this::check);
    routes.post("/rules/samples", this::samples);
    routes.get("/rules/explain", this::explain);
    routes.post("/rules/save", this::save);
  }

  private RuleText rule(String name) {
    return desk.files().find(name).orElseThrow(Refusal::notFound);
  }

  private void edit(Visit visit) {
    String name = visit.query("rule").orElse("");
    RuleText rule = rule(name);
    visit.show(
        "rules/edit",
        Map.of(
            "shown",
            shown(visit, name, rule, rule.sha256(), rule.text(), "", List.of(), "", false)));
  }

  private Shown shown(
      Visit visit,
      String name,
      RuleText rule,
      String base,
      String text,
      String trouble,
      List<String> diff,
      String onDisk,
      boolean needsReason) {
    RuleReading reading = desk.files().readAlone(name, text);
    RuleSet stored = desk.files().readAlone(name, rule.text()).rules();
    RuleSet rules = reading.rules().named(name).isPresent() ? reading.rules() : stored;
    List<String> stories =
        pages.last(rules, name).stream().map(StoredPage::requested).map(Object::toString).toList();
    String wanted = visit.query("page").orElse(visit.form("page"));
    String page =
        stories.contains(wanted) || (stories.isEmpty() && !wanted.isEmpty())
            ? wanted
            : stories.isEmpty() ? "" : stories.get(0);
    return new Shown(
        name,
        desk.files().folder().relativize(rule.path()).toString(),
        rule.isOwn(),
        base,
        text,
        visit.form("message"),
        visit.form("reason"),
        reading.problems(),
        trouble,
        diff,
        onDisk,
        needsReason,
        stories,
        page);
  }

  /** What is wrong in the text, for the editor's margin. */
  private void check(Visit visit) {
    long began = System.nanoTime();
    List<RuleProblem> problems =
        desk.files().readAlone(visit.form("rule"), visit.form("text")).problems();
    StringBuilder json = new StringBuilder("{\"problems\":[");
    for (RuleProblem problem : problems) {
      json.append(json.charAt(json.length() - 1) == '[' ? "" : ",")
          .append("{\"line\":")
          .append(problem.mark().line())
          .append(",\"column\":")
          .append(problem.mark().column())
          .append(",\"message\":")
          .append(Quoted.json(message(problem)))
          .append('}');
    }
    long millis = (System.nanoTime() - began) / 1_000_000;
    visit.json(json.append("],\"millis\":").append(millis).append('}').toString());
  }

  /** A problem without the file, which is the one in the editor. */
  static String message(RuleProblem problem) {
    return problem.path().isEmpty() ? problem.message() : problem.path() + ": " + problem.message();
  }

  private void samples(Visit visit) {
    String name = visit.form("rule");
    RuleSet rules = desk.files().readAlone(name, visit.form("text")).rules();
    SampleCheck check = new SampleCheck(new Extractor(rules));
    List<Sampled> sampled = new ArrayList<>();
    SiteRule rule = rules.named(name).orElse(null);
    if (rule != null) {
      for (SampleTest sample : rule.tests()) {
        sampled.add(new Sampled(sample.page(), check.stored(rule, sample)));
      }
    }
    visit.show("rules/samples", Map.of("samples", sampled));
  }

  private void explain(Visit visit) {
    String name = visit.query("rule").orElse("");
    RuleText text = rule(name);
    SiteRule rule = desk.files().readAlone(name, text.text()).rules().named(name).orElse(null);
    visit.show(
        "rules/explain", Map.of("rule", name, "values", rule == null ? List.of() : rule.values()));
  }

  private void save(Visit visit) throws IOException {
    String name = visit.form("rule");
    String text = visit.form("text").replace("\r\n", "\n");
    RuleText rule = rule(name);
    if (rule.text().contains("\r\n")) {
      text = text.replace("\n", "\r\n");
    }
    if (!problems(name, text).isEmpty()) {
      String trouble = visit.texts().text("rules.save.problems");
      refuse(visit, name, rule, text, trouble, false);
      return;
    }
    ImpactTotals totals = previews.totals(name, text);
    String reason = visit.form("reason").strip();
    if (totals.needsReason() && reason.isEmpty()) {
      refuse(visit, name, rule, text, lossesIn(visit, totals), true);
      return;
    }
    RuleVersions.Outcome outcome =
        versions.save(
            new Edit(
                name,
                visit.form("base"),
                text,
                visit.form("message").strip(),
                desk.who().apply(visit),
                totals.needsReason() ? reason : ""));
    if (outcome instanceof Conflict conflict) {
      visit.context().status(409);
      visit.show(
          "rules/edit",
          Map.of(
              "shown",
              shown(
                  visit,
                  name,
                  rule,
                  visit.form("base"),
                  text,
                  visit.texts().text("rules.save.conflict"),
                  conflict.diff(),
                  rule.sha256(),
                  false)));
      return;
    }
    visit.tell("rules.saved", name);
    visit.redirect("/rules/edit?rule=" + Quoted.url(name));
  }

  /** What an edit would cost, in words. */
  static String lossesIn(Visit visit, ImpactTotals totals) {
    return visit
        .texts()
        .text(
            "rules.save.losses",
            totals.losses(),
            totals.brokenSamples().size(),
            String.join(", ", totals.brokenSamples()));
  }

  private void refuse(
      Visit visit, String name, RuleText rule, String text, String trouble, boolean needsReason) {
    visit.context().status(422);
    visit.show(
        "rules/edit",
        Map.of(
            "shown",
            shown(
                visit, name, rule, visit.form("base"), text, trouble, List.of(), "", needsReason)));
  }

  /** What is wrong in this file, and in others because of it. */
  private List<RuleProblem> problems(String name, String text) {
    Set<String> before = new HashSet<>();
    desk.files().read().problems().forEach(each -> before.add(each.toString()));
    List<RuleProblem> problems = new ArrayList<>(desk.files().readAlone(name, text).problems());
    desk.files().read(name, text).problems().stream()
        .filter(each -> !before.contains(each.toString()) && !problems.contains(each))
        .forEach(problems::add);
    return problems;
  }
}
