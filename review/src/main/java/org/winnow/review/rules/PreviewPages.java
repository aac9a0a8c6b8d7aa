// SPDX-License-Identifier: Apache-2.0
package org.winnow.review.rules;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.winnow.corpus.Url;
import org.winnow.pipeline.rules.ImpactPreview;
import org.winnow.pipeline.rules.ImpactPreview.Rules;
import org.winnow.pipeline.rules.ImpactTotals;
import org.winnow.pipeline.rules.WordDiff;
import org.winnow.review.Events;
import org.winnow.review.Pages;
import org.winnow.review.Refusal;
import org.winnow.review.Routes;
import org.winnow.review.Visit;

/** What an edit would do to the stored pages, row by row. */
final class PreviewPages implements Pages {
  private final Previews previews;

  PreviewPages(Previews previews) {
    this.previews = previews;
  }

  @Override
  public void addTo(Routes routes) {
    routes.post("/rules/preview", this::ask);
    routes.stream("/rules/preview/{id}/rows", this::rows);
    routes.get("/rules/preview/{id}/diff", this::diff);
  }

  private void ask(Visit visit) {
    visit.json("{\"id\":\"" + previews.ask(visit.form("rule"), visit.form("text")) + "\"}");
  }

  private void rows(Visit visit, Events events) {
    String id = visit.path("id");
    if (previews.rules(id).isEmpty()) {
      events.send("over", visit.texts().text("rules.preview.stopped"));
      return;
    }
    int most = visit.query("pages").map(PreviewPages::number).orElse(ImpactPreview.USUAL_PAGES);
    ImpactTotals totals =
        previews.run(
            id,
            most,
            row -> events.send("row", visit.render("rules/row", Map.of("row", row, "id", id))),
            () -> !events.isOpen());
    events.send("over", visit.render("rules/totals", Map.of("totals", totals)));
  }

  private static int number(String text) {
    return text.matches("\\d{1,3}")
        ? Math.min(Integer.parseInt(text), ImpactPreview.MOST_PAGES)
        : ImpactPreview.USUAL_PAGES;
  }

  private void diff(Visit visit) throws IOException {
    Rules rules = previews.rules(visit.path("id")).orElseThrow(Refusal::notFound);
    Url url = visit.query("url").flatMap(Url::parse).orElseThrow(Refusal::notFound);
    List<WordDiff.Line> lines = previews.preview().diff(rules, url);
    visit.show("rules/words", Map.of("lines", lines));
  }
}
