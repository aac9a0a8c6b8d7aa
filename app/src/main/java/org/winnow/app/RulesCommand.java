// SPDX-License-Identifier: Apache-2.0
package org.winnow.app;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Everything about rules; the work is in the subcommands. */
@Command(
    name = "rules",
    description = "Begins, learns, checks, tests and imports site rules.",
    footerHeading = "%nExamples:%n",
    footer = {
      "  winnow rules check my-rules/         every mistake in the rules of a folder",
      "  winnow rules test www.example.org    a site's samples against its rule",
      "  winnow rules learn pages/            a rule from article pages of one site"
    })
final class RulesCommand implements Runnable {
  @Spec private CommandSpec spec = CommandSpec.create();

  static CommandLine withSubcommands(Terminal terminal) {
    return new CommandLine(new RulesCommand())
        .addSubcommand(new RulesNewCommand(terminal))
        .addSubcommand(new RulesLearnCommand(terminal))
        .addSubcommand(new RulesCheckCommand(terminal))
        .addSubcommand(new RulesTestCommand(terminal))
        .addSubcommand(new RulesExplainCommand(terminal))
        .addSubcommand(new RulesStatusCommand(terminal))
        .addSubcommand(new RulesSchemaCommand(terminal))
        .addSubcommand(RulesImportCommand.withSubcommands(terminal));
  }

  @Override
  public void run() {
    throw new ParameterException(
        spec.commandLine(),
        "name a command: new, learn, check, test, explain, status, schema or import");
  }
}
