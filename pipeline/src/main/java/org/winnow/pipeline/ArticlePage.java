// SPDX-License-Identifier: Apache-2.0
package org.winnow.pipeline;

import org.winnow.corpus.Article;
import org.winnow.corpus.ArticlePart;
import org.winnow.corpus.ArticleText;
import org.winnow.corpus.FetchedPage;
import org.winnow.corpus.TextCounts;
import org.winnow.corpus.Url;
import org.winnow.corpus.WarcPosition;
import org.winnow.extractors.Extraction.Extracted;

/**
 * A stored page that holds an article, or a part of one.
 *
 * @param page the page
 * @param position where it lies in the archive
 * @param extracted what was made of it
 * @param text its article's text
 */
record ArticlePage(FetchedPage page, WarcPosition position, Extracted extracted, ArticleText text) {

  ArticlePage(FetchedPage page, WarcPosition position, Extracted extracted) {
    this(page, position, extracted, ArticleText.of(extracted.article()));
  }

  Url url() {
    return page.url();
  }

  Article article() {
    return extracted.article();
  }

  ArticlePart part() {
    return new ArticlePart(page.url(), position);
  }

  TextCounts counts() {
    return TextCounts.of(extracted.blocks());
  }
}
