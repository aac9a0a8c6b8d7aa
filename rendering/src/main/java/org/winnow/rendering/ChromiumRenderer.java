// SPDX-License-Identifier: Apache-2.0
package org.winnow.rendering;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.PlaywrightException;
import com.microsoft.playwright.options.ServiceWorkerPolicy;
import com.microsoft.playwright.options.WaitUntilState;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.winnow.corpus.FetchedPage;
import org.winnow.crawler.BrowserFiles;
import org.winnow.crawler.PageRenderer;

/**
 * One headless Chromium, which shows one page at a time, each in a profile of its own. It has no
 * network: every name it looks up is unknown, its proxy is dead, and {@link PageRequests} answers
 * what pages ask for. Thread-safe.
 */
final class ChromiumRenderer implements PageRenderer {
  private static final List<String> ARGUMENTS =
      List.of(
          // Requests are answered before they would come to any of these.
          "--proxy-server=http://127.0.0.1:9",
          "--proxy-bypass-list=<-loopback>",
          "--host-resolver-rules=MAP * ~NOTFOUND",
          "--force-webrtc-ip-handling-policy=disable_non_proxied_udp",
          "--webrtc-ip-handling-policy=disable_non_proxied_udp",
          "--disable-quic",
          "--dns-prefetch-disable",
          "--no-pings",
          "--mute-audio",
          "--disable-gpu",
          "--disable-dev-shm-usage",
          "--js-flags=--max-old-space-size=512");

  private static final Pattern SAID = Pattern.compile("message='([^'\n]*)");
  private static final double TICK_MILLIS = 100;
  private static final Pattern ANY = Pattern.compile(".*", Pattern.DOTALL);

  private final Path chromium;
  private final String userAgent;
  private final Limits limits;
  private final BrowserProcess process = new BrowserProcess();
  private final ExecutorService thread =
      Executors.newSingleThreadExecutor(
          task -> {
            Thread made = new Thread(task, "browser");
            made.setDaemon(true);
            return made;
          });
  private @Nullable Playwright playwright;
  private @Nullable Browser browser;
  private volatile boolean isClosed;

  /**
   * How much a page may take.
   *
   * @param settle for its scripts to come to rest; then it is read as it stands
   * @param quiet how long nothing may change until it counts as at rest
   * @param hard for everything; then the browser is ended
   * @param memory bytes of all the browser's processes; then the browser is ended
   * @param document characters of the document
   */
  record Limits(Duration settle, Duration quiet, Duration hard, long memory, int document) {
    static final Limits DEFAULT =
        new Limits(
            Duration.ofSeconds(15),
            Duration.ofMillis(700),
            Duration.ofSeconds(40),
            1500L << 20,
            10 << 20);
  }

  ChromiumRenderer(Path chromium, String userAgent, Limits limits) {
    this.chromium = chromium;
    this.userAgent = userAgent;
    this.limits = limits;
  }

  @Override
  public byte[] render(FetchedPage page, BrowserFiles files) throws IOException {
    try {
      Future<byte[]> shown = thread.submit(() -> show(page, files));
      return shown.get();
    } catch (RejectedExecutionException closed) {
      throw new InterruptedIOException("the browser was closed");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException("interrupted");
    } catch (ExecutionException failed) {
      if (isClosed) {
        throw new InterruptedIOException("the browser was closed");
      }
      throw new IOException(reason(failed.getCause()), failed);
    }
  }

  private static String reason(@Nullable Throwable failure) {
    String message = failure == null ? null : failure.getMessage();
    if (message == null) {
      return String.valueOf(failure);
    }
    // Quirk: Playwright's messages are objects of several lines.
    Matcher said = SAID.matcher(message);
    return said.find() ? said.group(1) : message.lines().findFirst().orElse("");
  }

  private byte[] show(FetchedPage page, BrowserFiles files) throws IOException {
    Browser open = browser();
    ScheduledFuture<?> guard = process.guard(limits.hard().toMillis(), limits.memory());
    try (BrowserContext profile = open.newContext(profile())) {
      profile.setDefaultTimeout((double) limits.settle().toMillis());
      profile.routeWebSocket(ANY, socket -> socket.close());
      Page tab = profile.newPage();
      PageRequests requests = new PageRequests(tab, page, files);
      profile.route(ANY, requests::answer);
      tab.navigate(
          page.url().toString(), new Page.NavigateOptions().setWaitUntil(WaitUntilState.COMMIT));
      settle(tab, requests);
      return document(tab);
    } catch (PlaywrightException broken) {
      browser = null;
      process.killBrowser();
      throw new IOException("the browser broke off: " + reason(broken), broken);
    } finally {
      guard.cancel(false);
    }
  }

  private Browser.NewContextOptions profile() {
    return new Browser.NewContextOptions()
        .setUserAgent(userAgent)
        .setAcceptDownloads(false)
        .setServiceWorkers(ServiceWorkerPolicy.BLOCK)
        .setPermissions(List.of());
  }

  /** Waits until nothing has changed for a while, or it has been long enough. */
  private void settle(Page tab, PageRequests requests) {
    long end = System.nanoTime() + limits.settle().toNanos();
    long changed = System.nanoTime();
    Object before = "";
    while (System.nanoTime() < end) {
      Object now =
          tab.evaluate(
              "() => document.getElementsByTagName('*').length + ' ' +"
                  + " (document.body ? document.body.textContent.length : 0)");
      if (!now.equals(before)) {
        before = now;
        changed = System.nanoTime();
      }
      long last = Math.max(changed, requests.lastAnswer());
      if (System.nanoTime() - last > limits.quiet().toNanos()) {
        return;
      }
      tab.waitForTimeout(TICK_MILLIS);
    }
  }

  private byte[] document(Page tab) throws IOException {
    if (tab.url().startsWith("chrome-error:")) {
      throw new IOException("the browser shows an error in place of the page");
    }
    Object length = tab.evaluate("() => document.documentElement.outerHTML.length");
    if (!(length instanceof Number number) || number.longValue() > limits.document()) {
      throw new IOException("the rendered document is too long: " + length + " characters");
    }
    return tab.content().getBytes(StandardCharsets.UTF_8);
  }

  private Browser browser() {
    Browser open = browser;
    if (open != null && open.isConnected()) {
      return open;
    }
    Playwright driver = playwright;
    if (driver == null) {
      driver =
          process.startDriver(
              () ->
                  Playwright.create(
                      new Playwright.CreateOptions()
                          .setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1"))));
      playwright = driver;
    }
    open =
        driver
            .chromium()
            .launch(
                new BrowserType.LaunchOptions()
                    .setExecutablePath(chromium)
                    .setHeadless(true)
                    .setChromiumSandbox(!isRoot())
                    .setHandleSIGINT(false)
                    .setHandleSIGTERM(false)
                    .setHandleSIGHUP(false)
                    .setArgs(ARGUMENTS));
    browser = open;
    return open;
  }

  /** Chromium cannot have a sandbox where it runs as root. */
  private static boolean isRoot() {
    try {
      return Integer.valueOf(0).equals(Files.getAttribute(Path.of("/proc/self"), "unix:uid"));
    } catch (IOException | UnsupportedOperationException | IllegalArgumentException unknown) {
      return "root".equals(System.getProperty("user.name"));
    }
  }

  /** How many processes of the browser run. */
  long processes() {
    return process.count();
  }

  @Override
  public void close() {
    isClosed = true;
    process.killBrowser();
    thread.shutdown();
    try {
      if (!thread.awaitTermination(2, TimeUnit.SECONDS)) {
        thread.shutdownNow();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    process.close();
  }
}
