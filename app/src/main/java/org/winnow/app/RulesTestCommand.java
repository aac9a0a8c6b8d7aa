// SPDX-License-Identifier: Apache-2.0
package org.winnow.app;

import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.winnow.extractors.Extractor;
import org.winnow.siterules.RuleSet;
import org.winnow.siterules.SampleTest;
import org.winnow.siterules.SiteRule;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Tests rules on their samples. */
@Command(
    name = "test",
    description = "Extracts the samples of rules and compares the texts with what they must be.",
    footerHeading = "%nExamples:%n",
    footer = {
      "  winnow rules test                                    every site",
      "  winnow rules test www.example.org --rules my-rules/"
    })
final class RulesTestCommand implements Callable<Integer> {
  private final Terminal terminal;

  @Parameters(
      arity = "0..1",
      paramLabel = "SITE",
      description = "Only this site: the name or a host of its rule.")
  private @Nullable String site;

  @Mixin private RuleOptions ruleOptions = new RuleOptions();

  RulesTestCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    RuleSet rules = ruleOptions.rules();
    SampleCheck check = new SampleCheck(new Extractor(rules));
    int passed = 0;
    int failed = 0;
    for (SiteRule rule : chosen(rules)) {
      for (SampleTest sample : rule.tests()) {
        List<String> problems = check.problems(rule, sample);
        if (problems.isEmpty()) {
          passed++;
          continue;
        }
        failed++;
        terminal.out().println("FAILED " + rule.name() + " " + sample.page());
        problems.forEach(line -> terminal.out().println("  " + Terminal.printable(line)));
      }
    }
    terminal.out().println(passed + " samples passed, " + failed + " failed");
    return failed == 0 ? ExitCode.OK : ExitCode.SOFTWARE;
  }

  private List<SiteRule> chosen(RuleSet rules) {
    String name = site;
    return name == null
        ? rules.rules()
        : List.of(
            SiteAddress.named(name, rules)
                .orElseThrow(() -> new UserError(SiteAddress.unknown(name, rules))));
  }
}
