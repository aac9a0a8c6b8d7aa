// SPDX-License-Identifier: Apache-2.0
package org.winnow.crawler;

import org.winnow.corpus.FetchedPage;
import org.winnow.crawler.PageResult.Rows;

/** What becomes of a fetched page. Given by the module that knows more about pages. */
@FunctionalInterface
public interface PageHandler {

  /**
   * Deals with one HTML page. Called by several threads at the same time, once per page; a page
   * whose run was killed before its result was committed comes again. If it throws, the page is
   * recorded as failed and the crawl goes on. Of a page that asks not to be kept, the result does
   * not count.
   *
   * @param links where the page leads; takes the document that the page was parsed into, so that it
   *     is parsed once, and parses it itself if nobody has when it is asked
   */
  PageResult handle(FetchedPage page, FoundLinks links);

  /**
   * The server says that the page it gave the last time is still good (304).
   *
   * @param answer its answer, without a body
   * @return writes what is to be noted of that, in the transaction that marks the address done
   */
  default Rows unchanged(FetchedPage answer) {
    return PageResult.NOTHING.rows();
  }
}
