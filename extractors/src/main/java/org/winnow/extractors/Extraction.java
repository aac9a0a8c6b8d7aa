// SPDX-License-Identifier: Apache-2.0
package org.winnow.extractors;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.winnow.corpus.Article;
import org.winnow.corpus.LabelledBlock;
import org.winnow.corpus.LayoutPrint;
import org.winnow.corpus.PageKind;
import org.winnow.corpus.Url;

/** What came of a page. */
public sealed interface Extraction {

  /** Every block of the page, in page order, with what was decided about it. */
  List<LabelledBlock> blocks();

  /** How the rule was used. */
  RuleUse use();

  /** What the page is. */
  PageKind kind();

  /** What the page's tree of elements looks like. */
  LayoutPrint print();

  /**
   * The page holds an article.
   *
   * @param article the article
   * @param nextPage the address of its next page, or null
   * @param fullPage the address of a page that has the whole article, or null
   * @param use how the rule was used
   * @param failedGates what the article is not that its rule asks for; then it belongs into
   *     quarantine
   * @param print what the page's tree of elements looks like
   */
  record Extracted(
      Article article,
      List<LabelledBlock> blocks,
      @Nullable Url nextPage,
      @Nullable Url fullPage,
      RuleUse use,
      List<FailedGate> failedGates,
      LayoutPrint print)
      implements Extraction {

    public Extracted {
      failedGates = List.copyOf(failedGates);
    }

    @Override
    public PageKind kind() {
      return article.kind();
    }

    /**
     * Whether a crawl keeps it. A page that no rule has chosen is kept unless it is a listing or a
     * notice: their text belongs to no article.
     */
    public boolean isKept() {
      boolean isChosen = !article.rule().equals(Extractor.NO_RULE);
      return isChosen
          || !(kind() == PageKind.LISTING
              || kind() == PageKind.ERROR
              || kind() == PageKind.CONSENT);
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
   * @param use how the rule was used
   * @param isMissed whether there is an article for all that: the page says that it is one, or one
   *     is found without the rule
   * @param print what the page's tree of elements looks like
   * @param kind what the page is
   */
  record NothingFound(
      String reason,
      List<LabelledBlock> blocks,
      RuleUse use,
      boolean isMissed,
      LayoutPrint print,
      PageKind kind)
      implements Extraction {

    /** On a page that was not looked at by a rule. */
    public NothingFound(String reason, List<LabelledBlock> blocks) {
      this(reason, blocks, RuleUse.NONE, false, LayoutPrint.NONE, PageKind.ERROR);
    }

    NothingFound missed() {
      return new NothingFound(reason, blocks, use, true, print, kind);
    }
  }
}
