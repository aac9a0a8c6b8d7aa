// SPDX-License-Identifier: Apache-2.0
package org.winnow.app;

import java.io.IOException;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import org.winnow.corpus.Catalog;
import org.winnow.corpus.Run;
import org.winnow.corpus.Runs;
import org.winnow.corpus.SiteSummary;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;

/** Says what the corpus holds and how the last runs went. */
@Command(
    name = "status",
    description = "Shows each site's last run and what the corpus holds of it.",
    footerHeading = "%nExample:%n",
    footer = "  winnow status --data winnow-data")
final class StatusCommand implements Callable<Integer> {
  /** As many runs as are looked at for the last one of each site. */
  private static final int RUNS = 10_000;

  private final Terminal terminal;

  @Mixin private DataOptions data = new DataOptions();

  StatusCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() throws IOException {
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
    Table table = new Table("site", "pages", "articles", "last run", "fetched", "failed");
    for (String site : sites) {
      SiteSummary total = totals.get(site);
      Run run = lastRuns.get(site);
      table.add(
          site,
          total == null ? 0 : total.pages(),
          total == null ? 0 : total.articles(),
          run == null ? "-" : time(run),
          run == null ? "-" : run.counts().fetched(),
          run == null ? "-" : run.counts().failed());
    }
    table.lines().forEach(terminal.out()::println);
    return ExitCode.OK;
  }

  private static String time(Run run) {
    String started = run.started().truncatedTo(ChronoUnit.SECONDS).toString();
    return run.finished() == null ? started + " (cut off)" : started;
  }
}
