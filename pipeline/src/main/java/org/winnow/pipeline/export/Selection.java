// SPDX-License-Identifier: Apache-2.0
package org.winnow.pipeline.export;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.winnow.corpus.Published;
import org.winnow.corpus.StoredArticle;

/**
 * Which articles are exported.
 *
 * @param site only those of that host, or null
 * @param fetchedSince only those fetched then or later, or null
 * @param fetchedBefore only those fetched earlier, or null
 * @param publishedSince only those published on that day or later, or null
 * @param publishedBefore only those published earlier, or null
 * @param languages only texts in one of them, {@code ar} meaning {@code ar-EG} too; empty for all
 * @param confidence only those whose extraction is at least so sure, from 0 to 1
 */
public record Selection(
    @Nullable String site,
    @Nullable Instant fetchedSince,
    @Nullable Instant fetchedBefore,
    @Nullable LocalDate publishedSince,
    @Nullable LocalDate publishedBefore,
    List<String> languages,
    double confidence) {

  public static final Selection ALL = new Selection(null, null, null, null, null, List.of(), 0);

  public Selection {
    languages = List.copyOf(languages);
  }

  /** Whether the article is wanted; {@link #hasLanguage} asks about its texts. */
  public boolean has(StoredArticle article) {
    return (site == null || article.site().equals(site))
        && (fetchedSince == null || !article.fetched().isBefore(fetchedSince))
        && (fetchedBefore == null || article.fetched().isBefore(fetchedBefore))
        && hasDay(article.published())
        && article.confidence() >= confidence;
  }

  private boolean hasDay(@Nullable Published published) {
    if (publishedSince == null && publishedBefore == null) {
      return true;
    }
    return published != null
        && (publishedSince == null || !published.date().isBefore(publishedSince))
        && (publishedBefore == null || published.date().isBefore(publishedBefore));
  }

  /** Whether a text in that language is wanted. */
  public boolean hasLanguage(@Nullable String language) {
    return languages.isEmpty()
        || (language != null
            && languages.stream()
                .anyMatch(wanted -> language.equals(wanted) || language.startsWith(wanted + "-")));
  }
}
