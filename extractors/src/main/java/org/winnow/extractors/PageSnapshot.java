// SPDX-License-Identifier: Apache-2.0
package org.winnow.extractors;

import java.util.List;
import java.util.Set;
import org.winnow.corpus.FetchedPage;
import org.winnow.corpus.LabelledBlock;

/**
 * A stored page to be looked at beside its text: what the extractor makes of its very bytes, and
 * the page itself as inert HTML in which every block can be pointed at. Never throws on a page; not
 * for use by several threads.
 */
public final class PageSnapshot {
  private final ParsedPage parsed;
  private final Extraction extraction;

  private PageSnapshot(ParsedPage parsed, Extraction extraction) {
    this.parsed = parsed;
    this.extraction = extraction;
  }

  /** That page as the extractor sees it. */
  public static PageSnapshot of(FetchedPage page, Extractor extractor) {
    return new PageSnapshot(extractor.parsed(page), extractor.extract(page));
  }

  /** What came of the page. */
  public Extraction extraction() {
    return extraction;
  }

  /** Every block of the page, in page order, with what was decided about it. */
  public List<LabelledBlock> blocks() {
    return extraction.blocks();
  }

  /**
   * The page as HTML for a {@code body}, in which nothing runs, loads, or leads anywhere.
   *
   * <p>The text of a block stands in one or more {@code span}s with its number as {@code data-b},
   * of class {@code k} (kept), {@code r} (removed) or {@code e} (edited); the first of them has the
   * reason as {@code data-r}. Elements have their place among all of the parsed document's as
   * {@code data-e}. What is missing, such as pictures, leaves a {@code span} of class {@code m}
   * with a {@code data-m} that says what it was.
   *
   * @param edited the kept blocks whose text was edited
   */
  public String html(Set<Integer> edited) {
    BlockPlaces places = BlockPlaces.of(parsed.document(), blocks());
    return SafeHtml.of(parsed.document(), places, blocks(), edited);
  }
}
