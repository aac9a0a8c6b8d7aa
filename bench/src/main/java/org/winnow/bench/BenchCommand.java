// SPDX-License-Identifier: Apache-2.0
package org.winnow.bench;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/** What all subcommands of the benchmarks share. */
@Command(
    name = "winnow-bench",
    description = "Measures Winnow beside others. docs/benchmarks.md tells how to read it.",
    synopsisSubcommandLabel = "COMMAND",
    subcommandsRepeatable = false)
final class BenchCommand implements Runnable {
  @Spec private CommandSpec spec = CommandSpec.create();

  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      scope = ScopeType.INHERIT,
      description = "Show this help.")
  boolean help;

  @Option(
      names = "--debug",
      scope = ScopeType.INHERIT,
      description = "Show where in the program an error came from.")
  boolean debug;

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "name a command");
  }
}
