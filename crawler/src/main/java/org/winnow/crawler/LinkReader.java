// SPDX-License-Identifier: Apache-2.0
package org.winnow.crawler;

import org.winnow.corpus.FetchedPage;
import org.winnow.siterules.CrawlRule;

/** Reads the links of an HTML page. Safe for use by several threads; never throws on a page. */
@FunctionalInterface
interface LinkReader {

  /** What the page leads to, as the site's rule says where links are followed. */
  PageLinks read(FetchedPage page, CrawlRule rule);
}
