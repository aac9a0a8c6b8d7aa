// SPDX-License-Identifier: Apache-2.0
package org.winnow.rendering;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.PlaywrightException;
import com.microsoft.playwright.Request;
import com.microsoft.playwright.Route;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.winnow.corpus.FetchedPage;
import org.winnow.crawler.BrowserFiles;

/**
 * Answers what a page's browser asks for: the page itself from what was fetched, scripts and data
 * by way of {@link BrowserFiles}, style sheets with nothing, everything else not at all. On
 * Playwright's thread only.
 */
final class PageRequests {
  private static final Set<String> FETCHED = Set.of("script", "xhr", "fetch");

  /** What would be wrong of the answer as the browser gets it, or leave something behind. */
  private static final Set<String> DROPPED =
      Set.of("content-encoding", "content-length", "transfer-encoding", "set-cookie", "refresh");

  private final Page tab;
  private final FetchedPage page;
  private final BrowserFiles files;
  private boolean isShown;
  private long lastAnswer = System.nanoTime();

  PageRequests(Page tab, FetchedPage page, BrowserFiles files) {
    this.tab = tab;
    this.page = page;
    this.files = files;
  }

  /** When the last request was answered, as {@link System#nanoTime} counts. */
  long lastAnswer() {
    return lastAnswer;
  }

  void answer(Route route) {
    try {
      Request request = route.request();
      if (request.isNavigationRequest()) {
        navigation(route, request);
      } else if (!request.method().equals("GET")) {
        route.abort();
      } else if (request.resourceType().equals("stylesheet")) {
        route.fulfill(new Route.FulfillOptions().setContentType("text/css").setBody(""));
      } else if (FETCHED.contains(request.resourceType())) {
        file(route, request);
      } else {
        route.abort();
      }
    } catch (PlaywrightException gone) {
      // The tab was closed while a file was fetched for it.
      return;
    } finally {
      lastAnswer = System.nanoTime();
    }
  }

  /** The page is shown once; it leads nowhere else, and its frames stay empty. */
  private void navigation(Route route, Request request) {
    if (isShown || request.frame() != tab.mainFrame()) {
      // An answer without content leaves everything as it stands; a failure would replace the page.
      route.fulfill(new Route.FulfillOptions().setStatus(204));
      return;
    }
    isShown = true;
    String type = page.header("Content-Type");
    route.fulfill(
        new Route.FulfillOptions()
            .setStatus(200)
            .setContentType(type.isEmpty() ? "text/html" : type)
            .setBodyBytes(page.body()));
  }

  private void file(Route route, Request request) {
    Optional<FetchedPage> found = files.get(request.url());
    if (found.isEmpty()) {
      route.abort();
      return;
    }
    FetchedPage file = found.get();
    Map<String, String> headers = new HashMap<>();
    for (FetchedPage.Header header : file.headers()) {
      String name = header.name().toLowerCase(Locale.ROOT);
      if (!DROPPED.contains(name)) {
        headers.put(name, header.value());
      }
    }
    // The request went out without cookies or origin: whatever came back is everybody's to read.
    String origin = request.headers().get("origin");
    headers.put("access-control-allow-origin", origin == null ? "*" : origin);
    headers.put("access-control-allow-credentials", "true");
    route.fulfill(
        new Route.FulfillOptions()
            .setStatus(file.status())
            .setHeaders(headers)
            .setBodyBytes(file.body()));
  }
}
