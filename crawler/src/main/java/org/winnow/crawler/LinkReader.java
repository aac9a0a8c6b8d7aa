// SPDX-License-Identifier: Apache-2.0
package org.winnow.crawler;

import org.jsoup.nodes.Document;
import org.winnow.corpus.FetchedPage;
import org.winnow.siterules.CrawlRule;

/** Reads the links of an HTML page. Safe for use by several threads; never throws on a page. */
interface LinkReader {

  /** What the page leads to, as the site's rule says where links are followed. */
  PageLinks read(FetchedPage page, CrawlRule rule);

  /** The same of a page that was parsed into that document. */
  PageLinks read(FetchedPage page, Document document, CrawlRule rule);
}
