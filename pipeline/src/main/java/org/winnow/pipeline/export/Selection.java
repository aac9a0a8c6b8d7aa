// SPDX-License-Identifier: Apache-2.0
package org.winnow.pipeline.export;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.winnow.corpus.Published;
import org.winnow.corpus.ReviewState.Status;
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
 * @param statuses only those of which a reviewer said one of these
 * @param confidence only those whose extraction is at least so sure, from 0 to 1
 */
public record Selection(
    @Nullable String site,
    @Nullable Instant fetchedSince,
    @Nullable Instant fetchedBefore,
    @Nullable LocalDate publishedSince,
    @Nullable LocalDate publishedBefore,
    List<String> languages,
    Set<Status> statuses,
    double confidence) {

  /** All but what a reviewer rejected. */
  public static final Set<Status> NOT_REJECTED =
      Collections.unmodifiableSet(EnumSet.complementOf(EnumSet.of(Status.REJECTED)));

  public Selection {
    languages = List.copyOf(languages);
    statuses = Collections.unmodifiableSet(EnumSet.copyOf(statuses));
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
