// SPDX-License-Identifier: Apache-2.0
package org.winnow.app;

import java.io.IOException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import org.winnow.corpus.Articles;
import org.winnow.corpus.Catalog;
import org.winnow.corpus.Run;
import org.winnow.corpus.Runs;
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
    Map<String, Integer> articles = new TreeMap<>();
    try (Catalog catalog = data.folder().catalog()) {
      catalog
          .jdbi()
          .useHandle(
              handle -> {
                Runs.latest(handle, RUNS).forEach(run -> lastRuns.putIfAbsent(run.site(), run));
                Articles.forEach(
                    handle, null, null, a -> articles.merge(a.site(), 1, Integer::sum));
              });
    }
    Table table = new Table("site", "last run", "state", "pages", "failed", "articles");
    lastRuns.forEach(
        (site, run) ->
            table.add(
                site,
                time(run.started()),
                run.finished() == null ? "not finished" : "done",
                run.counts().fetched(),
                run.counts().failed(),
                articles.getOrDefault(site, 0)));
    articles.forEach(
        (site, count) -> {
          if (!lastRuns.containsKey(site)) {
            table.add(site, "-", "-", "-", "-", count);
          }
        });
    table.lines().forEach(terminal.out()::println);
    return ExitCode.OK;
  }

  private static String time(Instant instant) {
    return instant.truncatedTo(ChronoUnit.SECONDS).toString();
  }
}
