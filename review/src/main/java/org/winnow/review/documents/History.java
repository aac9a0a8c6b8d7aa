// SPDX-License-Identifier: Apache-2.0
package org.winnow.review.documents;

import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.winnow.corpus.Edit;
import org.winnow.corpus.Edits;
import org.winnow.corpus.ReviewNotes;
import org.winnow.corpus.StoredArticle;
import org.winnow.corpus.Verdict;
import org.winnow.corpus.Verdicts;
import org.winnow.pipeline.rules.WordDiff;

/**
 * What an article was, and what was said about it.
 *
 * @param article the article's number
 * @param versions its texts, the oldest first
 * @param verdicts what was said, the oldest first
 * @param gold the samples that were made of it
 * @param from the text that is compared
 * @param to the text that it is compared with
 * @param isSinceMyView whether {@code from} is what the reader saw last
 * @param diff how they differ; empty if they do not
 */
public record History(
    long article,
    List<TextVersion> versions,
    List<Verdict> verdicts,
    List<ReviewNotes.Gold> gold,
    TextVersion from,
    TextVersion to,
    boolean isSinceMyView,
    List<WordDiff.Line> diff) {

  /**
   * The history of an article.
   *
   * @param from the key of a text, or empty for what the reader saw last, or the text before
   * @param to the key of a text, or empty for the one that is handed out now
   */
  static History of(
      Handle handle,
      StoredArticle article,
      String extracted,
      String reader,
      Optional<String> from,
      Optional<String> to) {
    List<TextVersion> versions = TextVersion.all(handle, article, extracted);
    String current =
        Edits.current(handle, article.id())
            .map(Edit::id)
            .map(edit -> "e" + edit)
            .orElse(TextVersion.NOW);
    TextVersion last = TextVersion.of(versions, current).orElse(versions.get(versions.size() - 1));
    TextVersion right = to.flatMap(key -> TextVersion.of(versions, key)).orElse(last);
    Optional<TextVersion> seen =
        ReviewNotes.seen(handle, article.id(), reader)
            .flatMap(sha256 -> TextVersion.withDigest(versions, sha256))
            .filter(version -> !version.text().equals(right.text()));
    Optional<TextVersion> chosen = from.flatMap(key -> TextVersion.of(versions, key));
    TextVersion left = chosen.or(() -> seen).orElseGet(() -> before(versions, right));
    return new History(
        article.id(),
        versions,
        Verdicts.of(handle, article.id()),
        ReviewNotes.gold(handle, article.id()),
        left,
        right,
        chosen.isEmpty() && seen.isPresent(),
        WordDiff.between(left.text(), right.text()));
  }

  private static TextVersion before(List<TextVersion> versions, TextVersion version) {
    return versions.get(Math.max(0, versions.indexOf(version) - 1));
  }
}
