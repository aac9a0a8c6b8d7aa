// SPDX-License-Identifier: Apache-2.0
package org.winnow.extractors;

import java.nio.charset.Charset;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jsoup.nodes.Document;
import org.jsoup.parser.Parser;
import org.jspecify.annotations.Nullable;
import org.winnow.corpus.FetchedPage;
import org.winnow.siterules.HtmlReplacement;

/** Parses pages within limits. Never fails on a page; safe for use by several threads. */
final class PageParser {
  /** No article is longer; what comes behind is not read. */
  static final int MOST_BYTES = 5 * 1024 * 1024;

  /** Elements deeper than this are attached higher up: no page is meant to be that deep. */
  private static final int DEEPEST = 512;

  private PageParser() {}

  /** Why that page cannot hold an article, in words for the user; empty if it can. */
  static Optional<String> unreadable(FetchedPage page) {
    byte[] body = page.body();
    if (body.length == 0) {
      return Optional.of("the page is empty (0 bytes)");
    }
    String format = BinaryFormat.of(body);
    return format.isEmpty()
        ? Optional.empty()
        : Optional.of("not an HTML page: the bytes are " + format);
  }

  /** The parsed page; of a page of more than {@link #MOST_BYTES}, its beginning. */
  static ParsedPage parse(FetchedPage page) {
    return parse(page, null, List.of());
  }

  /**
   * The parsed page, its source changed first.
   *
   * @param charset what to read its bytes in, or null to find it out
   * @param replacements what to replace in its source
   */
  static ParsedPage parse(
      FetchedPage page, @Nullable Charset charset, List<HtmlReplacement> replacements) {
    DecodedPage decoded =
        charset == null
            ? PageDecoder.decode(shortened(page))
            : PageDecoder.decode(shortened(page), charset);
    String source = decoded.text();
    for (HtmlReplacement replacement : replacements) {
      source = replacement.regex().matcher(source).replaceAll(replacement.with());
      source = source.substring(0, Math.min(source.length(), MOST_BYTES));
    }
    Parser parser = Parser.htmlParser().setMaxDepth(DEEPEST);
    Document document = parser.parseInput(source, page.url().toString());
    return new ParsedPage(page, document, decoded.charset());
  }

  private static FetchedPage shortened(FetchedPage page) {
    if (page.body().length <= MOST_BYTES) {
      return page;
    }
    byte[] beginning = Arrays.copyOf(page.body(), MOST_BYTES);
    return new FetchedPage(
        page.requested(), page.url(), page.fetched(), page.status(), page.headers(), beginning);
  }
}
