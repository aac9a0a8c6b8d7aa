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
   * @param fullPage the address of a page that has the whole article, or null
   * @param use how the rule was used
   * @param failedGates what the article is not that its rule asks for; then it belongs into
   *     quarantine
   */
  record Extracted(
      Article article,
      List<LabelledBlock> blocks,
      @Nullable Url nextPage,
      @Nullable Url fullPage,
      RuleUse use,
      List<FailedGate> failedGates)
      implements Extraction {

    public Extracted {
      failedGates = List.copyOf(failedGates);
    }

    /** Whether the article is as its rule asks. */
    public boolean isAccepted() {
      return failedGates.isEmpty();
    }
  }

  /**
   * The page holds no article.
   *
   * @param reason why, in words for the user
   */
  record NothingFound(String reason, List<LabelledBlock> blocks) implements Extraction {}
}
