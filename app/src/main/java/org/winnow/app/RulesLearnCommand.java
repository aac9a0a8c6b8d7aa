// SPDX-License-Identifier: Apache-2.0
package org.winnow.app;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.winnow.corpus.Url;
import org.winnow.crawler.PageFetcher;
import org.winnow.extractors.learn.LearnedRule;
import org.winnow.extractors.learn.RuleLearner;
import org.winnow.pipeline.Failures;
import org.winnow.pipeline.UserError;
import org.winnow.pipeline.input.Manifest;
import org.winnow.pipeline.input.PageFile;
import org.winnow.pipeline.rules.LearnInput;
import org.winnow.pipeline.rules.LearnedFiles;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Learns a rule from pages. */
@Command(
    name = "learn",
    description = {
      "Learns a site's rule from 3 to 10 of its article pages, stored or fetched.",
      "",
      "Writes DIR/HOST/rule.yml with scores, and the pages with drafts of their texts as samples."
          + " A rule that is there is never written over: rule.yml.proposed and a diff show what"
          + " would change. A single address leads to other pages like it."
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  winnow rules learn pages/ --out my-rules/",
      "  winnow rules learn --manifest pages.jsonl",
      "  winnow rules learn https://www.example.org/          fetches articles it links to"
    })
final class RulesLearnCommand implements Callable<Integer> {
  private final Terminal terminal;

  @Parameters(
      paramLabel = "URL|FILE|DIR",
      description = "Pages of one site: addresses to fetch, or stored pages.")
  private List<String> sources = List.of();

  @Option(
      names = "--manifest",
      paramLabel = "FILE",
      description = "Pages listed as JSON lines {\"id\",\"path\",\"url\",\"contentType\"}.")
  private @Nullable Path manifest;

  @Option(
      names = "--url-base",
      paramLabel = "URL",
      description = "The address below which files that state no address of their own lie.")
  private @Nullable String base;

  @Option(
      names = {"-o", "--out"},
      paramLabel = "DIR",
      description = "Your folder of rules (default: ${DEFAULT-VALUE}).")
  private Path out = Path.of("rules");

  @Option(names = "--force", description = "Write over the rule that is there.")
  private boolean mayReplace;

  @Mixin private FetchOptions fetchOptions = new FetchOptions();

  RulesLearnCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() throws IOException, InterruptedException {
    Failures failures = new Failures();
    LearnInput input = new LearnInput(failures);
    read(input, failures);
    checkOneSite(input);
    LearnedRule rule = new RuleLearner().learn(input.pages()).orElse(null);
    if (rule == null) {
      terminal.report(failures, "pages cannot be used");
      throw new UserError(
          "nothing learned: fewer than two of the "
              + input.pages().size()
              + " pages are articles of one layout; give 3 to 10 article pages of one site");
    }
    LearnedFiles files = new LearnedFiles(out.resolve(rule.site().host()), mayReplace);
    LearnedFiles.Written written = files.write(rule);
    report(rule, written);
    return terminal.report(failures, "pages could not be read");
  }

  private void read(LearnInput input, Failures failures) throws IOException, InterruptedException {
    List<Url> urls = new ArrayList<>();
    List<Path> paths = new ArrayList<>();
    for (String source : sources) {
      if (source.contains("://")) {
        urls.add(address(source));
      } else {
        paths.add(Path.of(source));
      }
    }
    if (urls.isEmpty() && paths.isEmpty() && manifest == null) {
      throw new UserError("name the pages: URL, FILE or DIR, or --manifest FILE");
    }
    Url below = base == null ? null : address(base);
    if (manifest != null) {
      input.read(Manifest.read(manifest), below);
    }
    input.read(LearnInput.inputs(paths, failures), below);
    if (!urls.isEmpty()) {
      try (PageFetcher fetcher = fetchOptions.fetcher();
          TerminalProgress progress =
              new TerminalProgress(terminal, "fetching", urls.size() == 1 ? -1 : urls.size())) {
        input.fetch(urls, fetcher, progress);
      }
    }
  }

  private static Url address(String text) {
    return Url.parse(text)
        .orElseThrow(() -> new UserError("'" + text + "' is not an http(s) address"));
  }

  private static void checkOneSite(LearnInput input) {
    List<String> hosts =
        input.pages().stream().map(page -> page.url().host()).distinct().sorted().toList();
    if (hosts.size() > 1) {
      throw new UserError(
          "the pages are of "
              + hosts.size()
              + " sites: "
              + String.join(", ", hosts)
              + "; a rule is learned from one");
    }
    boolean isNowhere = input.pages().stream().anyMatch(page -> PageFile.isPlaceholder(page.url()));
    if (isNowhere) {
      throw new UserError(
          "the pages do not say where they are from; give --url-base https://www.example.org/");
    }
  }

  private void report(LearnedRule rule, LearnedFiles.Written written) {
    Table table = new Table("part", "selector or text", "score");
    for (LearnedRule.Finding finding : rule.findings()) {
      table.add(finding.key(), finding.value(), finding.remark());
    }
    table.lines().forEach(terminal.out()::println);
    written.diff().forEach(line -> terminal.out().println(Terminal.printable(line)));
    rule.remarks().forEach(terminal::say);
    rule.leftOut().forEach(page -> terminal.say("left out: " + page));
    terminal.say(
        String.format(
            Locale.ROOT,
            "Learned from %d pages; agrees with the extraction without a rule by %.3f.",
            rule.samples().size(),
            rule.agreement()));
    terminal.say(
        written.diff().isEmpty()
            ? "Wrote "
                + written.file()
                + "; now correct samples/*.txt and run: winnow rules test "
                + rule.site().host()
                + " --rules "
                + out
            : "There is a rule already; the new one is "
                + written.file()
                + " (--force writes over it)");
  }
}
