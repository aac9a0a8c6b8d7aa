// SPDX-License-Identifier: Apache-2.0
package org.winnow.review.documents;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.winnow.corpus.DocumentFilter.Show;
import org.winnow.corpus.QueuedDocument;

/**
 * A reviewer's screen: the queue, and one article of it.
 *
 * @param query what was chosen
 * @param counts how many articles of the choice are what
 * @param queue the articles around the one that is open
 * @param document the one that is open, or null where nothing is left
 * @param previous the article before it, or null
 * @param next the article behind it, or null
 * @param reviewer the reader's name
 * @param notice what to tell the reader, or null
 * @param choices what there is to choose by
 */
public record Desk(
    QueueQuery query,
    Map<Show, Long> counts,
    List<QueuedDocument> queue,
    @Nullable DocumentView document,
    @Nullable Long previous,
    @Nullable Long next,
    String reviewer,
    @Nullable Notice notice,
    Choices choices) {

  /**
   * A sentence for the reader.
   *
   * @param isProblem whether it went wrong
   */
  public record Notice(String text, boolean isProblem) {}

  /** What there is to choose by, in the order of the alphabet. */
  public record Choices(List<String> sites, List<String> languages, List<String> rules) {}

  public long count(Show show) {
    return counts.getOrDefault(show, 0L);
  }

  /** Whether that article is the one that is open. */
  public boolean isOpen(QueuedDocument row) {
    return document != null && document.id() == row.article().id();
  }
}
