// SPDX-License-Identifier: Apache-2.0
package org.winnow.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.winnow.corpus.Catalog;
import org.winnow.corpus.FetchedPage;
import org.winnow.corpus.PageArchive;
import org.winnow.corpus.Pages;
import org.winnow.corpus.StoredPage;
import org.winnow.corpus.Url;
import org.winnow.crawler.PageFetcher;
import org.winnow.extractors.Extractor;
import org.winnow.pipeline.UserError;
import org.winnow.pipeline.input.PageFile;
import org.winnow.siterules.RuleSet;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Shows what rules make of a page, and why. */
@Command(
    name = "explain",
    description = {
      "Shows which rule a page has, where its values come from, and why each block was kept or removed.",
      "",
      "Of the rule: what matched, every value that holds for the page with its file and line, which",
      "alternative found each part.",
      "",
      "A page is taken from a file, from the corpus, or with --live from its site. --verbose shows",
      "every step's decision about a block."
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  winnow rules explain https://www.example.org/story --rules my-rules/",
      "  winnow rules explain page.html --url https://www.example.org/story",
      "  winnow rules explain https://www.example.org/story --live"
    })
final class RulesExplainCommand implements Callable<Integer> {
  private final Terminal terminal;

  @Spec private CommandSpec spec = CommandSpec.create();

  @Parameters(arity = "1", paramLabel = "URL|FILE", description = "The page.")
  private String target = "";

  @Option(names = "--url", paramLabel = "URL", description = "The address of the page in a file.")
  private @Nullable String url;

  @Option(names = "--live", description = "Fetch the page once, politely.")
  private boolean live;

  @Mixin private DataOptions data = new DataOptions();
  @Mixin private RuleOptions ruleOptions = new RuleOptions();
  @Mixin private FetchOptions fetchOptions = new FetchOptions();

  RulesExplainCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() throws IOException, InterruptedException {
    RuleSet rules = ruleOptions.rules();
    boolean isVerbose = spec.root().userObject() instanceof WinnowCommand root && root.isVerbose;
    RuleExplanation explanation = new RuleExplanation(terminal, rules, isVerbose);
    if (!target.contains("://")) {
      FetchedPage page = file();
      explanation.explain(page, new Extractor(rules).extract(page));
      return ExitCode.OK;
    }
    Url address = address(target);
    Optional<FetchedPage> page = live ? Optional.of(fetched(address)) : stored(address);
    if (page.isEmpty()) {
      explanation.explainAddress(address);
      terminal.say(
          "winnow: no stored page of "
              + address
              + "; crawl it (winnow crawl), name a file with --url, or fetch it once with --live");
      return ExitCode.SOFTWARE;
    }
    explanation.explain(page.get(), new Extractor(rules).extract(page.get()));
    return ExitCode.OK;
  }

  private FetchedPage file() throws IOException {
    Path file = Path.of(target);
    if (!Files.isRegularFile(file)) {
      throw new UserError(target + ": no such file; an address begins with https://");
    }
    return PageFile.read(file, url == null ? null : address(url), null);
  }

  private static Url address(String text) {
    return Url.parse(text)
        .orElseThrow(() -> new UserError("'" + text + "' is not an http(s) address"));
  }

  private FetchedPage fetched(Url address) throws IOException, InterruptedException {
    try (PageFetcher fetcher = fetchOptions.fetcher()) {
      PageFetcher.Answer answer = fetcher.fetch(address);
      if (answer.page() == null) {
        throw new IOException(address + ": " + answer.problem());
      }
      return answer.page();
    }
  }

  private Optional<FetchedPage> stored(Url address) throws IOException {
    if (!Files.exists(data.folder().catalogFile())) {
      return Optional.empty();
    }
    try (Catalog catalog = data.folder().catalog();
        PageArchive archive = PageArchive.openForReading(data.folder().archive())) {
      Optional<StoredPage> page =
          catalog.jdbi().withHandle(handle -> Pages.latest(handle, address));
      return page.isEmpty() || page.get().position() == null
          ? Optional.empty()
          : Optional.of(archive.read(page.get().position()));
    }
  }
}
