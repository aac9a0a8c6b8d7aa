// SPDX-License-Identifier: Apache-2.0
package org.winnow.crawler.crawler4j;

import java.util.Optional;

/** Where the engine's threads get their work. Safe for use by several threads. */
public interface CrawlTasks {

  /** Waits for something to fetch; empty when there will be nothing more. */
  Optional<CrawlTask> next() throws InterruptedException;

  /** No thread shall get anything more from {@link #next}. */
  void finish();

  /** Whether {@link #next} has nothing more to give. */
  boolean isFinished();
}
