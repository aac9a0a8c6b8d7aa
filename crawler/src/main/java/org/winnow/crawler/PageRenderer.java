// SPDX-License-Identifier: Apache-2.0
package org.winnow.crawler;

import java.io.IOException;
import org.winnow.corpus.FetchedPage;

/**
 * A browser that shows pages. Safe for use by several threads, which may have to wait for each
 * other.
 */
public interface PageRenderer extends AutoCloseable {

  /**
   * What the browser makes of a page: the document as it stands when its scripts have come to rest,
   * in UTF-8. The browser opens no connection of its own.
   *
   * @param page the page as fetched; it is not asked for again
   * @param files where everything comes from that the page asks for
   * @throws IOException if the browser could not show it within its limits of time and memory, or
   *     was ended meanwhile
   */
  byte[] render(FetchedPage page, BrowserFiles files) throws IOException;

  /** Ends the browser. */
  @Override
  void close();

  /** Starts a renderer. What stands on the class path beside Winnow itself, if anything does. */
  interface Provider {

    /**
     * A renderer; its browser starts with the first page.
     *
     * @param userAgent what pages and their scripts see
     * @throws IOException in words for the user, if there is no browser to start
     */
    PageRenderer open(String userAgent) throws IOException;
  }
}
