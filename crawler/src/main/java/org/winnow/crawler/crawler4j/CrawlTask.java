// SPDX-License-Identifier: Apache-2.0
package org.winnow.crawler.crawler4j;

import java.util.Optional;
import org.winnow.corpus.FetchedPage;
import org.winnow.corpus.Url;

/** One request and what follows from it: the steps that one thread takes, in this order. */
public interface CrawlTask {

  /** The address to fetch. */
  Url url();

  /** Fetches it. The page, if there is one to visit; everything else is dealt with. */
  Optional<FetchedPage> fetch();

  /** Deals with the page that was fetched. */
  void visit(FetchedPage page);

  /** The last step, unless one before it threw. */
  void settle();
}
