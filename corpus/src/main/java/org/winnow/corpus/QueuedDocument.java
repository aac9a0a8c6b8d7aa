// SPDX-License-Identifier: Apache-2.0
package org.winnow.corpus;

import org.jspecify.annotations.Nullable;

/**
 * An article as a queue shows it.
 *
 * @param article the article
 * @param state what was said about it
 * @param reason why it was rejected, in a stable word; otherwise empty
 * @param risk from 0 to 1, how much there is to look at
 * @param residue how many phrases of boilerplate its text still has
 * @param words how many words its text has; 0 until it is known
 * @param isGold whether it was written as a sample of its rule
 */
public record QueuedDocument(
    StoredArticle article,
    ReviewState state,
    String reason,
    double risk,
    int residue,
    int words,
    boolean isGold) {

  /** It as a reviewer sees it now. */
  public Verdicts.Seen seen() {
    return new Verdicts.Seen(article.id(), state.lastVerdict(), article.sha256());
  }

  /** The number of the edit that stands in the text's place, or null. */
  public @Nullable Long edit() {
    return state.edit();
  }
}
