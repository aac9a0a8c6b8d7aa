// SPDX-License-Identifier: Apache-2.0
package org.winnow.app;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.winnow.corpus.FetchedPage;
import org.winnow.corpus.Url;

/** Pages of a site that does not exist. */
final class PageMaker {
  static final String PROSE =
      "The council decided on Tuesday to keep the night buses running through the winter, after a"
          + " trial in which more people used them than anybody had thought possible.";

  private PageMaker() {}

  /** An article page whose prose begins with {@code first}; {@code head} goes into its head. */
  static FetchedPage article(String url, String headline, String first, String head) {
    return page(
        url,
        """
        <!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>%s</title>%s</head>
        <body><nav><a href="/">Home</a></nav><article><h1>%s</h1>
        <p>%s %s</p><p>%s It said so in %s.</p></article></body></html>
        """
            .formatted(headline, head, headline, first, PROSE, PROSE, first));
  }

  static FetchedPage page(String url, String html) {
    return new FetchedPage(
        Url.of(url),
        Url.of(url),
        Instant.parse("2026-01-31T12:00:00Z"),
        200,
        List.of(new FetchedPage.Header("Content-Type", "text/html")),
        html.getBytes(StandardCharsets.UTF_8));
  }
}
