// SPDX-License-Identifier: Apache-2.0
package org.winnow.extractors;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.winnow.corpus.Url;

/** The address that a page gives itself: for pages that come from a file without one. */
public final class StatedUrl {
  /** Heads are shorter; inlined style sheets push few canonical links further down. */
  private static final int PREFIX = 128 * 1024;

  private static final List<String> PLACES =
      List.of("link[rel~=(?i)^canonical$][href]", "meta[property=og:url][content]");

  private StatedUrl() {}

  /**
   * The absolute http(s) address in the page's canonical link, else in its {@code og:url}; empty if
   * it has neither within its first 128 KiB, or one that cannot be read as UTF-8.
   */
  public static Optional<Url> of(byte[] body) {
    String head = new String(body, 0, Math.min(body.length, PREFIX), StandardCharsets.UTF_8);
    Document page = Jsoup.parse(head);
    for (String place : PLACES) {
      for (Element element : page.select(place)) {
        String address = element.hasAttr("href") ? element.attr("href") : element.attr("content");
        Optional<Url> url = Url.parse(address.strip()).filter(u -> !address.contains("\uFFFD"));
        if (url.isPresent()) {
          return url;
        }
      }
    }
    return Optional.empty();
  }
}
