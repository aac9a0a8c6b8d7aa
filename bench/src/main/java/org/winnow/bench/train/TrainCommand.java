// SPDX-License-Identifier: Apache-2.0
package org.winnow.bench.train;

import io.github.metarank.lightgbm4j.LGBMException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.winnow.app.Dataset;
import org.winnow.app.LabelledPage;
import org.winnow.app.Terminal;
import org.winnow.app.TerminalProgress;
import org.winnow.extractors.BlockModel;
import org.winnow.pipeline.InOrder;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Trains the block model. */
@Command(
    name = "train",
    description = {
      "Trains the block model on labelled pages and says how good it is on others.",
      "",
      "Every figure is cross-validated: a page is extracted with a model that has seen no page of"
          + " its registrable domain. Pages of --test sets train nothing."
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  winnow-bench train labelled/wcxb labelled/fundus --test labelled/daniel",
      "  winnow-bench train labelled/wcxb --out extractors/src/main/resources/org/winnow/extractors"
    })
public final class TrainCommand implements Callable<Integer> {
  private final Terminal terminal;

  @Parameters(paramLabel = "DATASET", arity = "1..*", description = "Folders to train on.")
  private List<Path> datasets = new ArrayList<>();

  @Option(names = "--test", paramLabel = "DATASET", description = "Folders to test on only.")
  private List<Path> tests = new ArrayList<>();

  @Option(
      names = "--out",
      paramLabel = "DIR",
      description = "Where block-model.bin and block-model.txt are written; nowhere if left out.")
  private Path out = Path.of("");

  @Option(
      names = "--folds",
      paramLabel = "N",
      description = "Into how many parts the domains are cut; 5 if left out.")
  private int folds = 5;

  @Option(
      names = "--weight",
      paramLabel = "SET=W",
      description = "What a page of a set counts in training; 1 if left out.")
  private Map<String, Double> weights = new HashMap<>();

  /** The command, writing to that terminal. */
  public TrainCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() throws IOException, LGBMException {
    List<TrainingPage> trained = read(datasets);
    List<TrainingPage> tested = read(tests);
    CrossValidation validation = new CrossValidation(terminal);
    for (int fold = 0; fold < folds; fold++) {
      int held = fold;
      List<TrainingPage> others =
          trained.stream().filter(page -> page.fold(folds) != held).toList();
      BlockModel model = Boosting.train(others, weights);
      validation.score(trained.stream().filter(page -> page.fold(folds) == held).toList(), model);
      if (fold == 0) {
        validation.scoreSeen(others, model);
      }
    }
    List<BlockModel.Tree> trees = Boosting.trees(trained, weights);
    byte[] bytes = BlockModel.bytes(trees);
    validation.score(tested, BlockModel.read(bytes));
    ModelCard card = new ModelCard(trained, folds, validation.figures(), bytes);
    terminal.out().print(card.text());
    if (!out.toString().isEmpty()) {
      Files.write(out.resolve("block-model.bin"), bytes);
      Files.writeString(out.resolve("block-model.txt"), card.text() + card.domains());
    }
    return 0;
  }

  private List<TrainingPage> read(List<Path> folders) throws IOException {
    List<TrainingPage> pages = new ArrayList<>();
    for (Path folder : folders) {
      String set = folder.toAbsolutePath().normalize().getFileName().toString();
      List<LabelledPage> labelled = Dataset.read(folder);
      try (TerminalProgress progress =
          new TerminalProgress(terminal, "reading " + set, labelled.size())) {
        InOrder.<LabelledPage, TrainingPage>run(
            labelled.iterator(),
            2,
            page -> TrainingPage.of(set, page),
            page -> {
              pages.add(page);
              progress.step();
            });
      }
    }
    return pages;
  }
}
