// SPDX-License-Identifier: Apache-2.0
package org.winnow.app;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.winnow.corpus.Url;
import org.winnow.crawler.PageFetcher;
import org.winnow.extractors.Extractor;
import org.winnow.pipeline.UserError;
import org.winnow.pipeline.rules.GoldUpdate;
import org.winnow.pipeline.rules.SampleCheck;
import org.winnow.pipeline.rules.SampleResult;
import org.winnow.pipeline.rules.Samples;
import org.winnow.pipeline.rules.SiteAddress;
import org.winnow.pipeline.rules.WordDiff;
import org.winnow.siterules.RuleSet;
import org.winnow.siterules.SampleTest;
import org.winnow.siterules.SiteRule;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Tests rules on their samples. */
@Command(
    name = "test",
    description = {
      "Extracts the samples of rules and compares the texts with what they must be.",
      "",
      "The gold word by word; what the text must contain, what it must not, how many words it must",
      "have."
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  winnow rules test                                    every site",
      "  winnow rules test www.example.org --rules my-rules/",
      "  winnow rules test www.example.org --rules my-rules/ --update",
      "  winnow rules test www.example.org --live             the pages as they are now"
    })
final class RulesTestCommand implements Callable<Integer> {
  private final Terminal terminal;

  @Parameters(
      arity = "0..1",
      paramLabel = "SITE",
      description = "Only this site: the name or a host of its rule.")
  private @Nullable String site;

  @Mixin private RuleOptions ruleOptions = new RuleOptions();

  @Option(
      names = "--update",
      description = "Write each text that differs beside its gold, as NAME.received.txt.")
  private boolean update;

  @Option(names = "--accept", description = "With --update: make these texts the gold.")
  private boolean accept;

  @Option(
      names = "--live",
      description = {
        "Fetch each sample's url once, politely, and look only for what the text must and must not",
        "contain."
      })
  private boolean live;

  @Mixin private FetchOptions fetchOptions = new FetchOptions();

  private int passed;
  private int failed;
  private int left;

  RulesTestCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() throws IOException, InterruptedException {
    if (accept && !update) {
      throw new UserError("--accept goes with --update");
    }
    if (live && update) {
      throw new UserError("--live compares with no gold, so there is nothing to --update");
    }
    RuleSet rules = ruleOptions.rules();
    SampleCheck check = new SampleCheck(new Extractor(rules));
    List<SiteRule> chosen = chosen(rules);
    if (live) {
      live(chosen, check);
    } else {
      for (SiteRule rule : chosen) {
        for (SampleTest sample : rule.tests()) {
          SampleResult result = check.stored(rule, sample);
          report(rule, sample.page(), result);
          update(sample, result);
        }
      }
    }
    String untried = left == 0 ? "" : ", " + left + " without a url left out";
    terminal.out().println(passed + " samples passed, " + failed + " failed" + untried);
    return failed == 0 ? ExitCode.OK : ExitCode.SOFTWARE;
  }

  private void live(List<SiteRule> chosen, SampleCheck check) throws InterruptedException {
    try (PageFetcher fetcher = fetchOptions.fetcher()) {
      for (SiteRule rule : chosen) {
        for (SampleTest sample : rule.tests()) {
          if (sample.url() == null) {
            left++;
          } else {
            report(rule, sample.url(), fetched(rule, sample, fetcher, check));
          }
        }
      }
    }
  }

  private static SampleResult fetched(
      SiteRule rule, SampleTest sample, PageFetcher fetcher, SampleCheck check)
      throws InterruptedException {
    Url url = Samples.url(rule, sample);
    PageFetcher.Answer answer = fetcher.fetch(url);
    return answer.page() == null
        ? SampleResult.failed(url + ": " + answer.problem())
        : check.live(sample, answer.page());
  }

  private void report(SiteRule rule, String name, SampleResult result) {
    if (result.passed()) {
      passed++;
      return;
    }
    failed++;
    terminal.print("bold", "FAILED " + rule.name() + " " + name);
    result.problems().forEach(line -> terminal.print("red", "  ", line));
    for (WordDiff.Line line : result.diff()) {
      String style =
          switch (line.sign()) {
            case PLACE -> "bold";
            case SAME -> "faint";
            case MISSING -> "red";
            case ADDED -> "green";
          };
      terminal.print(style, "  " + line.mark(), line.text());
    }
  }

  private void update(SampleTest sample, SampleResult result) throws IOException {
    String gold = sample.gold();
    String text = result.text();
    boolean differs = !result.diff().isEmpty() || (gold != null && !Samples.exists(sample, gold));
    if (update && gold != null && text != null && differs) {
      terminal.say(GoldUpdate.write(sample, gold, text, accept));
    }
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
