// SPDX-License-Identifier: Apache-2.0
package org.winnow.app;

import java.util.concurrent.Callable;
import org.winnow.siterules.RuleSchema;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;

/** Prints the schema of rules. */
@Command(
    name = "schema",
    description = {
      "Prints the JSON Schema of rules, with which an editor checks them while you type.",
      "",
      "A rule names it in its first line: # yaml-language-server: $schema=winnow-rule.schema.json"
    },
    footerHeading = "%nExample:%n",
    footer = "  winnow rules schema > my-rules/winnow-rule.schema.json")
final class RulesSchemaCommand implements Callable<Integer> {
  private final Terminal terminal;

  RulesSchemaCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    terminal.out().print(RuleSchema.json());
    return ExitCode.OK;
  }
}
