// SPDX-License-Identifier: Apache-2.0
package org.winnow.crawler.crawler4j;

import edu.uci.ics.crawler4j.url.AbstractWebURL;
import edu.uci.ics.crawler4j.url.WebURL;

/** Carries a task through crawler4j, which passes addresses from step to step. */
final class TaskUrl extends AbstractWebURL {
  private static final long serialVersionUID = 1;

  @SuppressWarnings("serial") // addresses stay in memory: the frontier lies in the catalog
  private final transient CrawlTask task;

  TaskUrl(CrawlTask task) {
    this.task = task;
    setURL(task.url().toString());
  }

  /** The task that the address carries; there are no other addresses in this engine. */
  static CrawlTask taskOf(WebURL url) {
    return ((TaskUrl) url).task;
  }
}
