// SPDX-License-Identifier: Apache-2.0
package org.winnow.extractors;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.winnow.corpus.Article;
import org.winnow.corpus.LabelledBlock;
import org.winnow.corpus.Url;

/** What came of a page. */
public sealed interface Extraction {

  /** Every block of the page, in page order, with what was decided about it. */
  List<LabelledBlock> blocks();

  /**
   * The page holds an article.
   *
   * @param article the article
   * @param nextPage the address of its next page, or null
   */
  record Extracted(Article article, List<LabelledBlock> blocks, @Nullable Url nextPage)
      implements Extraction {}

  /**
   * The page holds no article.
   *
   * @param reason why, in words for the user
   */
  record NothingFound(String reason, List<LabelledBlock> blocks) implements Extraction {}
}
