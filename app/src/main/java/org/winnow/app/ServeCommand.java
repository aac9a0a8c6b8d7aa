// SPDX-License-Identifier: Apache-2.0
package org.winnow.app;

import java.io.IOException;
import java.time.Clock;
import java.time.ZoneId;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.winnow.pipeline.DataFolder;
import org.winnow.pipeline.LiveRules;
import org.winnow.review.ReviewServer;
import org.winnow.review.Secrets;
import org.winnow.review.ServerSettings;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The web application. */
@Command(
    name = "serve",
    description = {
      "Crawls sites as their rules' schedules say, and serves the pages to watch them, review texts",
      "and mend rules in a browser, until Ctrl-C.",
      "",
      "Only this machine reaches them, unless --bind says otherwise; then a password is needed."
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  winnow serve                                   then open http://127.0.0.1:8080/",
      "  winnow serve --data corpus/ --rules rules/ --contact you@example.org",
      "  winnow serve --bind 0.0.0.0 --password-file password.txt --host-name winnow.example.org",
      "  winnow serve --show-token                      the token for programs (see docs/rest-api.md)"
    })
final class ServeCommand implements Callable<Integer> {
  private final Terminal terminal;
  private final CountDownLatch stopped = new CountDownLatch(1);

  @Mixin private DataOptions data = new DataOptions();
  @Mixin private RuleOptions ruleOptions = new RuleOptions();
  @Mixin private FetchOptions fetch = new FetchOptions();
  @Mixin private ServerOptions serverOptions = new ServerOptions();

  @Option(names = "--show-token", description = "Show the token for programs, and end.")
  private boolean isTokenWanted;

  ServeCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() throws IOException {
    DataFolder folder = data.folder();
    Secrets secrets = Secrets.of(folder.path());
    if (isTokenWanted) {
      terminal.out().println(secrets.apiToken());
      return ExitCode.OK;
    }
    Clock clock = Clock.system(ZoneId.systemDefault());
    ServerSettings settings = serverOptions.settings(secrets, System.getenv(), clock);
    return StopOnExit.during(() -> serve(folder, settings, clock), stopped::countDown);
  }

  private int serve(DataFolder folder, ServerSettings settings, Clock clock) throws IOException {
    LiveRules rules = ruleOptions.live(folder.path().resolve("rules"));
    try (ServedRuns runs = ServedRuns.start(folder, rules, fetch, terminal, clock);
        ServedPages pages = new ServedPages(runs, clock);
        ReviewServer server = ReviewServer.start(settings, runs.metrics()::text, pages.all())) {
      terminal.say("Winnow is at " + server.url() + " (Ctrl-C ends it)");
      stopped.await();
    } catch (InterruptedException asked) {
      Thread.currentThread().interrupt();
    }
    return ExitCode.OK;
  }
}
