// SPDX-License-Identifier: Apache-2.0
package org.winnow.bench.crawl;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.winnow.app.Table;
import org.winnow.app.Terminal;
import org.winnow.bench.crawl.SiteServer.Hit;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Option;

/** Whether hosts are left alone between requests, at any number of threads. */
@Command(
    name = "polite",
    description =
        "Crawls several hosts at different numbers of threads and tells, from the servers' journals,"
            + " the shortest time between two requests to one host.",
    footerHeading = "%nExample:%n",
    footer = "  winnow-bench polite --hosts 5 --delay 500")
public final class PoliteCommand implements Callable<Integer> {
  private static final Duration PATIENCE = Duration.ofMinutes(10);

  private final Terminal terminal;

  @Option(names = "--hosts", paramLabel = "N", description = "How many hosts.")
  private int hosts = 5;

  @Option(names = "--pages", paramLabel = "N", description = "Pages of each host.")
  private int pages = 20;

  @Option(names = "--delay", paramLabel = "MS", description = "Milliseconds between requests.")
  private int delay = 500;

  @Option(names = "--threads", paramLabel = "N", split = ",", description = "Numbers of threads.")
  private List<Integer> threads = List.of(1, 8, 32);

  public PoliteCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() throws Exception {
    Path folder = Files.createTempDirectory("winnow-bench-");
    Table table =
        new Table(
            "threads", "requests", "shortest gap", "seconds", "requests/s", "at most possible");
    boolean isPolite = true;
    for (int count : threads) {
      isPolite &= crawl(folder.resolve("t" + count), count, table);
    }
    table.lines().forEach(terminal.out()::println);
    return isPolite ? ExitCode.OK : ExitCode.SOFTWARE;
  }

  private boolean crawl(Path folder, int count, Table table) throws Exception {
    Files.createDirectories(folder);
    List<SiteServer> servers = new ArrayList<>();
    try {
      for (int i = 0; i < hosts; i++) {
        servers.add(SiteServer.start(folder, pages, 0));
      }
      int code;
      try (Child child = WinnowCrawl.start(folder.resolve("data"), servers, count, delay + "ms")) {
        code = child.await(PATIENCE);
      }
      double shortest = Double.MAX_VALUE;
      double longest = 0;
      int requests = 0;
      for (SiteServer server : servers) {
        List<Long> starts = server.journal().stream().map(Hit::start).sorted().toList();
        requests += starts.size();
        for (int i = 1; i < starts.size(); i++) {
          shortest = Math.min(shortest, (starts.get(i) - starts.get(i - 1)) / 1e6);
        }
        longest = Math.max(longest, (starts.get(starts.size() - 1) - starts.get(0)) / 1e9);
      }
      table.add(
          count,
          requests,
          String.format(Locale.ROOT, "%.0f ms", shortest),
          String.format(Locale.ROOT, "%.1f", longest),
          String.format(Locale.ROOT, "%.2f", requests / longest),
          String.format(Locale.ROOT, "%.2f", hosts * 1000.0 / delay));
      return code == 0 && shortest >= delay && requests == hosts * (pages + 1);
    } finally {
      servers.forEach(SiteServer::close);
    }
  }
}
