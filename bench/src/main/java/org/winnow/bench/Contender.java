// SPDX-License-Identifier: Apache-2.0
package org.winnow.bench;

import org.winnow.corpus.FetchedPage;

/** Something that takes the text out of pages. Safe for use by several threads. */
public interface Contender {

  /** What the tables call it. */
  String name();

  /**
   * The text of a page. What the page provokes is thrown as it comes.
   *
   * @param page the page as it was fetched
   * @param html its source, in the charset that Winnow decides on, so that all read the same
   */
  TakenText take(FetchedPage page, String html) throws Exception;
}
