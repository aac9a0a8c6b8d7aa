// SPDX-License-Identifier: Apache-2.0
package org.winnow.bench;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.winnow.app.LabelledPage;
import org.winnow.app.Scores;
import org.winnow.app.Table;

/** Writes the scores of labelled sets for people. */
final class QualityTables {
  private final PrintStream out;

  QualityTables(PrintStream out) {
    this.out = out;
  }

  /** Everything about each set, then the sets side by side. */
  void print(List<SetScores> sets) {
    sets.forEach(this::printSet);
    if (sets.size() > 1) {
      printSummary(sets);
    }
    printCalibration(sets.stream().flatMap(set -> set.of(0).stream()).toList(), sets.get(0));
  }

  private void printSet(SetScores set) {
    out.println("== " + set.name() + ", " + set.pages().size() + " pages");
    printContenders(set);
    printGroups(set, "language", LabelledPage::language);
    printGroups(set, "kind", LabelledPage::kind);
    printOutcomes(set);
    Calibration calibration = Calibration.of(set.of(0));
    out.printf(
        Locale.ROOT,
        "lowest fifth by confidence: %d of the %d pages with F1 < %.1f (%.1f %%)%n%n",
        calibration.poorInLowestFifth(),
        calibration.poor(),
        Calibration.POOR,
        100 * calibration.share());
  }

  private void printContenders(SetScores set) {
    Table table =
        new Table(
            "",
            "text P",
            "R",
            "F1",
            "shingleF1",
            "body P",
            "R",
            "F1",
            "shingleF1",
            "failed",
            "CPU ms/page");
    for (int i = 0; i < set.contenders().size(); i++) {
      Scores text = set.text(i);
      Scores body = set.body(i);
      table.add(
          set.contenders().get(i),
          figure(text.precision()),
          figure(text.recall()),
          figure(text.f1()),
          figure(text.shingleF1()),
          figure(body.precision()),
          figure(body.recall()),
          figure(body.f1()),
          figure(body.shingleF1()),
          set.of(i).stream().filter(score -> score.problem() != null).count(),
          String.format(Locale.ROOT, "%.2f", set.millis(i)));
    }
    print(table);
  }

  private void printGroups(SetScores set, String what, Function<LabelledPage, String> key) {
    Map<String, SetScores> groups = set.by(key);
    if (groups.size() < 2) {
      return;
    }
    Table table = byContender("F1 by " + what, set, "pages");
    groups.forEach(
        (name, group) -> table.add(row(name, group, group.pages().size(), set).toArray()));
    print(table);
  }

  /** In groups too, a contender is scored with or without headlines as is better for the set. */
  private static List<Object> row(String name, SetScores group, Object first, SetScores set) {
    List<Object> cells = new ArrayList<>(List.of(name, first));
    for (int i = 0; i < set.contenders().size(); i++) {
      boolean withHeadline = set.text(i).f1() >= set.body(i).f1();
      cells.add(figure(withHeadline ? group.text(i).f1() : group.body(i).f1()));
    }
    return cells;
  }

  private void printOutcomes(SetScores set) {
    List<String> outcomes =
        new ArrayList<>(
            new TreeSet<>(
                set.of(0).stream().map(ContenderScore::outcome).collect(Collectors.toSet())));
    List<String> headings = new ArrayList<>(List.of("taken for"));
    headings.addAll(outcomes);
    Table table = new Table(headings.toArray(String[]::new));
    set.by(LabelledPage::kind)
        .forEach(
            (kind, group) -> {
              List<Object> cells = new ArrayList<>(List.of(kind));
              for (String outcome : outcomes) {
                cells.add(
                    group.of(0).stream().filter(page -> page.outcome().equals(outcome)).count());
              }
              table.add(cells.toArray());
            });
    print(table);
  }

  private void printSummary(List<SetScores> sets) {
    Table table = byContender("F1, the better of text and body", sets.get(0), "pages", "lead");
    double leads = 0;
    for (SetScores set : sets) {
      List<Object> cells = new ArrayList<>(List.of(set.name(), set.pages().size()));
      double best = 0;
      for (int i = 0; i < set.contenders().size(); i++) {
        cells.add(figure(set.f1(i)));
        best = i == 0 ? best : Math.max(best, set.f1(i));
      }
      double lead = set.f1(0) - best;
      leads += lead;
      cells.add(points(lead));
      table.add(cells.toArray());
    }
    print(table);
    if (sets.get(0).contenders().size() > 1) {
      out.println("mean lead over the best of the others here: " + points(leads / sets.size()));
      out.println();
    }
  }

  private void printCalibration(List<ContenderScore> scores, SetScores any) {
    Calibration calibration = Calibration.of(scores);
    Table table =
        new Table(
            any.contenders().get(0) + "'s confidence, in tenths",
            "pages",
            "confidence",
            "F1",
            "F1 < " + Calibration.POOR);
    int number = 1;
    for (Calibration.Tenth tenth : calibration.tenths()) {
      table.add(
          number++, tenth.pages(), figure(tenth.confidence()), figure(tenth.f1()), tenth.poor());
    }
    print(table);
    out.printf(
        Locale.ROOT,
        "lowest fifth by confidence, all sets: %d of the %d pages with F1 < %.1f (%.1f %%)%n",
        calibration.poorInLowestFifth(),
        calibration.poor(),
        Calibration.POOR,
        100 * calibration.share());
  }

  private static Table byContender(String title, SetScores set, String first, String... last) {
    List<String> headings = new ArrayList<>(List.of(title, first));
    headings.addAll(set.contenders());
    headings.addAll(List.of(last));
    return new Table(headings.toArray(String[]::new));
  }

  private void print(Table table) {
    table.lines().forEach(out::println);
    out.println();
  }

  private static String figure(double value) {
    return String.format(Locale.ROOT, "%.4f", value);
  }

  private static String points(double value) {
    return String.format(Locale.ROOT, "%+.4f", value);
  }
}
