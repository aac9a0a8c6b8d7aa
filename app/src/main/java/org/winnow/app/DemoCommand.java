// SPDX-License-Identifier: Apache-2.0
package org.winnow.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.winnow.corpus.Articles;
import org.winnow.corpus.Catalog;
import org.winnow.corpus.SiteSummary;
import org.winnow.corpus.StoredArticle;
import org.winnow.corpus.TextCounts;
import org.winnow.crawler.CrawlLimits;
import org.winnow.crawler.CrawlSettings;
import org.winnow.crawler.OriginMap;
import org.winnow.pipeline.CrawlSession;
import org.winnow.pipeline.DataFolder;
import org.winnow.pipeline.LiveRules;
import org.winnow.pipeline.Workspace;
import org.winnow.siterules.RuleSet;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Option;

/** Everything at once, on a web that Winnow brings along. */
@Command(
    name = "demo",
    description = {
      "Crawls a bundled miniature web of small news sites and shows the texts that come of it.",
      "",
      "The sites are served on this machine; no other network is used."
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  winnow demo",
      "  winnow demo --data demo-data       keep the corpus in a folder of your choice"
    })
final class DemoCommand implements Callable<Integer> {
  private static final Duration DELAY = Duration.ofMillis(20);

  /** The home pages link to all there is; the articles' own links are dead on this small web. */
  private static final int LINKS_AWAY = 1;

  private final Terminal terminal;

  @Option(
      names = "--data",
      paramLabel = "DIR",
      description = "Where to put the corpus; a new temporary folder if left out.")
  private @Nullable Path folder;

  DemoCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() throws IOException {
    RuleSet rules = new RuleOptions().rules();
    DataFolder data =
        new DataFolder(folder == null ? Files.createTempDirectory("winnow-demo-") : folder);
    CrawlDisplay display = new CrawlDisplay(terminal);
    try (display;
        MiniatureWeb web = new MiniatureWeb(rules);
        Workspace workspace =
            Workspace.open(data, LiveRules.fixed(rules), display, Clock.systemUTC());
        CrawlSession session =
            CrawlSession.open(
                workspace, web.addresses(), settings(web), CrawlLimits.NONE, display, true)) {
      display.countArticles(session::articles);
      terminal.say("Crawling %d small sites on this machine…".formatted(web.addresses().size()));
      StopOnExit.during(session::crawl, session::stop);
    }
    return show(data);
  }

  private static CrawlSettings settings(MiniatureWeb web) {
    CrawlSettings usual = CrawlSettings.defaults();
    return new CrawlSettings(
        usual.userAgent(),
        usual.threads(),
        DELAY,
        usual.maxPages(),
        LINKS_AWAY,
        OriginMap.of(web.origins()),
        usual.allowedNetworks());
  }

  private int show(DataFolder data) throws IOException {
    Table table = new Table("site", "pages", "articles", "text files", "boilerplate removed");
    List<StoredArticle> articles = new ArrayList<>();
    boolean isComplete = true;
    try (Catalog catalog = data.catalog()) {
      for (SiteSummary site : catalog.jdbi().withHandle(SiteSummary::all)) {
        table.add(
            site.site(), site.pages(), site.articles(), site.articles(), removed(site.counts()));
        isComplete &= site.articles() > 0;
      }
      catalog.jdbi().useHandle(handle -> Articles.forEach(handle, null, null, articles::add));
    }
    table.lines().forEach(terminal.out()::println);
    terminal.out().println();
    terminal.out().println("The texts: " + data.texts().folder());
    if (articles.isEmpty()) {
      return ExitCode.SOFTWARE;
    }
    StoredArticle shown = articles.get(0);
    terminal.out().println("One of them, " + shown.file() + ":");
    terminal.out().println();
    terminal.out().print(data.texts().read(shown.file()));
    terminal.out().println();
    terminal.out().println("Try next:");
    terminal.out().println("  winnow export --data " + data.path() + " --out corpus/");
    terminal.out().println("  winnow extract page.html --url https://… --explain");
    terminal.out().println("  winnow crawl https://… --limit 20");
    return isComplete ? ExitCode.OK : ExitCode.SOFTWARE;
  }

  private static String removed(TextCounts counts) {
    long all = counts.keptChars() + counts.removedChars();
    return all == 0
        ? "-"
        : String.format(Locale.ROOT, "%.0f %%", 100.0 * counts.removedChars() / all);
  }
}
