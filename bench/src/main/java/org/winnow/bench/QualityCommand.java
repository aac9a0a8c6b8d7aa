// SPDX-License-Identifier: Apache-2.0
package org.winnow.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.winnow.app.Dataset;
import org.winnow.app.LabelledPage;
import org.winnow.app.Terminal;
import org.winnow.app.TerminalProgress;
import org.winnow.pipeline.InOrder;
import org.winnow.pipeline.UserError;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Scores Winnow without rules beside others on labelled pages. */
@Command(
    name = "quality",
    description = {
      "Scores Winnow without rules beside Boilerpipe, Readability4J and plain text.",
      "",
      "DATASET is a folder as 'winnow evaluate' takes it; the scores are the same."
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  winnow-bench quality labelled/wcxb labelled/fundus",
      "  winnow-bench quality labelled/wcxb --alone    Winnow only: faster",
      "  winnow-bench quality labelled/wcxb --json     every page's figures"
    })
final class QualityCommand implements Callable<Integer> {
  private final Terminal terminal;

  @Parameters(paramLabel = "DATASET", arity = "1..*", description = "Folders of labelled pages.")
  private List<Path> datasets = new ArrayList<>();

  @Option(names = "--alone", description = "Winnow only, not the others.")
  private boolean alone;

  @Option(
      names = "--threads",
      paramLabel = "N",
      description = "How many pages at a time; as many as there are processors if left out.")
  private int threads = Runtime.getRuntime().availableProcessors();

  @Option(names = "--json", description = "One object with every figure in place of tables.")
  private boolean json;

  QualityCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() throws IOException {
    if (threads < 1) {
      throw new UserError("--threads " + threads + ": at least one");
    }
    List<Contender> contenders =
        alone
            ? List.of(new Winnow())
            : List.of(new Winnow(), new Boilerpipe(), new Readability(), new PlainText());
    List<List<LabelledPage>> pages = new ArrayList<>();
    for (Path dataset : datasets) {
      pages.add(Dataset.read(dataset));
    }
    List<SetScores> sets = new ArrayList<>();
    try (TerminalProgress progress =
        new TerminalProgress(terminal, "scoring", pages.stream().mapToInt(List::size).sum())) {
      for (int i = 0; i < pages.size(); i++) {
        String name = datasets.get(i).toAbsolutePath().normalize().getFileName().toString();
        sets.add(scored(name, pages.get(i), contenders, progress));
      }
    }
    if (json) {
      QualityJson.print(sets, terminal.out());
    } else {
      new QualityTables(terminal.out()).print(sets);
    }
    return 0;
  }

  private SetScores scored(
      String name,
      List<LabelledPage> pages,
      List<Contender> contenders,
      TerminalProgress progress) {
    List<ScoredPage> scored = new ArrayList<>(pages.size());
    InOrder.<LabelledPage, ScoredPage>run(
        pages.iterator(),
        threads,
        page -> score(page, contenders),
        page -> {
          scored.add(page);
          progress.step();
        });
    return new SetScores(name, contenders.stream().map(Contender::name).toList(), scored);
  }

  private static ScoredPage score(LabelledPage page, List<Contender> contenders) {
    try {
      return ScoredPage.of(page, contenders);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
