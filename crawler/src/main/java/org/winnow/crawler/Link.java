// SPDX-License-Identifier: Apache-2.0
package org.winnow.crawler;

import org.winnow.corpus.Url;
import org.winnow.crawler.FetchRequest.Kind;

/**
 * An address that something leads to.
 *
 * @param url the address
 * @param kind what is expected there
 * @param priority where it stands in the queue: one of the constants; the lowest comes first
 */
record Link(Url url, Kind kind, int priority) {
  static final int CONTINUATION = 0;
  static final int START = 1;
  static final int FEED = 2;
  static final int FEED_ENTRY = 3;
  static final int SITEMAP = 4;
  static final int SITEMAP_ENTRY = 5;
  static final int PLAIN = 6;

  static Link page(Url url, int priority) {
    return new Link(url, Kind.PAGE, priority);
  }

  static Link feed(Url url) {
    return new Link(url, Kind.FEED, FEED);
  }

  static Link sitemap(Url url) {
    return new Link(url, Kind.SITEMAP, SITEMAP);
  }
}
