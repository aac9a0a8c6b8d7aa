// SPDX-License-Identifier: Apache-2.0
package org.winnow.app;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.winnow.corpus.Url;
import org.winnow.crawler.CrawlLimits;
import org.winnow.crawler.CrawlSettings;
import org.winnow.crawler.CrawlSummary;
import org.winnow.crawler.CrawlSummary.SiteSummary;
import org.winnow.crawler.PageRenderer;
import org.winnow.pipeline.CrawlSession;
import org.winnow.pipeline.Failures;
import org.winnow.pipeline.LiveRules;
import org.winnow.pipeline.UserError;
import org.winnow.pipeline.Workspace;
import org.winnow.pipeline.input.ArchiveInput;
import org.winnow.pipeline.input.WarcInputs;
import org.winnow.pipeline.rules.SiteAddress;
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
      "  winnow crawl www.example.org --from news.warc.gz   its pages in an archive, offline",
      "  winnow crawl www.example.org --map https://www.example.org=http://127.0.0.1:8701"
    })
final class CrawlCommand implements Callable<Integer> {
  private final Terminal terminal;

  @Parameters(
      paramLabel = "SITE|URL",
      arity = "0..*",
      description =
          "A site by the name or the host of its rule, or any address. With --from: every site"
              + " that has a rule, if none is named.")
  private List<String> sites = List.of();

  @Mixin private DataOptions data = new DataOptions();
  @Mixin private RuleOptions ruleOptions = new RuleOptions();

  @Mixin private FetchOptions fetchOptions = new FetchOptions();

  @Option(names = "--limit", paramLabel = "N", description = "At most N pages of each site.")
  private int limit = CrawlSettings.UNLIMITED;

  @Option(
      names = "--max-bytes",
      paramLabel = "SIZE",
      converter = ByteSize.class,
      description = "At most that much of each site: 500KB, 20MB, 2GB.")
  private @Nullable Long maxBytes;

  @Option(
      names = "--max-time",
      paramLabel = "TIME",
      converter = Durations.class,
      description = "Nothing new is fetched after that time (90s, 30m, 2h).")
  private @Nullable Duration maxTime;

  @Option(
      names = "--revisit",
      paramLabel = "TIME",
      converter = Durations.class,
      description =
          "Look again at pages that were looked at longer ago (0s: at all), besides those that are"
              + " due.")
  private @Nullable Duration revisit;

  @Option(names = "--threads", paramLabel = "N", description = "How many pages at a time.")
  private int threads = CrawlSettings.defaults().threads();

  @Option(
      names = "--from",
      paramLabel = "WARC",
      description =
          "Take the pages from this archive (WARC, WACZ, ARC; - for stdin) instead of the network,"
              + " as if they had been crawled. Repeat it for more.")
  private List<Path> archives = List.of();

  @Option(
      names = "--json",
      description =
          "Write what happens to stdout as it does, one JSON object a line, and the summary last.")
  private boolean isJson;

  @Option(
      names = "--metrics",
      paramLabel = "PORT",
      description = "Serve figures for Prometheus at http://127.0.0.1:PORT/metrics; 0: any port.")
  private @Nullable Integer metricsPort;

  CrawlCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() throws IOException {
    RuleSet rules = ruleOptions.rules();
    List<Url> addresses = new ArrayList<>();
    sites.forEach(site -> addresses.add(SiteAddress.of(site, rules)));
    if (sites.isEmpty() && archives.isEmpty()) {
      throw new UserError("name a site, or archives: --from WARC");
    }
    if (sites.isEmpty()) {
      rules.rules().forEach(rule -> addresses.add(rule.site()));
    }
    List<ArchiveInput> inputs = inputs();
    CrawlSettings settings = fetchOptions.settings(threads, limit);
    if (inputs.isEmpty()) {
      CrawlSession.requireContact(settings, rules, addresses, Set.of());
    }
    Optional<PageRenderer> browser =
        inputs.isEmpty()
            ? Browsers.wanted(addresses, rules, settings.userAgent())
            : Optional.empty();
    CrawlDisplay display = new CrawlDisplay(terminal);
    if (isJson) {
      display.also(new CrawlJson(terminal.out(), display)::event);
    }
    try (display;
        CrawlMetrics metrics = new CrawlMetrics(display);
        Closeable unusedPage = metrics.serve(metricsPort, terminal);
        Workspace workspace =
            Workspace.open(data.folder(), LiveRules.fixed(rules), display, Clock.systemUTC());
        CrawlSession session =
            CrawlSession.open(
                workspace, addresses, settings, limits(), display, inputs.isEmpty())) {
      display.countArticles(session::articles);
      browser.ifPresent(session::renderBy);
      return StopOnExit.during(
          () ->
              inputs.isEmpty()
                  ? report(session.crawl(), session, display, new Failures())
                  : replay(inputs, session, display),
          session::stop);
    }
  }

  private List<ArchiveInput> inputs() throws IOException {
    List<ArchiveInput> inputs = new ArrayList<>();
    for (Path archive : archives) {
      if (archive.toString().equals("-")) {
        inputs.add(ArchiveInput.ofStdin(terminal.in()));
      } else if (Files.isReadable(archive) && !Files.isDirectory(archive)) {
        inputs.add(ArchiveInput.of(archive));
      } else {
        throw new UserError("--from " + archive + ": no such file, or not to be read");
      }
    }
    return inputs;
  }

  private int replay(List<ArchiveInput> inputs, CrawlSession session, CrawlDisplay display) {
    Failures damaged = new Failures();
    try (WarcInputs pages = new WarcInputs(inputs, damaged)) {
      CrawlSummary summary = session.replay(pages.pages());
      if (summary.sites().stream().allMatch(site -> site.pages() + site.skipped().size() == 0)) {
        String which = sites.isEmpty() ? "a site that has a rule; name its address" : "these sites";
        damaged.add("no page of the archives belongs to " + which);
      }
      int code = report(summary, session, display, damaged);
      if (!pages.leftAlone().isEmpty()) {
        terminal.say(pages.leftAlone());
      }
      return code;
    }
  }

  private int report(
      CrawlSummary summary, CrawlSession session, CrawlDisplay display, Failures failures) {
    display.close();
    if (isJson) {
      new CrawlJson(terminal.out(), display).summary(summary);
    } else {
      CrawlReport.table(summary, session).lines().forEach(terminal.out()::println);
      CrawlReport.classes(summary).forEach(terminal.out()::println);
    }
    for (SiteSummary site : summary.sites()) {
      site.notes().forEach(note -> terminal.say(site.site() + ": " + note));
    }
    if (summary.stopped()) {
      terminal.say("Stopped; the same command goes on where this one was.");
    }
    CrawlReport.addFailures(summary, display, archives.isEmpty(), failures);
    return terminal.report(failures, "failures");
  }

  private CrawlLimits limits() {
    return new CrawlLimits(
        maxBytes == null ? CrawlLimits.NONE.bytes() : maxBytes,
        maxTime == null ? CrawlLimits.NONE.time() : maxTime,
        revisit);
  }
}
