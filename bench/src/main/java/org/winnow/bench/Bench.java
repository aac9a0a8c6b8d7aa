// SPDX-License-Identifier: Apache-2.0
package org.winnow.bench;

import java.util.List;
import org.winnow.app.CommandLines;
import org.winnow.app.Terminal;
import org.winnow.bench.crawl.CrawlCommand;
import org.winnow.bench.crawl.KillCommand;
import org.winnow.bench.crawl.PoliteCommand;
import org.winnow.bench.gate.GateCommand;
import org.winnow.bench.speed.SpeedCommand;
import org.winnow.bench.train.TrainCommand;
import picocli.CommandLine;

/** The command line of the benchmarks, with Winnow's exit codes. */
public final class Bench {
  private Bench() {}

  /** Every subcommand, in the order of the help. */
  private static List<Object> subcommands(Terminal terminal) {
    return List.of(
        new QualityCommand(terminal),
        new SpeedCommand(terminal),
        new GateCommand(terminal),
        new TrainCommand(terminal),
        new RulesCommand(terminal),
        new CrawlCommand(terminal),
        new KillCommand(terminal),
        new PoliteCommand(terminal));
  }

  public static void main(String[] args) {
    Terminal terminal = Terminal.ofProcess();
    System.exit(CommandLines.run(commandLine(terminal), terminal, args));
  }

  /** The whole tree of commands. */
  static CommandLine commandLine(Terminal terminal) {
    return CommandLines.of(new BenchCommand(), subcommands(terminal), terminal);
  }
}
