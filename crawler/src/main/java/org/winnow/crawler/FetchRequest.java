// SPDX-License-Identifier: Apache-2.0
package org.winnow.crawler;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.winnow.corpus.Url;

/**
 * What to ask a server for.
 *
 * @param url the address
 * @param requested the address that redirects led here from; {@code url} if there were none
 * @param kind what is expected there
 * @param etag of the copy that was fetched last, or null
 * @param lastModified of that copy, or null
 * @param session how the site's requests are sent
 */
record FetchRequest(
    Url url,
    Url requested,
    Kind kind,
    @Nullable String etag,
    @Nullable String lastModified,
    SiteSession session) {

  /** A request that belongs to no site. */
  FetchRequest(
      Url url, Url requested, Kind kind, @Nullable String etag, @Nullable String lastModified) {
    this(url, requested, kind, etag, lastModified, SiteSession.plain());
  }

  /** The same request as part of a site's crawl. */
  FetchRequest in(SiteSession other) {
    return new FetchRequest(url, requested, kind, etag, lastModified, other);
  }

  /** What an address is expected to hold, and how much of it is read. */
  enum Kind {
    // RFC 9309, 2.5: at least 500 KiB; the rest is ignored.
    ROBOTS(512 * 1024, "text/plain,*/*;q=0.5"),
    PAGE(10 << 20, "text/html,application/xhtml+xml;q=0.9,application/xml;q=0.5"),
    FEED(
        10 << 20,
        "application/rss+xml,application/atom+xml,application/feed+json,application/xml;q=0.9,*/*;q=0.5"),
    // sitemaps.org: at most 50 MB uncompressed.
    SITEMAP(50 << 20, "application/xml,text/xml,text/plain;q=0.8,*/*;q=0.5"),
    /** What a page in a browser asks for. */
    FILE(10 << 20, "*/*");

    final int maxBytes;
    final String accept;
    final String label = name().toLowerCase(Locale.ROOT);

    Kind(int maxBytes, String accept) {
      this.maxBytes = maxBytes;
      this.accept = accept;
    }
  }

  static FetchRequest of(Url url, Kind kind) {
    return new FetchRequest(url, url, kind, null, null);
  }
}
