// SPDX-License-Identifier: Apache-2.0
package org.winnow.review.documents;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.winnow.corpus.QueuedDocument;
import org.winnow.corpus.ReviewNotes.Draft;
import org.winnow.corpus.StoredArticle;

/**
 * An article as its page shows it.
 *
 * @param row the article and what was said about it
 * @param text its text, byte for byte as it is handed out: the edit, if there is one
 * @param base its extracted text
 * @param sha256 of the text, in hexadecimal
 * @param paragraphs the text in paragraphs
 * @param kept how many characters of the page are kept
 * @param removed how many are removed
 * @param part which of its pages is shown, from 1
 * @param parts how many pages it has
 * @param pageToken what messages of the page's frame must carry
 * @param isPageLost whether its page cannot be read
 * @param isOtherNow whether the rules in force now give another text
 * @param isNewToReader whether its text has changed since the reader saw it last
 * @param isFirstView whether the reader has never seen it
 * @param draft what the reader was writing, or null
 */
public record DocumentView(
    QueuedDocument row,
    String text,
    String base,
    String sha256,
    List<Paragraph> paragraphs,
    long kept,
    long removed,
    int part,
    int parts,
    String pageToken,
    boolean isPageLost,
    boolean isOtherNow,
    boolean isNewToReader,
    boolean isFirstView,
    @Nullable Draft draft) {

  public StoredArticle article() {
    return row.article();
  }

  public long id() {
    return row.article().id();
  }

  /** The headline, or the address where there is none. */
  public String title() {
    String headline = article().headline();
    return headline == null ? article().canonical().toString() : headline;
  }

  /** Whether a paragraph has a character that turns the direction of what follows. */
  public boolean hasOverrides() {
    return paragraphs.stream()
        .flatMap(paragraph -> paragraph.pieces().stream())
        .anyMatch(Paragraph.Piece::isOverride);
  }
}
