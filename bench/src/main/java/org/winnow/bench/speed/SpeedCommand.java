// SPDX-License-Identifier: Apache-2.0
package org.winnow.bench.speed;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.openjdk.jmh.runner.RunnerException;
import org.winnow.app.Table;
import org.winnow.app.Terminal;
import org.winnow.app.TerminalProgress;
import org.winnow.bench.Winnow;
import org.winnow.corpus.FetchedPage;
import org.winnow.extractors.Extraction;
import org.winnow.extractors.Extractor;
import org.winnow.pipeline.UserError;
import org.winnow.siterules.RuleSet;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Measures the extraction's speed beside the bare parse and others. */
@Command(
    name = "speed",
    description = {
      "Measures decoding and parsing alone, Winnow, Boilerpipe and Readability4J with JMH on the"
          + " same pages, as ratios to the parse; on one thread and on two; then hostile pages.",
      "",
      "Wall times mean little on a busy machine. CPU times do better, and ratios, which compare"
          + " what was measured in the same round."
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  winnow-bench speed labelled/wcxb labelled/fundus",
      "  winnow-bench speed labelled/wcxb --quick     one round, about two minutes",
      "  winnow-bench speed labelled/rtl --hostile    the hostile pages only"
    })
public final class SpeedCommand implements Callable<Integer> {
  private static final List<String> ALL = List.of("parse", "winnow", "boilerpipe", "readability4j");

  private final Terminal terminal;

  @Parameters(paramLabel = "DATASET", arity = "1..*", description = "Folders of labelled pages.")
  private List<Path> datasets = new ArrayList<>();

  @Option(
      names = "--pages",
      paramLabel = "N",
      description = "How many pages of them, evenly spread; 100 if left out.")
  private int pages = 100;

  @Option(
      names = "--rounds",
      paramLabel = "N",
      description = "How often to measure everything in turn; 5 if left out.")
  private int rounds = 5;

  @Option(names = "--quick", description = "One round of short measurements.")
  private boolean quick;

  @Option(names = "--hostile", description = "Only the hostile pages.")
  private boolean hostileOnly;

  public SpeedCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() throws IOException, RunnerException {
    if (pages < 1 || rounds < 1) {
      throw new UserError("--pages and --rounds: at least one");
    }
    SpeedSample sample = SpeedSample.read(datasets, pages);
    if (!hostileOnly) {
      int size = sample.pages().size();
      terminal
          .out()
          .printf(Locale.ROOT, "%d pages, mean %.0f KB%n%n", size, sample.meanBytes() / 1000);
      SpeedRounds measuring = new SpeedRounds(datasets, size, quick ? 1 : rounds, quick ? 5 : 10);
      try (TerminalProgress progress =
          new TerminalProgress(terminal, "measuring", measuring.rounds() * 6L)) {
        Map<String, List<Measured>> one = measuring.run(ALL, 1, progress);
        Map<String, List<Measured>> two = measuring.run(ALL.subList(0, 2), 2, progress);
        SpeedTables.print(one, two, terminal.out());
      }
      printRetained(sample);
    }
    print(new HostileRun(new Winnow()).run(terminal));
    return 0;
  }

  /** What stays in memory of a page while its extraction is held. */
  private void printRetained(SpeedSample sample) {
    Extractor extractor = new Extractor(RuleSet.none());
    sample.pages().forEach(extractor::extract);
    List<Extraction> held = new ArrayList<>(sample.pages().size());
    long before = used();
    for (FetchedPage page : sample.pages()) {
      held.add(extractor.extract(page));
    }
    long retained = used() - before;
    terminal
        .out()
        .printf(
            Locale.ROOT,
            "retained by an extraction, its blocks included: %.0f KB a page%n%n",
            retained / 1000.0 / held.size());
  }

  private static long used() {
    for (int i = 0; i < 3; i++) {
      System.gc();
    }
    return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
  }

  private void print(Table table) {
    table.lines().forEach(terminal.out()::println);
    terminal.out().println();
  }
}
