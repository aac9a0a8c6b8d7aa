// SPDX-License-Identifier: Apache-2.0
package org.winnow.bench.crawl;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.winnow.app.Table;
import org.winnow.app.Terminal;
import org.winnow.bench.crawl.SiteServer.Hit;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Option;

/** Winnow's speed in crawling, beside crawler4j's. */
@Command(
    name = "crawl",
    description = {
      "Crawls generated pages of 8 KB on this machine, with plain crawler4j (HSQLDB frontier,"
          + " resumable) and with Winnow, which also archives, extracts and writes the texts.",
      "",
      "Each crawler and the server are processes of their own. The time is from the first request"
          + " to the end of the last one, as the server saw it."
    },
    footerHeading = "%nExamples:%n",
    footer = {"  winnow-bench crawl", "  winnow-bench crawl --pages 20000 --rounds 1"})
public final class CrawlCommand implements Callable<Integer> {
  private static final Duration PATIENCE = Duration.ofMinutes(30);

  private final Terminal terminal;

  @Option(names = "--pages", paramLabel = "N", description = "How many pages the site has.")
  private int pages = 2_001;

  @Option(names = "--threads", paramLabel = "N", description = "Threads of both crawlers.")
  private int threads = 8;

  @Option(names = "--rounds", paramLabel = "N", description = "How often, in turns.")
  private int rounds = 1;

  private String classData = "";
  private double last;
  private double ratio;

  public CrawlCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() throws Exception {
    Path folder = Files.createTempDirectory("winnow-bench-");
    Table table = new Table("crawler", "pages", "seconds", "pages/s", "peak memory", "texts");
    classData = WinnowCrawl.classData(folder.resolve("classes"));
    boolean isComplete = true;
    for (int i = 0; i < rounds; i++) {
      isComplete &= round(folder.resolve(Integer.toString(i)), table);
    }
    table.lines().forEach(terminal.out()::println);
    terminal
        .out()
        .println(
            "Both with %d threads, no delay, resumable; ratio of the last round: %s"
                .formatted(threads, String.format(Locale.ROOT, "%.2f", ratio)));
    return isComplete ? ExitCode.OK : ExitCode.SOFTWARE;
  }

  private boolean round(Path folder, Table table) throws IOException, InterruptedException {
    Files.createDirectories(folder);
    double plain;
    boolean isComplete;
    try (SiteServer server = SiteServer.start(folder, pages, 0);
        Child child =
            Child.start(
                folder.resolve("crawler4j.log"),
                List.of("-XX:+UseParallelGC"),
                PlainCrawler4j.class.getName(),
                List.of(
                    server.base() + "/",
                    Files.createDirectories(folder.resolve("crawler4j")).toString(),
                    Integer.toString(threads)))) {
      isComplete = child.await(PATIENCE) == 0;
      add(table, "crawler4j 5.1.0", server.journal(), child, "-");
      plain = last;
    }
    Path data = folder.resolve("winnow");
    try (SiteServer server = SiteServer.start(folder, pages, 0);
        Child child = WinnowCrawl.start(data, List.of(server), threads, "0s", List.of(classData))) {
      isComplete &= child.await(PATIENCE) == 0;
      int texts = WinnowCrawl.texts(data).size();
      add(table, "winnow", server.journal(), child, Integer.toString(texts));
      isComplete &= texts == pages;
    }
    ratio = plain == 0 ? 0 : last / plain;
    return isComplete;
  }

  private void add(Table table, String name, List<Hit> journal, Child child, String texts) {
    long fetched = journal.stream().filter(Hit::isPage).count();
    long start = journal.stream().mapToLong(Hit::start).min().orElse(0);
    long end = journal.stream().mapToLong(Hit::end).max().orElse(0);
    double seconds = Math.max(0.001, (end - start) / 1e9);
    last = fetched / seconds;
    table.add(
        name,
        fetched,
        String.format(Locale.ROOT, "%.1f", seconds),
        String.format(Locale.ROOT, "%.0f", last),
        (child.peakMemory() >> 20) + " MB",
        texts);
  }
}
