// SPDX-License-Identifier: Apache-2.0
package org.winnow.app;

import org.jspecify.annotations.Nullable;
import org.winnow.corpus.Article;
import org.winnow.corpus.FetchedPage;
import org.winnow.extractors.Extraction;
import org.winnow.extractors.Extraction.Extracted;
import org.winnow.extractors.Extraction.NothingFound;
import org.winnow.pipeline.input.PageInput;

/**
 * What came of one stored page.
 *
 * @param input the page
 * @param page what was read, or null where it could not be
 * @param extraction what came of it, or null where it could not be read
 * @param problem why there is no article, or null where there is one
 * @param millis the CPU time of the thread on this page, decoding included
 */
record PageResult(
    PageInput input,
    @Nullable FetchedPage page,
    @Nullable Extraction extraction,
    @Nullable String problem,
    double millis) {

  static PageResult of(PageInput input, FetchedPage page, Extraction extraction, double millis) {
    String problem = extraction instanceof NothingFound nothing ? nothing.reason() : null;
    return new PageResult(input, page, extraction, problem, millis);
  }

  static PageResult unreadable(PageInput input, String problem) {
    return new PageResult(input, null, null, problem, 0);
  }

  @Nullable Article article() {
    return extraction instanceof Extracted extracted ? extracted.article() : null;
  }
}
