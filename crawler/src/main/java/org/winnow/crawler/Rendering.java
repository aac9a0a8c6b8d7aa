// SPDX-License-Identifier: Apache-2.0
package org.winnow.crawler;

import java.io.IOException;
import java.io.InterruptedIOException;
import org.jspecify.annotations.Nullable;
import org.winnow.corpus.FetchedPage;
import org.winnow.crawler.FetchOutcome.Failed;
import org.winnow.crawler.FetchOutcome.Fetched;
import org.winnow.siterules.FetchRule.Render;

/** Shows pages in a browser where their site's rule asks for it. Thread-safe. */
final class Rendering {
  private final @Nullable PageRenderer renderer;
  private final FileFetcher files;

  /**
   * Rendering by that browser.
   *
   * @param renderer null where no site of the run asks for it
   */
  Rendering(@Nullable PageRenderer renderer, FileFetcher files) {
    this.renderer = renderer;
    this.files = files;
  }

  /** The page to read: as fetched, or as a browser shows it; or why that could not be done. */
  FetchOutcome show(SiteCrawl site, FetchedPage page) {
    Render render = site.rule.fetch().render();
    if (renderer == null
        || render == Render.NEVER
        || (render == Render.AUTO && !EmptyShell.isOne(page))) {
      return new Fetched(page);
    }
    try {
      byte[] document = renderer.render(page, new BrowserFiles(files::get));
      return new Fetched(page.rendered(document));
    } catch (InterruptedIOException stopped) {
      return FetchFailures.STOPPED;
    } catch (IOException broken) {
      return Failed.forNow("not rendered", String.valueOf(broken.getMessage()));
    }
  }
}
