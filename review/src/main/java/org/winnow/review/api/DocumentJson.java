// SPDX-License-Identifier: Apache-2.0
package org.winnow.review.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.winnow.corpus.ReviewState;
import org.winnow.corpus.StoredArticle;

/**
 * A document as programs see it.
 *
 * @param text what is exported: the edited text where there is one; only for one document
 * @param blocks what its pages have, kept and removed; only if they are asked for
 */
record DocumentJson(
    long id,
    String url,
    String site,
    @Nullable String headline,
    @Nullable String kicker,
    @Nullable String author,
    @Nullable String published,
    @Nullable String language,
    String rule,
    double confidence,
    String fetched,
    int version,
    String sha256,
    String status,
    long lastVerdict,
    boolean isEdited,
    boolean isComplete,
    String quarantine,
    String kind,
    @Nullable Long duplicateOf,
    @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String text,
    @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable List<BlockJson> blocks) {

  static DocumentJson of(
      StoredArticle article,
      ReviewState review,
      @Nullable String text,
      @Nullable List<BlockJson> blocks) {
    return new DocumentJson(
        article.id(),
        article.canonical().toString(),
        article.site(),
        article.headline(),
        article.kicker(),
        article.byline(),
        article.published() == null ? null : article.published().toString(),
        article.language(),
        article.rule(),
        Math.round(article.confidence() * 1000) / 1000.0,
        article.fetched().toString(),
        article.version(),
        article.sha256(),
        review.status().word(),
        review.lastVerdict(),
        review.edit() != null,
        article.complete(),
        article.quarantine(),
        article.kind().label(),
        article.duplicateOf(),
        text,
        blocks);
  }
}
