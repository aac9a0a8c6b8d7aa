// SPDX-License-Identifier: Apache-2.0
package org.winnow.app;

import java.io.IOException;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.winnow.corpus.Catalog;
import org.winnow.corpus.Run;
import org.winnow.corpus.Runs;
import org.winnow.corpus.SiteSummary;
import org.winnow.corpus.Url;
import org.winnow.pipeline.UrlStatus;
import org.winnow.pipeline.UserError;
import org.winnow.siterules.RuleSet;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Says what the corpus holds and how the last runs went. */
@Command(
    name = "status",
    description = "Shows each site's last run and what the corpus holds of it.",
    footerHeading = "%nExample:%n",
    footer = {
      "  winnow status --data winnow-data",
      "  winnow status --url https://www.example.org/page   whether it was fetched, or why not"
    })
final class StatusCommand implements Callable<Integer> {
  /** As many runs as are looked at for the last one of each site. */
  private static final int RUNS = 10_000;

  private final Terminal terminal;

  @Mixin private DataOptions data = new DataOptions();
  @Mixin private RuleOptions ruleOptions = new RuleOptions();

  @Option(
      names = "--url",
      paramLabel = "URL",
      description = "Tell what became of this address, and why.")
  private @Nullable String url;

  StatusCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() throws IOException {
    if (url != null) {
      return tell(url);
    }
    Map<String, Run> lastRuns = new TreeMap<>();
    Map<String, SiteSummary> totals = new TreeMap<>();
    try (Catalog catalog = data.folder().catalog()) {
      catalog
          .jdbi()
          .useHandle(
              handle -> {
                Runs.latest(handle, RUNS).forEach(run -> lastRuns.putIfAbsent(run.site(), run));
                SiteSummary.all(handle).forEach(total -> totals.put(total.site(), total));
              });
    }
    Set<String> sites = new TreeSet<>(lastRuns.keySet());
    sites.addAll(totals.keySet());
    Table table = new Table("site", "pages", "articles", "last run", "fetched", "gone", "failed");
    for (String site : sites) {
      SiteSummary total = totals.get(site);
      Run run = lastRuns.get(site);
      table.add(
          site,
          total == null ? 0 : total.pages(),
          total == null ? 0 : total.articles(),
          run == null ? "-" : time(run),
          run == null ? "-" : run.counts().fetched(),
          run == null ? "-" : run.counts().gone(),
          run == null ? "-" : run.counts().failed());
    }
    table.lines().forEach(terminal.out()::println);
    return ExitCode.OK;
  }

  private int tell(String text) throws IOException {
    Url address =
        Url.parse(text)
            .orElseThrow(
                () -> new UserError("'" + text + "' is not an address; write http(s)://host/path"));
    RuleSet rules = ruleOptions.rules();
    try (Catalog catalog = data.folder().catalog()) {
      catalog
          .jdbi()
          .useHandle(
              handle -> UrlStatus.of(handle, address, rules).forEach(terminal.out()::println));
    }
    return ExitCode.OK;
  }

  private static String time(Run run) {
    String started = run.started().truncatedTo(ChronoUnit.SECONDS).toString();
    return run.finished() == null ? started + " (cut off)" : started;
  }
}
