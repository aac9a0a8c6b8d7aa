// SPDX-License-Identifier: Apache-2.0
package org.winnow.crawler;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.winnow.corpus.FetchedPage;
import org.winnow.crawler.FetchRequest.Kind;

/** Tells what an answer really holds: links lead to feeds and sitemaps as well as to pages. */
final class ContentSniffer {
  private static final int PREFIX = 2_000;
  private static final Pattern ROOT =
      Pattern.compile(
          "(?i)<(rss|feed|rdf:rdf|urlset|sitemapindex|html|head|body|!doctype html)\\b");
  private static final Pattern MARKUP = Pattern.compile("^[\\s\\ufeff\\u00ef\\u00bb\\u00bf]*<");

  private ContentSniffer() {}

  /** What the answer to that request holds; empty if nothing that can be read. */
  static Optional<Kind> kindOf(FetchedPage page, Kind expected) {
    if (expected != Kind.PAGE) {
      return Optional.of(expected);
    }
    String type = page.header("Content-Type").toLowerCase(Locale.ROOT);
    if (type.startsWith("text/html") || type.startsWith("application/xhtml")) {
      return Optional.of(Kind.PAGE);
    }
    if (type.startsWith("application/feed+json")) {
      return Optional.of(Kind.FEED);
    }
    byte[] body = page.body();
    String prefix = new String(body, 0, Math.min(body.length, PREFIX), StandardCharsets.ISO_8859_1);
    Matcher root = ROOT.matcher(prefix);
    if (root.find()) {
      return Optional.of(
          switch (root.group(1).toLowerCase(Locale.ROOT)) {
            case "rss", "feed", "rdf:rdf" -> Kind.FEED;
            case "urlset", "sitemapindex" -> Kind.SITEMAP;
            default -> Kind.PAGE;
          });
    }
    boolean isUnlabelledMarkup = type.isEmpty() && MARKUP.matcher(prefix).find();
    return isUnlabelledMarkup ? Optional.of(Kind.PAGE) : Optional.empty();
  }
}
