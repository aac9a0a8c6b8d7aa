// SPDX-License-Identifier: Apache-2.0
package org.winnow.review.documents;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.winnow.review.TestServer;

/** A browser that is watched: what it asks for elsewhere, and what runs that must not. */
final class Chromium implements AutoCloseable {
  private static final Path PROGRAM = Path.of("/usr/bin/chromium");

  private final Playwright playwright;
  private final Browser browser;
  private final List<String> elsewhere = new ArrayList<>();
  private final List<String> alarms = new ArrayList<>();

  Chromium() {
    assumeTrue(Files.isExecutable(PROGRAM), "no browser: install Debian's package chromium");
    playwright =
        Playwright.create(
            new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
    browser =
        playwright
            .chromium()
            .launch(
                new BrowserType.LaunchOptions()
                    .setExecutablePath(PROGRAM)
                    .setArgs(List.of("--no-sandbox", "--disable-dev-shm-usage")));
  }

  Page page(TestServer server, Browser.NewContextOptions options) {
    BrowserContext context = browser.newContext(options.setViewportSize(1440, 900));
    context.setDefaultTimeout(20_000);
    context.exposeFunction("alarm", arguments -> alarms.add(List.of(arguments).toString()));
    Page page = context.newPage();
    page.onDialog(
        dialog -> {
          alarms.add("dialog " + dialog.message());
          dialog.dismiss();
        });
    context.onRequest(
        request -> {
          boolean isOurs =
              request.url().startsWith(server.url("/")) || request.url().startsWith("data:");
          if (!isOurs) {
            elsewhere.add(request.url());
          }
        });
    return page;
  }

  Page page(TestServer server) {
    return page(server, new Browser.NewContextOptions().setLocale("en"));
  }

  /** Every address of another origin that was asked for. */
  List<String> elsewhere() {
    return elsewhere;
  }

  /** Every call of {@code alarm()} and every dialog: none of our pages has one. */
  List<String> alarms() {
    return alarms;
  }

  @Override
  public void close() {
    browser.close();
    playwright.close();
  }
}
