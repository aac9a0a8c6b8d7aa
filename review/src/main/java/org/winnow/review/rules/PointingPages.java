// SPDX-License-Identifier: Apache-2.0
package org.winnow.review.rules;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.winnow.corpus.FetchedPage;
import org.winnow.extractors.Extraction;
import org.winnow.extractors.Extractor;
import org.winnow.extractors.learn.SelectorCandidates;
import org.winnow.extractors.learn.SelectorCandidates.Level;
import org.winnow.extractors.learn.StudiedPage;
import org.winnow.pipeline.rules.RuleFiles.RuleText;
import org.winnow.pipeline.rules.RuleVersions;
import org.winnow.review.Pages;
import org.winnow.review.Refusal;
import org.winnow.review.Routes;
import org.winnow.review.Visit;
import org.winnow.siterules.RulePatch;
import org.winnow.siterules.RuleReading;
import org.winnow.siterules.RuleSet;

/** Pointing at a block of a stored page, and what becomes of the rule by it. */
public final class PointingPages implements Pages {
  private static final int LONGEST_LINE = 200;

  private final RuleDesk desk;
  private final StoredPages pages;

  PointingPages(RuleDesk desk, StoredPages pages) {
    this.desk = desk;
    this.pages = pages;
  }

  /**
   * What was pointed at.
   *
   * @param text the block's words
   * @param reason why it is kept or removed
   * @param sameText on how many pages a block says the same
   * @param of how many pages were looked at
   * @param isLine whether it is short enough to be removed by its words
   * @param levels how many elements there are around it
   */
  public record Pointed(
      String text,
      boolean isKept,
      String reason,
      int sameText,
      int of,
      boolean isLine,
      int levels,
      Level level) {}

  @Override
  public void addTo(Routes routes) {
    routes.get("/rules/page", this::page);
    routes.post("/rules/point", this::point);
    routes.post("/rules/patch", this::patch);
  }

  /** The page itself, inert, in a frame of its own. */
  private void page(Visit visit) throws IOException {
    String name = visit.query("rule").orElse("");
    RuleText rule = desk.files().find(name).orElseThrow(Refusal::notFound);
    RuleSet rules = desk.files().readAlone(name, rule.text()).rules();
    FetchedPage page =
        pages.find(rules, name, visit.query("url").orElse("")).orElseThrow(Refusal::notFound);
    FramedPage.show(visit, page, new Extractor(rules, desk.titles()));
  }

  /** What the block could be called. */
  private void point(Visit visit) throws IOException {
    String name = visit.form("rule");
    RuleText rule = desk.files().find(name).orElseThrow(Refusal::notFound);
    RuleSet rules = desk.files().readAlone(name, rule.text()).rules();
    FetchedPage page = pages.find(rules, name, visit.form("url")).orElseThrow(Refusal::notFound);
    int block = number(visit.form("block"), -1);
    Extractor extractor = new Extractor(rules, desk.titles());
    Extraction extraction = extractor.extract(page);
    List<StudiedPage> studied = pages.studied(rules, name);
    synchronized (pages) {
      Optional<SelectorCandidates> found =
          SelectorCandidates.of(StudiedPage.of(page, extraction, false), block, studied);
      if (found.isEmpty()) {
        throw new Refusal(404, "rules.point.nothing");
      }
      SelectorCandidates candidates = found.get();
      int wanted = number(visit.form("level"), candidates.namedLevel());
      int level = Math.max(0, Math.min(candidates.levels() - 1, wanted));
      var chosen = extraction.blocks().get(block);
      visit.show(
          "rules/candidates",
          Map.of(
              "pointed",
              new Pointed(
                  candidates.text(),
                  chosen.isContent(),
                  chosen.reason(),
                  candidates.pagesWithSameText(),
                  studied.size(),
                  candidates.text().length() <= LONGEST_LINE,
                  candidates.levels(),
                  candidates.level(level))));
    }
  }

  private static int number(String text, int other) {
    return text.matches("\\d{1,6}") ? Integer.parseInt(text) : other;
  }

  /** The text with one change, and the change; or why it cannot be made here. */
  private void patch(Visit visit) {
    String text = visit.form("text");
    String value = visit.form("value");
    RulePatch patch = RulePatch.of(text);
    Optional<String> patched =
        switch (visit.form("action")) {
          case "remove" -> patch.add("remove.selectors", value);
          case "keep" -> patch.add("keep", value);
          case "body" -> patch.set("extract.body", value);
          case "headline" -> patch.set("extract.title", value);
          case "line" -> patch.add("remove.lines", Map.of("equals", value));
          default -> throw new Refusal(400, "frame.error.request");
        };
    RuleReading reading = desk.files().readAlone(visit.form("rule"), patched.orElse(text));
    if (patched.isEmpty()) {
      visit.context().status(422);
      visit.json("{\"problem\":" + Quoted.json(visit.texts().text("rules.patch.impossible")) + "}");
      return;
    }
    String diff =
        visit.render(
            "rules/diff",
            Map.of(
                "lines", RuleVersions.diff(text, patched.get()), "problems", reading.problems()));
    visit.json("{\"text\":" + Quoted.json(patched.get()) + ",\"diff\":" + Quoted.json(diff) + "}");
  }
}
