// SPDX-License-Identifier: Apache-2.0
package org.winnow.app;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.winnow.siterules.RuleProblem;
import org.winnow.siterules.RuleReading;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Parameters;

/** Names every mistake in rules. */
@Command(
    name = "check",
    description = "Names every mistake in rules, each with file:line:column and what is meant.",
    footerHeading = "%nExamples:%n",
    footer = {
      "  winnow rules check                     the bundled rules",
      "  winnow rules check my-rules/           a folder, over the bundled rules",
      "  winnow rules check my-rules/site.yml"
    })
final class RulesCheckCommand implements Callable<Integer> {
  private final Terminal terminal;

  @Parameters(
      arity = "0..1",
      paramLabel = "DIR|FILE",
      description = "Your rules; the bundled ones alone if left out.")
  private @Nullable Path own;

  RulesCheckCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    RuleReading reading = RuleOptions.read(own);
    for (RuleProblem problem : reading.problems()) {
      terminal.say(problem.toString());
    }
    int sites = reading.rules().rules().size();
    if (reading.problems().isEmpty()) {
      terminal.out().println(sites + " sites, no problems");
      return ExitCode.OK;
    }
    terminal.say(reading.problems().size() + " problems; a rule with one is not used");
    return ExitCode.USAGE;
  }
}
