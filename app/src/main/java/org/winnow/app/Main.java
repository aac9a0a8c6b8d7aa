// SPDX-License-Identifier: Apache-2.0
package org.winnow.app;

import java.time.Clock;
import java.util.List;
import picocli.CommandLine;

/**
 * The command line. Exit codes: 0 done; 1 done with failures, each named; 2 the command, a rule or
 * the configuration is wrong and nothing was fetched or written.
 */
public final class Main {
  private Main() {}

  /** Every subcommand, in the order of the help. */
  private static List<Object> subcommands(Terminal terminal) {
    return List.of(
        new DemoCommand(terminal),
        new ExtractCommand(terminal),
        new CleanCommand(terminal),
        new CrawlCommand(terminal),
        new ServeCommand(terminal),
        RulesCommand.withSubcommands(terminal),
        new ExportCommand(terminal),
        new EvaluateCommand(terminal),
        ScheduleCommand.withSubcommands(terminal, Clock.systemUTC()),
        new StatusCommand(terminal));
  }

  public static void main(String[] args) {
    Terminal terminal = Terminal.ofProcess();
    System.exit(CommandLines.run(commandLine(terminal), terminal, args));
  }

  /** The whole tree of commands. */
  static CommandLine commandLine(Terminal terminal) {
    return CommandLines.of(new WinnowCommand(), subcommands(terminal), terminal);
  }
}
