// SPDX-License-Identifier: Apache-2.0
package org.winnow.pipeline.rules;

import java.util.Comparator;
import org.winnow.corpus.Url;

/**
 * What an edit of a rule does to one page.
 *
 * @param url the page's address
 * @param headline of its article, or empty
 * @param change what becomes of its text
 * @param before how many words it has
 * @param after how many it would have
 * @param lost how many of its words would go
 * @param gained how many would come
 * @param isApproved whether a reviewer has approved the text
 * @param reason why there would be no text, in words for the user; or empty
 */
public record ImpactRow(
    Url url,
    String headline,
    Change change,
    int before,
    int after,
    int lost,
    int gained,
    boolean isApproved,
    String reason) {

  /** The most affected first. */
  public static final Comparator<ImpactRow> BY_CHANGE =
      Comparator.comparing(ImpactRow::isBlocking)
          .reversed()
          .thenComparing(ImpactRow::change)
          .thenComparing(row -> -Math.max(row.lost(), row.gained()))
          .thenComparing(row -> row.url().toString());

  /** What becomes of a text, the worst first. */
  public enum Change {
    /** There is a text, and there would be none. */
    EMPTY,
    CHANGED,
    /** There is none, and there would be one. */
    FOUND,
    UNCHANGED
  }

  /** Whether an approved text would lose more than a fiftieth of its words. */
  public boolean isBlocking() {
    return isApproved && lost > ImpactPreview.MOST_LOST * before;
  }
}
