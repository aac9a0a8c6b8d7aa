// SPDX-License-Identifier: Apache-2.0
package org.winnow.extractors;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.winnow.corpus.Metadata;
import org.winnow.corpus.Published;
import org.winnow.corpus.Url;

/**
 * What a page says about itself, without a rule. Of each part the first source that has it wins:
 * JSON-LD, OpenGraph and {@code article:*}, Dublin Core, microdata, time elements, the address, the
 * text near the headline.
 *
 * @param headline the article's headline, without the site's name; null where the page has none
 * @param headlines every text that may stand as the headline, the chosen one first
 * @param published when it was published, or null
 * @param language BCP 47 primary language, or null
 * @param canonical the address that names the article; the page's own where it names no other
 * @param amp the address of the page's AMP twin, or null
 * @param nextPage the address of the article's next page, or null
 * @param isArticleType whether the page says that it is an article
 * @param articleBody the article's text as the JSON-LD has it, or null
 * @param statements what it says about its own kind
 * @param details everything else about the article
 */
record PageMetadata(
    @Nullable String headline,
    List<String> headlines,
    @Nullable Published published,
    @Nullable String language,
    Url canonical,
    @Nullable Url amp,
    @Nullable Url nextPage,
    boolean isArticleType,
    @Nullable String articleBody,
    PageStatements statements,
    Metadata details) {

  PageMetadata {
    headlines = List.copyOf(headlines);
  }

  /** What that page says about itself. Never throws, whatever the page has in it. */
  static PageMetadata of(ParsedPage parsed, PageScan scan) {
    return of(parsed, scan, true, new SiteTitles());
  }

  /** The same, its JSON-LD believed or not, with what its site's titles have in common. */
  static PageMetadata of(
      ParsedPage parsed, PageScan scan, boolean isJsonLdUsed, SiteTitles titles) {
    Url url = parsed.page().url();
    PageLinks links = new PageLinks(url, scan);
    Url canonical = links.canonical();
    JsonLd jsonLd =
        isJsonLdUsed
            ? JsonLd.of(scan.jsonLd(), address -> isOneOf(address, url, canonical))
            : JsonLd.NONE;
    String siteName =
        first(
            scan.meta("og:site_name"),
            jsonLd.value("publisher.name"),
            scan.meta("application-name", "al:ios:app_name"));
    String declared =
        first(
            scan.htmlLanguage(),
            jsonLd.value("inLanguage"),
            scan.meta("content-language", "og:locale", "language", "dc.language"));
    Headlines headlines =
        new Headlines(
            url,
            siteName,
            titles(parsed, scan, jsonLd),
            scan.headings(),
            scan.subheadings(),
            titles);
    PublishedSources dates = new PublishedSources(parsed.page(), scan, declared);
    List<String> candidates = headlines.candidates();
    return new PageMetadata(
        candidates.isEmpty() ? null : candidates.get(0),
        candidates,
        dates.published(jsonLd, headlines.element()).orElse(null),
        orNull(scan.letters().language(declared)),
        canonical,
        links.amp().orElse(null),
        links.nextPage().orElse(null),
        jsonLd.isArticle()
            || scan.isArticleItem()
            || scan.meta("og:type").toLowerCase(Locale.ROOT).startsWith("article"),
        orNull(jsonLd.value("articleBody")),
        PageStatements.of(scan, jsonLd),
        new Metadata(
            Bylines.of(scan, jsonLd, siteName),
            dates.modified(jsonLd).orElse(null),
            orNull(siteName),
            orNull(Topics.section(scan, jsonLd)),
            Topics.tags(scan, jsonLd),
            image(url, scan, jsonLd),
            orNull(
                first(
                    scan.meta("og:description", "description", "twitter:description"),
                    jsonLd.value("description"))),
            Topics.isPaywalled(scan, jsonLd)));
  }

  /** The names of those who wrote it, joined by a comma; or null. */
  @Nullable String byline() {
    return details.authors().isEmpty() ? null : String.join(", ", details.authors());
  }

  private static @Nullable Url image(Url url, PageScan scan, JsonLd jsonLd) {
    String address =
        first(
            jsonLd.value("image.url"),
            jsonLd.value("image"),
            scan.meta("og:image", "og:image:url", "twitter:image", "twitter:image:src"));
    return address.isEmpty() ? null : url.resolve(address).orElse(null);
  }

  private static boolean isOneOf(String address, Url url, Url canonical) {
    Optional<Url> other = address.isBlank() ? Optional.empty() : url.resolve(address);
    return other.isPresent() && (other.get().equals(url) || other.get().equals(canonical));
  }

  private static List<String> titles(ParsedPage parsed, PageScan scan, JsonLd jsonLd) {
    return List.of(
        jsonLd.isArticle() ? first(jsonLd.value("headline"), jsonLd.value("name")) : "",
        scan.meta("og:title"),
        scan.meta("twitter:title"),
        scan.meta("dc.title", "dcterms.title", "headline", "citation_title"),
        parsed.document().title());
  }

  private static String first(String... texts) {
    for (String text : texts) {
      if (!text.isBlank()) {
        return text.strip();
      }
    }
    return "";
  }

  private static @Nullable String orNull(String text) {
    return text.isBlank() ? null : text;
  }
}
