// SPDX-License-Identifier: Apache-2.0
package org.winnow.app;

import org.winnow.corpus.Article;
import org.winnow.corpus.ArticlePart;
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
 */
record ArticlePage(FetchedPage page, WarcPosition position, Extracted extracted) {

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
