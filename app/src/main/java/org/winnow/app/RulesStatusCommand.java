// SPDX-License-Identifier: Apache-2.0
package org.winnow.app;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.winnow.corpus.Catalog;
import org.winnow.corpus.ExtractionTrace;
import org.winnow.corpus.ExtractionTrace.Outcome;
import org.winnow.corpus.ExtractionTraces;
import org.winnow.pipeline.UserError;
import org.winnow.pipeline.rules.DriftAlarms;
import org.winnow.pipeline.rules.RuleHealth;
import org.winnow.pipeline.rules.RuleValues;
import org.winnow.pipeline.rules.SiteAddress;
import org.winnow.siterules.RuleSet;
import org.winnow.siterules.SiteRule;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Says how well rules fit the pages that were crawled last. */
@Command(
    name = "status",
    description = {
      "Shows how rules worked on the last pages of their sites, and where a site has moved away.",
      "",
      "Which alternative of a selector won how often, what removals took nothing, and alarms.",
      "Exit code 1 if there is an alarm. A rule is never changed by itself."
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  winnow rules status                      all sites of the corpus, and their alarms",
      "  winnow rules status www.example.org      one site in detail"
    })
final class RulesStatusCommand implements Callable<Integer> {
  private final Terminal terminal;

  @Parameters(
      arity = "0..1",
      paramLabel = "SITE",
      description = "One site in detail: the name or a host of its rule.")
  private @Nullable String site;

  @Mixin private DataOptions data = new DataOptions();
  @Mixin private RuleOptions ruleOptions = new RuleOptions();

  RulesStatusCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() throws IOException {
    RuleSet rules = ruleOptions.rules();
    try (Catalog catalog = data.folder().catalog()) {
      return catalog.jdbi().withHandle(handle -> show(handle, rules));
    }
  }

  private int show(Handle handle, RuleSet rules) {
    String wanted = site;
    if (wanted != null) {
      SiteRule rule =
          SiteAddress.named(wanted, rules)
              .orElseThrow(() -> new UserError(SiteAddress.unknown(wanted, rules)));
      return detail(handle, health(handle, rule));
    }
    Table table = new Table("rule", "pages", "articles", "fallback", "held", "missed", "words");
    List<String> alarms = new ArrayList<>();
    for (String name : ExtractionTraces.rules(handle)) {
      Optional<SiteRule> rule =
          rules.rules().stream().filter(each -> each.name().equals(name)).findFirst();
      if (rule.isEmpty()) {
        terminal.say(name + ": this rule is not there any more; its pages are left out");
        continue;
      }
      RuleHealth health = health(handle, rule.get());
      table.add(
          name,
          health.traces().size(),
          health.count(Outcome.ARTICLE),
          health.count(Outcome.FALLBACK),
          health.count(Outcome.HELD),
          health.count(Outcome.MISSED),
          Math.round(health.median(ExtractionTrace::words)));
      DriftAlarms.of(health).forEach(alarm -> alarms.add(name + ": " + alarm));
    }
    table.lines().forEach(terminal.out()::println);
    alarms.forEach(alarm -> terminal.print("red", "! " + alarm));
    return alarms.isEmpty() ? ExitCode.OK : ExitCode.SOFTWARE;
  }

  private static RuleHealth health(Handle handle, SiteRule rule) {
    return new RuleHealth(rule, ExtractionTraces.latest(handle, rule.name(), RuleHealth.PAGES));
  }

  private int detail(Handle handle, RuleHealth health) {
    terminal.print("bold", health.rule().name() + " (" + health.rule().mark() + ")");
    if (health.traces().isEmpty()) {
      terminal.out().println("  no page of it was extracted yet; crawl it: winnow crawl");
      return ExitCode.OK;
    }
    line(
        "last %d pages: %d articles, %d by fallback, %d held back, %d missed",
        health.traces().size(),
        health.count(Outcome.ARTICLE),
        health.count(Outcome.FALLBACK),
        health.count(Outcome.HELD),
        health.count(Outcome.MISSED));
    line(
        "median: %.0f words, %.0f %% of the text in links",
        health.median(ExtractionTrace::words), 100 * health.median(ExtractionTrace::linkDensity));
    int current = health.current().size();
    if (current < health.traces().size()) {
      line(
          "%d of them since the rule was edited; winnow extract --data brings the others up to date",
          current);
    }
    health.rates().forEach(rate -> rate(health.rule(), rate));
    for (String idle : health.idleRemovals()) {
      terminal.print("", "  took nothing: ", described(health.rule(), idle));
    }
    List<String> alarms = DriftAlarms.of(health);
    alarms.forEach(alarm -> terminal.print("red", "! " + alarm));
    RecurringLineFinder.find(handle, health.rule().name(), data.folder().texts())
        .forEach(
            found ->
                terminal.print(
                    "yellow",
                    "? in "
                        + found.articles()
                        + " articles of a week, maybe an entry of remove.lines: ",
                    found.line()));
    return alarms.isEmpty() ? ExitCode.OK : ExitCode.SOFTWARE;
  }

  private void rate(SiteRule rule, RuleHealth.Rate rate) {
    for (int i = 0; i < rate.wins().size(); i++) {
      String share = String.format(Locale.ROOT, "  %3.0f %%  ", 100 * rate.share(i));
      terminal.print("", share, described(rule, rate.path() + "[" + i + "]"));
    }
    if (rate.found() < 1) {
      line("%3.0f %%  %s: none of these", 100 * (1 - rate.found()), rate.path());
    }
  }

  /** An entry with its text and place, as far as the rule's values have them. */
  private static String described(SiteRule rule, String entry) {
    return RuleValues.at(rule, entry)
        .map(value -> entry + " " + value.text() + "  (" + value.mark() + ")")
        .orElse(entry);
  }

  private void line(String format, Object... arguments) {
    terminal.out().println("  " + String.format(Locale.ROOT, format, arguments));
  }
}
