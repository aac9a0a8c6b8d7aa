// SPDX-License-Identifier: Apache-2.0
package org.winnow.app;

import java.io.IOException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import org.winnow.corpus.Url;
import org.winnow.crawler.CrawlSettings;
import org.winnow.crawler.CrawlSummary;
import org.winnow.crawler.CrawlSummary.SiteSummary;
import org.winnow.siterules.RuleSet;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** One run over sites, now. */
@Command(
    name = "crawl",
    description = {
      "Crawls sites once, politely: fetches what is new, keeps the pages, writes the articles' text.",
      "",
      "Ctrl-C ends it within ten seconds; the next run goes on where it was."
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  winnow crawl www.example.org                       a site that has a rule",
      "  winnow crawl https://www.example.org/ --limit 50   any site",
      "  winnow crawl www.example.org --map https://www.example.org=http://127.0.0.1:8701"
    })
final class CrawlCommand implements Callable<Integer> {
  private final Terminal terminal;

  @Parameters(
      paramLabel = "SITE|URL",
      arity = "1..*",
      description = "A site by the name or the host of its rule, or any address.")
  private List<String> sites = List.of();

  @Mixin private DataOptions data = new DataOptions();
  @Mixin private RuleOptions ruleOptions = new RuleOptions();

  @Mixin private FetchOptions fetchOptions = new FetchOptions();

  @Option(names = "--limit", paramLabel = "N", description = "At most N pages of each site.")
  private int limit = CrawlSettings.UNLIMITED;

  @Option(names = "--threads", paramLabel = "N", description = "How many pages at a time.")
  private int threads = CrawlSettings.defaults().threads();

  CrawlCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() throws IOException {
    RuleSet rules = ruleOptions.rules();
    List<Url> addresses = new ArrayList<>();
    sites.forEach(site -> addresses.add(SiteAddress.of(site, rules)));
    CrawlSettings settings = fetchOptions.settings(threads, limit);
    CrawlSession.requireContact(settings, rules, addresses, Set.of());
    CrawlDisplay display = new CrawlDisplay(terminal);
    try (display;
        CrawlSession session =
            CrawlSession.open(
                data.folder(), addresses, rules, settings, display, Clock.systemUTC())) {
      return StopOnExit.during(() -> crawl(session, display), session::stop);
    }
  }

  private int crawl(CrawlSession session, CrawlDisplay display) {
    CrawlSummary summary = session.crawl();
    display.close();
    CrawlReport.table(summary, session).lines().forEach(terminal.out()::println);
    for (SiteSummary site : summary.sites()) {
      site.notes().forEach(note -> terminal.say(site.site() + ": " + note));
    }
    if (summary.stopped()) {
      terminal.say("Stopped; the same command goes on where this one was.");
    }
    return CrawlReport.failures(summary, display).report(terminal, "failures");
  }
}
