// SPDX-License-Identifier: Apache-2.0
package org.winnow.crawler;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.winnow.corpus.Url;
import org.winnow.crawler.FetchRequest.Kind;

/**
 * An address that something leads to.
 *
 * @param url the address
 * @param kind what is expected there
 * @param priority where it stands in the queue: one of the constants; the lowest comes first
 * @param date when it was published or changed last, as the feed or sitemap that names it says; or
 *     null
 */
record Link(Url url, Kind kind, int priority, @Nullable Instant date) {
  static final int CONTINUATION = 0;
  static final int START = 1;
  static final int FEED = 2;
  static final int FEED_ENTRY = 3;
  static final int SITEMAP = 4;
  static final int SITEMAP_ENTRY = 5;
  static final int PLAIN = 6;

  static Link page(Url url, int priority) {
    return page(url, priority, null);
  }

  static Link page(Url url, int priority, @Nullable Instant date) {
    return new Link(url, Kind.PAGE, priority, date);
  }

  static Link feed(Url url) {
    return new Link(url, Kind.FEED, FEED, null);
  }

  static Link sitemap(Url url) {
    return sitemap(url, null);
  }

  static Link sitemap(Url url, @Nullable Instant date) {
    return new Link(url, Kind.SITEMAP, SITEMAP, date);
  }

  /** The same link to another address. */
  Link to(Url other) {
    return new Link(other, kind, priority, date);
  }
}
