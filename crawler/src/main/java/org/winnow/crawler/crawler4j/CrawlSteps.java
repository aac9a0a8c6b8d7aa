// SPDX-License-Identifier: Apache-2.0
package org.winnow.crawler.crawler4j;

import java.util.Optional;
import org.winnow.corpus.FetchedPage;
import org.winnow.corpus.Url;

/**
 * What the engine's threads do, in this order, for each piece of work. Called by several threads at
 * the same time.
 *
 * @param <L> the right to one request
 */
public interface CrawlSteps<L> {

  /** Waits for something to fetch; empty when there will be nothing more. */
  Optional<L> next() throws InterruptedException;

  /** The address to fetch. */
  Url url(L lease);

  /** Fetches it. The page, if there is one to visit; everything else is dealt with. */
  Optional<FetchedPage> fetch(L lease);

  /** Deals with the page that was fetched. */
  void visit(L lease, FetchedPage page);

  /** Called last, once for each lease whose steps did not throw. */
  void settle(L lease);

  /** No thread shall get anything more from {@link #next}. */
  void finish();

  /** Whether {@link #next} has nothing more to give. */
  boolean isFinished();
}
