// SPDX-License-Identifier: Apache-2.0
package org.winnow.crawler;

import java.util.List;
import org.winnow.corpus.FetchedPage;
import org.winnow.corpus.Url;

/** What becomes of a fetched page. Given by the module that knows more about pages. */
@FunctionalInterface
public interface PageHandler {

  /**
   * Deals with one HTML page. Called by several threads at the same time, once per page; a page
   * whose run was killed before its result was committed comes again. If it throws, the page is
   * recorded as failed and the crawl goes on.
   */
  PageResult handle(FetchedPage page);

  /**
   * The same for a handler that wants to know where the page leads.
   *
   * @param links the addresses that it links to, in its order
   */
  default PageResult handle(FetchedPage page, List<Url> links) {
    return handle(page);
  }
}
