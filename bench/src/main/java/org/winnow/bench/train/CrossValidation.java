// SPDX-License-Identifier: Apache-2.0
package org.winnow.bench.train;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.winnow.app.PageScore;
import org.winnow.app.Terminal;
import org.winnow.app.TerminalProgress;
import org.winnow.extractors.BlockModel;
import org.winnow.extractors.Extraction;
import org.winnow.extractors.Extraction.Extracted;
import org.winnow.extractors.Extractor;
import org.winnow.pipeline.InOrder;
import org.winnow.siterules.RuleSet;

/** Scores whole extractions with models that have not seen the page's domain. */
final class CrossValidation {
  /** A text under this F1 is one that a reviewer should see. */
  private static final double POOR = 0.8;

  private final Terminal terminal;
  private final Map<String, List<Scored>> bySet = new LinkedHashMap<>();
  private double seen = Double.NaN;
  private double unseen = Double.NaN;

  /** A page's score and what the extraction thought of itself. */
  record Scored(PageScore score, double confidence) {}

  CrossValidation(Terminal terminal) {
    this.terminal = terminal;
  }

  /** Adds the scores of those pages. */
  void score(List<TrainingPage> pages, BlockModel model) {
    List<Scored> scored = scored(pages, model);
    for (int i = 0; i < pages.size(); i++) {
      bySet.computeIfAbsent(pages.get(i).set(), key -> new ArrayList<>()).add(scored.get(i));
    }
    if (Double.isNaN(unseen)) {
      unseen = mean(scored);
    }
  }

  /** The mean F1 of pages that the model was trained on, to compare with the first fold's. */
  void scoreSeen(List<TrainingPage> pages, BlockModel model) {
    seen = mean(scored(pages, model));
  }

  private static double mean(List<Scored> pages) {
    return pages.stream().mapToDouble(page -> page.score().bestF1()).average().orElse(0);
  }

  private List<Scored> scored(List<TrainingPage> pages, BlockModel model) {
    Extractor extractor = new Extractor(RuleSet.none(), model);
    List<Scored> scored = new ArrayList<>(pages.size());
    try (TerminalProgress progress = new TerminalProgress(terminal, "scoring", pages.size())) {
      InOrder.<TrainingPage, Scored>run(
          pages.iterator(),
          2,
          page -> scored(page, extractor),
          score -> {
            scored.add(score);
            progress.step();
          });
    }
    return scored;
  }

  private static Scored scored(TrainingPage page, Extractor extractor) {
    try {
      Extraction extraction = extractor.extract(page.page().read());
      Extracted found = extraction instanceof Extracted extracted ? extracted : null;
      return new Scored(
          PageScore.of(
              page.page().id(),
              page.page().language(),
              page.page().gold(),
              found == null ? "" : found.article().text(),
              found == null ? "" : found.article().bodyText(),
              0),
          found == null ? 0 : found.article().confidence());
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  /** A line a set, then how far confidence tells the poor pages. */
  List<String> figures() {
    List<String> lines = new ArrayList<>();
    double sum = 0;
    List<Scored> all = new ArrayList<>();
    for (Map.Entry<String, List<Scored>> set : bySet.entrySet()) {
      List<Scored> pages = set.getValue();
      all.addAll(pages);
      double text =
          pages.stream().mapToDouble(page -> page.score().text().f1()).average().orElse(0);
      double body =
          pages.stream().mapToDouble(page -> page.score().body().f1()).average().orElse(0);
      sum += Math.max(text, body);
      lines.add(
          String.format(
              Locale.ROOT,
              "%s: %d pages, F1 %.4f with headlines, %.4f without",
              set.getKey(),
              pages.size(),
              text,
              body));
    }
    lines.add(
        String.format(
            Locale.ROOT, "mean of the sets' better figure: %.4f", sum / Math.max(1, bySet.size())));
    lines.add(String.format(Locale.ROOT, "first fold: %.4f seen, %.4f unseen", seen, unseen));
    all.sort(Comparator.comparingDouble(Scored::confidence));
    lines.add(
        String.format(
            Locale.ROOT,
            "of %d pages under F1 %.1f the fifth with the lowest confidence holds %d",
            poor(all),
            POOR,
            poor(all.subList(0, all.size() / 5))));
    return lines;
  }

  private static long poor(List<Scored> pages) {
    return pages.stream().filter(page -> page.score().bestF1() < POOR).count();
  }
}
