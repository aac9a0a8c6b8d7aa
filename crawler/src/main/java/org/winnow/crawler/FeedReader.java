// SPDX-License-Identifier: Apache-2.0
package org.winnow.crawler;

import com.rometools.rome.feed.synd.SyndEntry;
import com.rometools.rome.feed.synd.SyndFeed;
import com.rometools.rome.io.FeedException;
import com.rometools.rome.io.SyndFeedInput;
import com.rometools.rome.io.XmlReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.winnow.corpus.FetchedPage;
import org.winnow.corpus.Url;

/**
 * Reads the entries of RSS and Atom feeds, with ROME, and of JSON feeds. Document types are
 * refused.
 */
final class FeedReader {
  private static final int MAX_ENTRIES = 5_000;

  private FeedReader() {}

  /** The addresses of the entries, in the feed's order; empty if it is not a feed. */
  static Optional<List<Link>> read(FetchedPage page) {
    try {
      return isJson(page.body()) ? JsonFeedReader.read(page, MAX_ENTRIES) : readXml(page);
    } catch (IOException | FeedException | RuntimeException e) {
      return Optional.empty();
    }
  }

  private static Optional<List<Link>> readXml(FetchedPage page) throws IOException, FeedException {
    String type = page.header("Content-Type");
    try (XmlReader text =
        new XmlReader(new ByteArrayInputStream(page.body()), type.isEmpty() ? null : type, true)) {
      SyndFeed feed = new SyndFeedInput().build(text);
      List<Link> entries = new ArrayList<>();
      for (SyndEntry entry : feed.getEntries()) {
        if (entries.size() < MAX_ENTRIES) {
          address(page, entry)
              .map(url -> Link.page(url, Link.FEED_ENTRY, date(entry)))
              .ifPresent(entries::add);
        }
      }
      return Optional.of(entries);
    }
  }

  private static boolean isJson(byte[] body) {
    int at = 0;
    while (at < body.length && (body[at] <= ' ')) { // white space, and a byte order mark
      at++;
    }
    return at < body.length && body[at] == '{';
  }

  /** The later of both dates: an entry that was updated is new again. */
  private static @Nullable Instant date(SyndEntry entry) {
    return Stream.of(
            Optional.ofNullable(entry.getPublishedDate()),
            Optional.ofNullable(entry.getUpdatedDate()))
        .flatMap(Optional::stream)
        .map(Date::toInstant)
        .max(Instant::compareTo)
        .orElse(null);
  }

  private static Optional<Url> address(FetchedPage page, SyndEntry entry) {
    return Stream.of(entry.getLink(), entry.getUri())
        .filter(text -> text != null && !text.isBlank())
        .flatMap(text -> page.url().resolve(text.strip()).stream())
        .findFirst();
  }
}
