// SPDX-License-Identifier: Apache-2.0
package org.winnow.app;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.winnow.corpus.Url;
import org.winnow.crawler.PageFetcher;
import org.winnow.pipeline.AtomicFile;
import org.winnow.pipeline.UserError;
import org.winnow.pipeline.rules.SchemaFile;
import org.winnow.pipeline.rules.SiteFacts;
import org.winnow.siterules.RuleWriter;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Begins a rule. */
@Command(
    name = "new",
    description = {
      "Writes the two lines that make a rule, with what a look at the site shows as comments.",
      "",
      "Fetches the site's address, robots.txt and, if it names none, /sitemap.xml, politely."
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  winnow rules new https://www.example.org/",
      "  winnow rules new https://www.example.org/ --offline --out my-rules/example.yml"
    })
final class RulesNewCommand implements Callable<Integer> {
  private final Terminal terminal;

  @Parameters(paramLabel = "URL", description = "The site's address.")
  private String site = "";

  @Option(
      names = {"-o", "--out"},
      paramLabel = "FILE",
      description = "The rule's file; rules/HOST/rule.yml if left out.")
  private @Nullable Path out;

  @Option(names = "--offline", description = "Fetch nothing.")
  private boolean isOffline;

  @Mixin private FetchOptions fetchOptions = new FetchOptions();

  RulesNewCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() throws IOException, InterruptedException {
    Url url =
        Url.parse(site.contains("://") ? site : "https://" + site + "/")
            .orElseThrow(() -> new UserError("'" + site + "' is not an http(s) address"));
    Url home = Url.of(url.origin() + "/");
    Path file = out == null ? Path.of("rules", home.host(), "rule.yml") : out;
    if (Files.exists(file)) {
      throw new UserError(file + ": is there already; choose another --out");
    }
    String yaml = yaml(home, facts(home), SchemaFile.nameFor(file));
    AtomicFile.write(file, yaml.getBytes(StandardCharsets.UTF_8));
    SchemaFile.writeFor(file);
    terminal.out().print(Terminal.printable(yaml));
    terminal.say("Wrote " + file + ". Go on with: winnow rules learn " + url);
    return ExitCode.OK;
  }

  private List<String> facts(Url home) throws InterruptedException {
    if (isOffline) {
      return List.of();
    }
    try (PageFetcher fetcher = fetchOptions.fetcher()) {
      return SiteFacts.of(home, fetcher);
    }
  }

  private static String yaml(Url home, List<String> facts, String schema) {
    RuleWriter yaml = new RuleWriter();
    yaml.comment("yaml-language-server: $schema=" + schema);
    facts.forEach(yaml::comment);
    yaml.number("version", 1).text("site", home.toString());
    yaml.comment("The two lines do: hosts, feeds, sitemaps and the parts of an article are found.");
    yaml.comment("The first line to add is where the body is, such as");
    yaml.comment("extract: { body: article }");
    yaml.comment("or let it be found: winnow rules learn " + home);
    return yaml.toString();
  }
}
