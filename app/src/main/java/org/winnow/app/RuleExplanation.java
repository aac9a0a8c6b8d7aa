// SPDX-License-Identifier: Apache-2.0
package org.winnow.app;

import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.winnow.corpus.Article;
import org.winnow.corpus.Decision;
import org.winnow.corpus.FetchedPage;
import org.winnow.corpus.LabelledBlock;
import org.winnow.corpus.Url;
import org.winnow.extractors.Extraction;
import org.winnow.extractors.Extraction.Extracted;
import org.winnow.extractors.Extraction.NothingFound;
import org.winnow.extractors.FieldHit;
import org.winnow.siterules.LayoutRule;
import org.winnow.siterules.RuleSet;
import org.winnow.siterules.RuleValue;
import org.winnow.siterules.SiteRule;

/** Prints what a rule makes of a page, and why. */
final class RuleExplanation {
  private static final String GUARD = "guard:";

  private final Terminal terminal;
  private final RuleSet rules;
  private final boolean isVerbose;

  /**
   * @param isVerbose whether every step's decision about a block is shown
   */
  RuleExplanation(Terminal terminal, RuleSet rules, boolean isVerbose) {
    this.terminal = terminal;
    this.rules = rules;
    this.isVerbose = isVerbose;
  }

  /** Explains a page and what came of it. */
  void explain(FetchedPage page, Extraction extraction) {
    SiteRule rule = extraction.use().rule();
    SiteRule matched = rule == null ? rules.ruleFor(page.url()).orElse(null) : rule;
    terminal.print("bold", "page  ", page.url().toString());
    terminal.print("", "      fetched " + page.fetched());
    match(page.url(), matched);
    if (matched != null) {
      layout(matched, matched.layouts().of(page.url(), page.fetched()), page.url());
      values(matched);
    }
    result(extraction);
    warnings(extraction);
    heading("blocks");
    ExplainOutput output = new ExplainOutput(terminal);
    extraction.blocks().forEach(block -> output.block(block, isVerbose));
  }

  /** Explains what would hold for a page that is not there. */
  void explainAddress(Url url) {
    SiteRule rule = rules.ruleFor(url).orElse(null);
    match(url, rule);
    if (rule != null) {
      layout(rule, rule.layouts().sectionOf(url), url);
      values(rule);
    }
  }

  private void match(Url url, @Nullable SiteRule rule) {
    if (rule == null) {
      terminal.print("bold", "rule  none: the page is extracted without a rule (auto)");
      terminal.print("", "      no rule has the host " + url.host() + ", and no match.when fits");
      return;
    }
    terminal.print("bold", "rule  " + rule.name() + " (" + rule.mark() + ")");
    terminal.print("", "      " + why(url.host(), rule));
  }

  private static String why(String host, SiteRule rule) {
    if (rule.hosts().contains(host)) {
      return "because of its host " + host;
    }
    return rule.hosts().stream()
        .filter(pattern -> pattern.startsWith("*.") && host.endsWith(pattern.substring(1)))
        .max(Comparator.comparingInt(String::length))
        .map(pattern -> "because of its hosts " + pattern)
        .orElse("because the page has what match.when asks for");
  }

  private void layout(SiteRule rule, Optional<LayoutRule> layout, Url url) {
    if (layout.isEmpty()) {
      boolean hasOthers =
          !rule.layouts().sections().isEmpty() || !rule.layouts().history().isEmpty();
      if (hasOthers) {
        terminal.print("", "      no section or dated layout fits");
      }
      return;
    }
    LayoutRule found = layout.get();
    terminal.print("", "      layout " + found.name() + " (" + found.mark() + ")");
    terminal.print(
        "",
        found.until() == null
            ? "      because the address begins with "
                + found.urls().stream().filter(url.path()::startsWith).findFirst().orElse("it")
            : "      because the page was fetched until " + found.until());
  }

  /** Everything that holds, each line with the place where it is written. */
  private void values(SiteRule rule) {
    heading("values");
    int width =
        rule.values().stream().mapToInt(value -> value.mark().toString().length()).max().orElse(0);
    for (RuleValue value : rule.values()) {
      String mark = value.mark().toString();
      String space = " ".repeat(width - mark.length());
      terminal.print("", "  " + mark + space + "  " + value.path() + ": ", value.text());
    }
  }

  private void result(Extraction extraction) {
    heading("parts");
    for (FieldHit hit : extraction.use().hits()) {
      terminal.print(
          "",
          "  %s by extract.%s[%d] (%s): "
              .formatted(hit.field(), hit.field(), hit.alternative(), hit.mark()),
          hit.text());
    }
    if (extraction instanceof NothingFound nothing) {
      terminal.print("red", "  no article: " + nothing.reason());
      return;
    }
    Extracted extracted = (Extracted) extraction;
    Article article = extracted.article();
    List<String> byRule = extraction.use().hits().stream().map(FieldHit::field).toList();
    found(byRule, "title", article.headline());
    found(byRule, "subtitle", article.kicker());
    found(byRule, "author", article.byline());
    found(byRule, "date", article.published() == null ? null : article.published().toString());
    if (!byRule.contains("body")) {
      terminal.print(
          extracted.use().isFallback() ? "red" : "",
          extracted.use().isFallback()
              ? "  body: extract.body found nothing, so it was found without the rule (fallback)"
              : "  body: found without the rule");
    }
    extracted
        .failedGates()
        .forEach(
            gate -> terminal.print("red", "  held back: " + gate.gate() + ": ", gate.reason()));
  }

  private void found(List<String> byRule, String part, @Nullable String value) {
    if (byRule.contains(part)) {
      return;
    }
    if (value == null) {
      terminal.print("", "  " + part + ": none");
    } else {
      terminal.print("", "  " + part + " found without the rule: ", value);
    }
  }

  private void warnings(Extraction extraction) {
    Set<String> warnings = new LinkedHashSet<>();
    for (LabelledBlock block : extraction.blocks()) {
      for (Decision decision : block.chain()) {
        if (decision.reason().startsWith(GUARD)) {
          warnings.add(decision.reason().substring(GUARD.length()));
        }
      }
    }
    if (!warnings.isEmpty()) {
      heading("warnings");
      warnings.forEach(warning -> terminal.print("yellow", "  ", warning));
    }
  }

  private void heading(String text) {
    terminal.out().println();
    terminal.print("bold", text);
  }
}
