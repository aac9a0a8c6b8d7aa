// SPDX-License-Identifier: Apache-2.0
package org.winnow.app;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Makes rules of what others wrote for other programs; the work is in the subcommands. */
@Command(
    name = "import",
    description = "Makes rules of site configs and filter lists of other programs.",
    footerHeading = "%nExamples:%n",
    footer = {
      "  winnow rules import ftr ftr-site-config/ --out my-rules/",
      "  winnow rules import abp my-filters.txt --out my-rules/my-filters.yml"
    })
final class RulesImportCommand implements Runnable {
  @Spec private CommandSpec spec = CommandSpec.create();

  static CommandLine withSubcommands(Terminal terminal) {
    return new CommandLine(new RulesImportCommand())
        .addSubcommand(new RulesImportFtrCommand(terminal))
        .addSubcommand(new RulesImportAbpCommand(terminal));
  }

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "name what to import: ftr or abp");
  }
}
