// SPDX-License-Identifier: Apache-2.0
package org.winnow.extractors;

import java.nio.charset.StandardCharsets;
import org.jsoup.nodes.Document;
import org.jsoup.parser.Parser;
import org.winnow.corpus.FetchedPage;

final class PageParser {
  static Document parse(FetchedPage page) {
    return Parser.htmlParser()
        .parseInput(new String(page.body(), StandardCharsets.UTF_8), page.url().toString());
  }
}
