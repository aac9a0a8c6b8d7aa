// SPDX-License-Identifier: Apache-2.0
package org.winnow.crawler;

import com.rometools.rome.feed.synd.SyndEntry;
import com.rometools.rome.feed.synd.SyndFeed;
import com.rometools.rome.io.FeedException;
import com.rometools.rome.io.SyndFeedInput;
import com.rometools.rome.io.XmlReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.winnow.corpus.FetchedPage;
import org.winnow.corpus.Url;

/** Reads the entries of RSS and Atom feeds, with ROME. Document types are refused. */
final class FeedReader {
  private static final int MAX_ENTRIES = 5_000;

  private FeedReader() {}

  /** The addresses of the entries, in the feed's order; empty if it is not a feed. */
  static Optional<List<Link>> read(FetchedPage page) {
    String type = page.header("Content-Type");
    try (XmlReader text =
        new XmlReader(new ByteArrayInputStream(page.body()), type.isEmpty() ? null : type, true)) {
      SyndFeed feed = new SyndFeedInput().build(text);
      List<Link> entries = new ArrayList<>();
      for (SyndEntry entry : feed.getEntries()) {
        if (entries.size() < MAX_ENTRIES) {
          address(page, entry).map(url -> Link.page(url, Link.FEED_ENTRY)).ifPresent(entries::add);
        }
      }
      return Optional.of(entries);
    } catch (IOException | FeedException | RuntimeException e) {
      return Optional.empty();
    }
  }

  private static Optional<Url> address(FetchedPage page, SyndEntry entry) {
    return Stream.of(entry.getLink(), entry.getUri())
        .filter(text -> text != null && !text.isBlank())
        .flatMap(text -> page.url().resolve(text.strip()).stream())
        .findFirst();
  }
}
