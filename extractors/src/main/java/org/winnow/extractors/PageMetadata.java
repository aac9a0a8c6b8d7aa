// SPDX-License-Identifier: Apache-2.0
package org.winnow.extractors;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;
import org.winnow.corpus.Published;
import org.winnow.corpus.Url;

/**
 * What a page says about itself, without a rule. Of each part the first source that has it wins:
 * JSON-LD, OpenGraph and {@code article:*}, Dublin Core, microdata, time elements, the address, the
 * text near the headline.
 *
 * @param headline the article's headline, without the site's name; null where the page has none
 * @param headlines every text that may stand as the headline, the chosen one first
 * @param siteName the site's name, or null
 * @param byline who wrote it, several joined by a comma; or null
 * @param published when it was published, or null
 * @param modified when it was last changed, or null
 * @param language BCP 47 primary language, or null
 * @param canonical the address that names the article; the page's own where it names no other
 * @param amp the address of the page's AMP twin, or null
 * @param nextPage the address of the article's next page, or null
 * @param isArticleType whether the page says that it is an article
 * @param description the page's summary, or null
 * @param image the address of the article's image, or null
 * @param articleBody the article's text as the JSON-LD has it, or null
 */
record PageMetadata(
    @Nullable String headline,
    List<String> headlines,
    @Nullable String siteName,
    @Nullable String byline,
    @Nullable Published published,
    @Nullable Published modified,
    @Nullable String language,
    Url canonical,
    @Nullable Url amp,
    @Nullable Url nextPage,
    boolean isArticleType,
    @Nullable String description,
    @Nullable String image,
    @Nullable String articleBody) {

  PageMetadata {
    headlines = List.copyOf(headlines);
  }

  /** What that page says about itself. Never throws, whatever the page has in it. */
  static PageMetadata of(ParsedPage parsed) {
    Url url = parsed.page().url();
    PageScan scan = new PageScan(parsed.document());
    Url canonical = canonical(url, scan);
    JsonLd jsonLd =
        JsonLd.of(
            scan.jsonLd(),
            address -> {
              Url other = url.resolve(address).orElse(url);
              return !address.isBlank() && (other.equals(url) || other.equals(canonical));
            });
    String siteName = scan.meta("og:site_name", "application-name");
    List<String> headlines = headlines(parsed, scan, jsonLd);
    return new PageMetadata(
        headlines.isEmpty() ? null : headlines.get(0),
        headlines,
        orNull(siteName),
        orNull(String.join(", ", jsonLd.values("author.name"))),
        PublishedDates.parse(
                first(jsonLd.value("datePublished"), scan.meta("article:published_time")),
                parsed.page().fetched())
            .orElse(null),
        PublishedDates.parse(
                first(jsonLd.value("dateModified"), scan.meta("article:modified_time")),
                parsed.page().fetched())
            .orElse(null),
        language(parsed),
        canonical,
        link(url, scan, "amphtml").orElse(null),
        link(url, scan, "next").orElse(null),
        jsonLd.isArticle() || scan.meta("og:type").toLowerCase(Locale.ROOT).startsWith("article"),
        orNull(first(scan.meta("og:description", "description"), jsonLd.value("description"))),
        orNull(first(jsonLd.value("image.url"), scan.meta("og:image"))),
        orNull(jsonLd.value("articleBody")));
  }

  private static List<String> headlines(ParsedPage parsed, PageScan scan, JsonLd jsonLd) {
    Set<String> candidates = new LinkedHashSet<>();
    candidates.add(jsonLd.isArticle() ? jsonLd.value("headline") : "");
    for (Element heading : scan.headings()) {
      candidates.add(heading.text());
    }
    candidates.add(scan.meta("og:title", "twitter:title"));
    candidates.add(parsed.document().title());
    candidates.removeIf(String::isBlank);
    return new ArrayList<>(candidates);
  }

  private static @Nullable String language(ParsedPage parsed) {
    Element html = parsed.document().selectFirst("html");
    String tag = html == null ? "" : html.attr("lang").strip();
    return tag.isEmpty() ? null : Locale.forLanguageTag(tag).getLanguage();
  }

  private static Url canonical(Url url, PageScan scan) {
    return link(url, scan, "canonical")
        .or(() -> Optional.of(scan.meta("og:url")).filter(s -> !s.isEmpty()).flatMap(url::resolve))
        .filter(found -> found.path().length() > 1 || url.path().length() <= 1)
        .orElse(url);
  }

  private static Optional<Url> link(Url url, PageScan scan, String rel) {
    for (Element link : scan.links()) {
      if (link.attr("rel").equalsIgnoreCase(rel) && link.hasAttr("href")) {
        return url.resolve(link.attr("href"));
      }
    }
    return Optional.empty();
  }

  private static String first(String one, String other) {
    return one.isEmpty() ? other : one;
  }

  private static @Nullable String orNull(String text) {
    return text.isBlank() ? null : text;
  }
}
