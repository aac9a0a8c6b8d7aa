// SPDX-License-Identifier: Apache-2.0
package org.winnow.crawler.crawler4j;

import edu.uci.ics.crawler4j.crawler.Page;
import edu.uci.ics.crawler4j.crawler.WebCrawler;
import edu.uci.ics.crawler4j.url.WebURL;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** One of crawler4j's threads. */
final class Worker extends WebCrawler {
  private final Consumer<@Nullable Throwable> whenDone;

  /**
   * A thread that takes these tasks.
   *
   * @param whenDone told when the thread ends, and what it died of, or null
   */
  Worker(Consumer<@Nullable Throwable> whenDone) {
    this.whenDone = whenDone;
  }

  @Override
  public void run() {
    try {
      super.run();
    } finally {
      whenDone.accept(getError());
    }
  }

  @Override
  public void visit(Page page) {
    if (page.getParseData() instanceof VisitData data) {
      TaskUrl.taskOf(page.getWebURL()).visit(data.page());
    }
  }

  /** Nothing to visit; the step that fetched has dealt with it. */
  @Override
  protected void onUnexpectedStatusCode(
      String url, int statusCode, String contentType, String description) {}

  /** Pages say themselves, in the visit, whether they may be kept and followed. */
  @Override
  public boolean shouldVisit(Page referringPage, WebURL url) {
    return true;
  }
}
