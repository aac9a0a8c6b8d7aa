// SPDX-License-Identifier: Apache-2.0
package org.winnow.crawler;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.winnow.corpus.FetchedPage;
import org.winnow.corpus.Url;

/** Reads the entries of a JSON Feed (jsonfeed.org, versions 1 and 1.1). */
final class JsonFeedReader {
  private static final String VERSION = "https://jsonfeed.org/version/";
  private static final ObjectMapper JSON = new ObjectMapper();

  private JsonFeedReader() {}

  /**
   * The entries in the feed's order; empty if it is not such a feed.
   *
   * @throws IOException if it is not JSON
   */
  static Optional<List<Link>> read(FetchedPage page, int maxEntries) throws IOException {
    JsonNode feed = JSON.readTree(page.body());
    if (feed == null || !feed.path("version").asText().startsWith(VERSION)) {
      return Optional.empty();
    }
    List<Link> entries = new ArrayList<>();
    for (JsonNode item : feed.path("items")) {
      if (entries.size() < maxEntries) {
        address(page, item)
            .map(url -> Link.page(url, Link.FEED_ENTRY, date(item)))
            .ifPresent(entries::add);
      }
    }
    return Optional.of(entries);
  }

  private static Optional<Url> address(FetchedPage page, JsonNode item) {
    String id = item.path("id").asText();
    return Stream.of(item.path("url").asText(), id.startsWith("http") ? id : "")
        .filter(text -> !text.isBlank())
        .flatMap(text -> page.url().resolve(text.strip()).stream())
        .findFirst();
  }

  private static @Nullable Instant date(JsonNode item) {
    return Stream.of("date_published", "date_modified")
        .flatMap(name -> instant(item.path(name).asText()).stream())
        .max(Instant::compareTo)
        .orElse(null);
  }

  private static Optional<Instant> instant(String text) {
    try {
      return Optional.of(OffsetDateTime.parse(text.strip()).toInstant());
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }
}
