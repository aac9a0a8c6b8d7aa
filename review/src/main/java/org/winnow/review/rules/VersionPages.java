// SPDX-License-Identifier: Apache-2.0
package org.winnow.review.rules;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.winnow.corpus.StoredRule;
import org.winnow.pipeline.rules.ImpactTotals;
import org.winnow.pipeline.rules.RuleFiles.RuleText;
import org.winnow.pipeline.rules.RuleVersions;
import org.winnow.pipeline.rules.RuleVersions.Outcome;
import org.winnow.pipeline.rules.RuleVersions.Saved;
import org.winnow.review.Pages;
import org.winnow.review.Refusal;
import org.winnow.review.Routes;
import org.winnow.review.Visit;

/** The versions of a rule, with what each changed, and the way back. */
public final class VersionPages implements Pages {
  private final RuleDesk desk;
  private final RuleVersions versions;
  private final Previews previews;

  VersionPages(RuleDesk desk, RuleVersions versions, Previews previews) {
    this.desk = desk;
    this.versions = versions;
    this.previews = previews;
  }

  /**
   * A version with what it changed.
   *
   * @param diff from the version before; the whole text for the first one
   * @param isCurrent whether the file says the same now
   */
  public record Shown(StoredRule version, List<String> diff, boolean isCurrent) {}

  @Override
  public void addTo(Routes routes) {
    routes.get("/rules/versions", visit -> show(visit, visit.query("rule").orElse(""), "", 0));
    routes.post("/rules/revert", this::revert);
  }

  private void show(Visit visit, String rule, String trouble, int wanted) {
    RuleText now = desk.files().find(rule).orElseThrow(Refusal::notFound);
    List<StoredRule> all = versions.all(rule);
    List<Shown> shown = new ArrayList<>();
    for (int i = 0; i < all.size(); i++) {
      StoredRule version = all.get(i);
      String before = i + 1 < all.size() ? all.get(i + 1).text() : "";
      boolean isCurrent = version.sha256().equals(now.sha256());
      shown.add(new Shown(version, RuleVersions.diff(before, version.text()), isCurrent));
    }
    visit.show(
        "rules/versions",
        Map.of(
            "rule", rule,
            "base", now.sha256(),
            "versions", shown,
            "trouble", trouble,
            "wanted", wanted));
  }

  private void revert(Visit visit) throws IOException {
    String rule = visit.form("rule");
    int number =
        visit.form("number").matches("\\d{1,9}") ? Integer.parseInt(visit.form("number")) : 0;
    StoredRule version = versions.version(rule, number).orElseThrow(Refusal::notFound);
    ImpactTotals totals = previews.totals(rule, version.text());
    String reason = visit.form("reason").strip();
    if (totals.needsReason() && reason.isEmpty()) {
      visit.context().status(422);
      show(visit, rule, RuleEditor.lossesIn(visit, totals), number);
      return;
    }
    Optional<Outcome> outcome =
        versions.revert(
            rule,
            number,
            visit.form("base"),
            desk.who().apply(visit),
            totals.needsReason() ? reason : "");
    if (outcome.orElse(null) instanceof Saved) {
      visit.tell("rules.reverted", number);
    } else {
      visit.warn("rules.save.conflict");
    }
    visit.redirect("/rules/versions?rule=" + Quoted.url(rule));
  }
}
