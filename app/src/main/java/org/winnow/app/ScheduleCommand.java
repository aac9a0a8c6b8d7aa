// SPDX-License-Identifier: Apache-2.0
package org.winnow.app;

import java.time.Clock;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Everything about schedules; the work is in the subcommands. */
@Command(
    name = "schedule",
    description = "Shows when sites are crawled.",
    footerHeading = "%nExamples:%n",
    footer = {
      "  winnow schedule list --rules my-rules/",
      "  winnow schedule next --cron '15 */2 * * *' --zone Asia/Dubai"
    })
final class ScheduleCommand implements Runnable {
  @Spec private CommandSpec spec = CommandSpec.create();

  static CommandLine withSubcommands(Terminal terminal, Clock clock) {
    return new CommandLine(new ScheduleCommand())
        .addSubcommand(new ScheduleListCommand(terminal, clock))
        .addSubcommand(new ScheduleNextCommand(terminal, clock));
  }

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "name a command: list or next");
  }
}
