// SPDX-License-Identifier: Apache-2.0
package org.winnow.app;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.winnow.pipeline.rules.Samples;
import org.winnow.siterules.RuleProblem;
import org.winnow.siterules.RuleReading;
import org.winnow.siterules.SampleTest;
import org.winnow.siterules.SiteRule;
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
    List<RuleProblem> problems = new ArrayList<>(reading.problems());
    List<SiteRule> rules = reading.rules().rules();
    rules.forEach(rule -> rule.tests().forEach(sample -> missing(sample, problems)));
    if (problems.isEmpty()) {
      int samples = rules.stream().mapToInt(rule -> rule.tests().size()).sum();
      terminal.out().println(rules.size() + " sites, " + samples + " samples, no problems");
      return ExitCode.OK;
    }
    problems.forEach(problem -> terminal.say(problem.toString()));
    String all = problems.size() == 1 ? "1 problem" : problems.size() + " problems";
    terminal.say(all + "; a rule with one is not used");
    return ExitCode.USAGE;
  }

  private static void missing(SampleTest sample, List<RuleProblem> problems) {
    if (!Samples.exists(sample, sample.page())) {
      problems.add(missing(sample, "page", sample.page()));
    }
    String gold = sample.gold();
    if (gold != null && !Samples.exists(sample, gold)) {
      problems.add(missing(sample, "gold", gold));
    }
  }

  private static RuleProblem missing(SampleTest sample, String key, String file) {
    return new RuleProblem(
        sample.mark(), "tests[]." + key, "there is no file '" + file + "' beside the rule");
  }
}
