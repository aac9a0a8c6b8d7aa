// SPDX-License-Identifier: Apache-2.0
package org.winnow.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.winnow.app.Dataset;
import org.winnow.app.Terminal;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Scores Winnow without rules on labelled pages. */
@Command(name = "quality", description = "Scores Winnow without rules on labelled pages.")
final class QualityCommand implements Callable<Integer> {
  private final Terminal terminal;

  @Parameters(paramLabel = "DATASET", arity = "1..*", description = "Folders of labelled pages.")
  private List<Path> datasets = new ArrayList<>();

  QualityCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() throws IOException {
    for (Path dataset : datasets) {
      terminal.out().println(dataset + ": " + Dataset.read(dataset).size() + " pages");
    }
    return 0;
  }
}
