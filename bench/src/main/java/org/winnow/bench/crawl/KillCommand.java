// SPDX-License-Identifier: Apache-2.0
package org.winnow.bench.crawl;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.winnow.app.Terminal;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Option;

/** What a crawl loses when its process is killed. */
@Command(
    name = "kill",
    description = {
      "Kills a crawl again and again (SIGKILL), starts it again each time, and compares what comes of"
          + " it with an undisturbed crawl.",
      "",
      "Nothing may be lost or doubled; pages fetched twice are at most those that were under way."
    },
    footerHeading = "%nExample:%n",
    footer = "  winnow-bench kill --times 50")
public final class KillCommand implements Callable<Integer> {
  private final Terminal terminal;

  @Option(names = "--times", paramLabel = "N", description = "How often to kill it.")
  private int times = 50;

  @Option(names = "--pages", paramLabel = "N", description = "How many pages the site has.")
  private int pages = 2_000;

  @Option(names = "--threads", paramLabel = "N", description = "Threads of the crawl.")
  private int threads = 8;

  @Option(names = "--seed", paramLabel = "N", description = "Of the moments to kill at.")
  private long seed = System.nanoTime();

  public KillCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() throws Exception {
    terminal.say("Seed: " + seed);
    Path folder = Files.createTempDirectory("winnow-bench-");
    KilledCrawl.Result result = new KilledCrawl(folder, pages, threads).run(times, seed);
    terminal.out().println(result);
    return result.isGood() ? ExitCode.OK : ExitCode.SOFTWARE;
  }
}
