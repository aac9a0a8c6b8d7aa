// SPDX-License-Identifier: Apache-2.0
package org.winnow.crawler;

/**
 * Hears what happens during a crawl. Called by several threads at the same time; must not block.
 */
@FunctionalInterface
public interface CrawlListener {

  /** Hears nothing. */
  CrawlListener NONE = event -> {};

  /** Something became of an address. */
  void on(CrawlEvent event);
}
