// SPDX-License-Identifier: Apache-2.0
package org.winnow.pipeline.export;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.winnow.corpus.Metadata;
import org.winnow.corpus.Sha256;
import org.winnow.corpus.StoredArticle;

/**
 * One row of an export: an article, or the part of one that is in one language. The components are
 * the keys of {@code index.jsonl}, the columns of the CSV file and those of the Parquet file, in
 * this order.
 *
 * @param id {@code NNN_<16 hex>}: running number, first digits of the SHA-256 of the address
 * @param file the text's own file in the same folder, or null where there is none
 * @param url the address that names the article
 * @param site its host
 * @param published ISO 8601, as exactly as the page says, or null
 * @param language BCP 47 code, or null
 * @param extractor the name of the rule, or {@code auto}
 * @param confidence from 0 to 1, three decimals
 * @param fetched ISO 8601, UTC
 * @param complete whether all pages of the article were found
 * @param sha256 of the text in UTF-8, in hexadecimal
 * @param kind what its page is
 * @param text the text, or null where it stands in {@code file}
 */
public record ExportedText(
    String id,
    @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String file,
    String url,
    String site,
    @Nullable String headline,
    @Nullable String kicker,
    @Nullable String author,
    @Nullable String published,
    @Nullable String language,
    String extractor,
    double confidence,
    String fetched,
    boolean complete,
    String sha256,
    String kind,
    List<String> authors,
    @Nullable String modified,
    @Nullable String siteName,
    @Nullable String section,
    List<String> tags,
    @Nullable String image,
    @Nullable String description,
    boolean paywalled,
    @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String text) {

  /** The row of that article, or of its part in that language. */
  static ExportedText of(String id, StoredArticle article, @Nullable String language, String text) {
    Metadata details = article.metadata();
    return new ExportedText(
        id,
        null,
        article.canonical().toString(),
        article.site(),
        article.headline(),
        article.kicker(),
        article.byline(),
        string(article.published()),
        language,
        article.rule(),
        Math.round(article.confidence() * 1000) / 1000.0,
        article.fetched().toString(),
        article.complete(),
        Sha256.hex(text),
        article.kind().label(),
        details.authors(),
        string(details.modified()),
        details.siteName(),
        details.section(),
        details.tags(),
        string(details.image()),
        details.description(),
        details.isPaywalled(),
        text);
  }

  /** The same row with its text in that file instead of in the row. */
  ExportedText in(String textFile) {
    return new ExportedText(
        id,
        textFile,
        url,
        site,
        headline,
        kicker,
        author,
        published,
        language,
        extractor,
        confidence,
        fetched,
        complete,
        sha256,
        kind,
        authors,
        modified,
        siteName,
        section,
        tags,
        image,
        description,
        paywalled,
        null);
  }

  private static @Nullable String string(@Nullable Object value) {
    return value == null ? null : value.toString();
  }
}
