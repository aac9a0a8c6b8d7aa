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
    byte[] bytes = beginning(page.body());
    PageEncoding encoding =
        charset == null
            ? PageDecoder.encoding(bytes, page.header("Content-Type"))
            : PageDecoder.encoding(bytes, charset);
    Parser parser = Parser.htmlParser().setMaxDepth(DEEPEST);
    Document document =
        replacements.isEmpty()
            ? parser.parseInput(encoding.reader(), page.url().toString())
            : parser.parseInput(replaced(encoding.text(), replacements), page.url().toString());
    return new ParsedPage(page, document, encoding.charset());
  }

  private static String replaced(String text, List<HtmlReplacement> replacements) {
    String source = text;
    for (HtmlReplacement replacement : replacements) {
      source = replacement.regex().matcher(source).replaceAll(replacement.with());
      source = source.substring(0, Math.min(source.length(), MOST_BYTES));
    }
    return source;
  }

  private static byte[] beginning(byte[] body) {
    return body.length <= MOST_BYTES ? body : Arrays.copyOf(body, MOST_BYTES);
  }
}
