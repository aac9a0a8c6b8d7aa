// SPDX-License-Identifier: Apache-2.0
package org.winnow.crawler;

import org.winnow.corpus.FetchedPage;

/** Reads the links of an HTML page. Safe for use by several threads; never throws on a page. */
@FunctionalInterface
interface LinkReader {
  PageLinks read(FetchedPage page);
}
