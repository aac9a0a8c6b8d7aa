// SPDX-License-Identifier: Apache-2.0
package org.winnow.extractors;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;
import org.winnow.corpus.Url;

/** The address that a page gives itself: for pages that come from a file without one. */
public final class StatedUrl {
  /** Heads are shorter; inlined style sheets push few canonical links further down. */
  private static final int PREFIX = 128 * 1024;

  private final String head;
  private @Nullable Document whole;

  private StatedUrl(String head) {
    this.head = head;
  }

  /**
   * The absolute http(s) address in the page's canonical link, else in its {@code og:url}; empty if
   * it has neither within its first 128 KiB, or one that cannot be read as UTF-8.
   */
  public static Optional<Url> of(byte[] body) {
    String head = new String(body, 0, Math.min(body.length, PREFIX), StandardCharsets.UTF_8);
    StatedUrl stated = new StatedUrl(head);
    return stated
        .find("canonical", "link[rel~=(?i)^canonical$][href]")
        .or(() -> stated.find("og:url", "meta[property=og:url][content]"));
  }

  /**
   * The first address in such an element. Most pages have one near their beginning, so what is
   * behind the first tag with its word is parsed only where that tag gives none.
   */
  private Optional<Url> find(String word, String selector) {
    int at = indexOf(word);
    if (at < 0) {
      return Optional.empty();
    }
    String beginning = head.substring(0, head.indexOf('>', at) + 1);
    return in(Jsoup.parse(beginning), selector).or(() -> in(whole(), selector));
  }

  private Document whole() {
    Document parsed = whole == null ? Jsoup.parse(head) : whole;
    whole = parsed;
    return parsed;
  }

  /** Where that word of small letters is first, in any case, or -1. */
  private int indexOf(String word) {
    int last = head.length() - word.length();
    for (int i = 0; i <= last; i++) {
      if ((head.charAt(i) | 0x20) == word.charAt(0)
          && head.regionMatches(true, i, word, 0, word.length())) {
        return i;
      }
    }
    return -1;
  }

  private static Optional<Url> in(Document page, String selector) {
    for (Element element : page.select(selector)) {
      String address = element.hasAttr("href") ? element.attr("href") : element.attr("content");
      Optional<Url> url = Url.parse(address.strip()).filter(u -> !address.contains("\uFFFD"));
      if (url.isPresent()) {
        return url;
      }
    }
    return Optional.empty();
  }
}
