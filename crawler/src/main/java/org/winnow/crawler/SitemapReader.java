// SPDX-License-Identifier: Apache-2.0
package org.winnow.crawler;

import crawlercommons.sitemaps.AbstractSiteMap;
import crawlercommons.sitemaps.SiteMap;
import crawlercommons.sitemaps.SiteMapIndex;
import crawlercommons.sitemaps.SiteMapParser;
import crawlercommons.sitemaps.SiteMapURL;
import crawlercommons.sitemaps.UnknownFormatException;
import crawlercommons.sitemaps.extension.Extension;
import crawlercommons.sitemaps.extension.ExtensionMetadata;
import crawlercommons.sitemaps.extension.NewsAttributes;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.winnow.corpus.FetchedPage;
import org.winnow.corpus.Url;
import org.winnow.crawler.FetchRequest.Kind;

/**
 * Reads sitemaps, news sitemaps and their indexes, XML, gzipped or plain text, with
 * crawler-commons.
 */
final class SitemapReader {
  // sitemaps.org: at most 50,000 addresses in one file.
  private static final int MAX_ENTRIES = 50_000;

  private SitemapReader() {}

  /** The sitemaps and pages that it names, in its order; empty if it is not a sitemap. */
  static Optional<List<Link>> read(FetchedPage page) {
    try {
      SiteMapParser parser = new SiteMapParser(false, true);
      parser.enableExtension(Extension.NEWS);
      AbstractSiteMap sitemap =
          parser.parseSiteMap(inflated(page.body()), URI.create(page.url().toString()).toURL());
      return Optional.of(links(page.url(), sitemap));
    } catch (IOException | UnknownFormatException | RuntimeException e) {
      return Optional.empty();
    }
  }

  private static List<Link> links(Url base, AbstractSiteMap sitemap) {
    List<Link> links = new ArrayList<>();
    if (sitemap instanceof SiteMapIndex index) {
      index.getSitemaps().stream()
          .limit(MAX_ENTRIES)
          .forEach(
              child ->
                  base.resolve(child.getUrl().toString())
                      .map(url -> Link.sitemap(url, instant(child.getLastModified())))
                      .ifPresent(links::add));
    } else if (sitemap instanceof SiteMap map) {
      map.getSiteMapUrls().stream()
          .limit(MAX_ENTRIES)
          .forEach(
              entry ->
                  base.resolve(entry.getUrl().toString())
                      .map(url -> Link.page(url, Link.SITEMAP_ENTRY, date(entry)))
                      .ifPresent(links::add));
    }
    return links;
  }

  /** The later one of the date of change and the date of publication. */
  private static @Nullable Instant date(SiteMapURL entry) {
    ExtensionMetadata[] news = entry.getAttributesForExtension(Extension.NEWS);
    Stream<Date> published =
        Stream.of(news == null ? new ExtensionMetadata[0] : news)
            .filter(NewsAttributes.class::isInstance)
            .map(NewsAttributes.class::cast)
            .map(NewsAttributes::getPublicationDate);
    return Stream.concat(Stream.ofNullable(entry.getLastModified()), published)
        .filter(Objects::nonNull)
        .map(Date::toInstant)
        .max(Instant::compareTo)
        .orElse(null);
  }

  private static @Nullable Instant instant(@Nullable Date date) {
    return date == null ? null : date.toInstant();
  }

  /** Quirk: many a sitemap is a gzip file, which is not the same as a gzipped answer. */
  private static byte[] inflated(byte[] body) throws IOException {
    boolean isGzip = body.length > 2 && body[0] == 0x1f && (body[1] & 0xff) == 0x8b;
    return isGzip
        ? BodyReader.read(
            new ByteArrayInputStream(body), "gzip", Kind.SITEMAP.maxBytes, /* isCut= */ false)
        : body;
  }
}
