// SPDX-License-Identifier: Apache-2.0
package org.winnow.extractors;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jspecify.annotations.Nullable;
import org.winnow.corpus.FetchedPage;
import org.winnow.corpus.Published;
import org.winnow.extractors.dates.PublishedDates;

/** Finds when a page was published: the first place that has a date that can be read wins. */
final class PublishedSources {
  private static final List<String> METAS =
      List.of(
          "article:published_time",
          "og:published_time",
          "og:article:published_time",
          "article:published",
          "datepublished",
          "dc.date.issued",
          "dcterms.issued",
          "dcterms.created",
          "dc.date.created",
          "dcterms.date",
          "dc.date",
          "dc:date",
          "date",
          "pubdate",
          "publishdate",
          "publish-date",
          "publish_date",
          "published",
          "publication_date",
          "parsely-pub-date",
          "sailthru.date",
          "citation_publication_date",
          "citation_date",
          "cxenseparse:recs:publishtime",
          "article_date_original",
          "originalpublicationdate",
          "og:pubdate",
          "datecreated",
          "created",
          "release_date");

  /** How far from the headline a date may stand, in characters of text and in nodes. */
  private static final int NEAR_CHARS = 1_200;

  private static final int NEAR_NODES = 400;

  /** A text longer than this is a paragraph, and its date may be any. */
  private static final int LINE_CHARS = 160;

  private final FetchedPage page;
  private final PageScan scan;
  private final String language;

  PublishedSources(FetchedPage page, PageScan scan, String language) {
    this.page = page;
    this.scan = scan;
    this.language = language;
  }

  /**
   * When the page was published.
   *
   * @param headline the headline's element, or null
   */
  Optional<Published> published(JsonLd jsonLd, @Nullable Element headline) {
    return first(jsonLd.values("datePublished"))
        .or(() -> first(jsonLd.values("dateCreated")))
        .or(() -> first(jsonLd.values("uploadDate")))
        .or(() -> firstMeta(METAS))
        .or(this::property)
        .or(() -> time(headline))
        .or(() -> PublishedDates.inPath(page.url(), page.fetched()))
        .or(() -> headline == null ? Optional.empty() : near(headline));
  }

  /** When the page was last changed. */
  Optional<Published> modified(JsonLd jsonLd) {
    return first(jsonLd.values("dateModified"))
        .or(
            () ->
                firstMeta(
                    List.of(
                        "article:modified_time",
                        "og:updated_time",
                        "dcterms.modified",
                        "datemodified",
                        "last-modified",
                        "lastmod")));
  }

  private Optional<Published> parse(String text) {
    Instant fetched = page.fetched();
    return PublishedDates.parse(text, fetched, language);
  }

  private Optional<Published> first(List<String> texts) {
    for (String text : texts) {
      Optional<Published> date = parse(text);
      if (date.isPresent()) {
        return date;
      }
    }
    return Optional.empty();
  }

  private Optional<Published> firstMeta(List<String> names) {
    for (String name : names) {
      Optional<Published> date = first(scan.metas(name));
      if (date.isPresent()) {
        return date;
      }
    }
    return Optional.empty();
  }

  private Optional<Published> property() {
    for (Element element : scan.properties()) {
      String property = element.attr("itemprop");
      if (property.contains("datePublished") || property.contains("dateCreated")) {
        Optional<Published> date = stated(element);
        if (date.isPresent()) {
          return date;
        }
      }
    }
    return Optional.empty();
  }

  private Optional<Published> stated(Element element) {
    for (String attribute : List.of("datetime", "content", "title")) {
      if (element.hasAttr(attribute)) {
        Optional<Published> date = parse(element.attr(attribute));
        if (date.isPresent()) {
          return date;
        }
      }
    }
    String text = element.text();
    return text.length() <= LINE_CHARS ? parse(text) : Optional.empty();
  }

  /**
   * Of the time elements, the first that stands with the headline; where there is none, the only.
   */
  private Optional<Published> time(@Nullable Element headline) {
    Optional<Published> any = Optional.empty();
    Published other = null;
    for (Element time : scan.times()) {
      String cue = (time.className() + time.attr("itemprop")).toLowerCase(Locale.ROOT);
      if ((cue.contains("updated") && !cue.contains("published")) || cue.contains("modified")) {
        continue;
      }
      Optional<Published> date = stated(time);
      if (date.isEmpty()) {
        continue;
      }
      if (time.hasAttr("pubdate") || cue.contains("published")) {
        return date;
      }
      if (headline != null && standsWith(time, headline)) {
        return date;
      }
      if (any.isEmpty()) {
        any = date;
      } else if (!any.get().date().equals(date.get().date())) {
        other = date.get();
      }
    }
    return other == null ? any : Optional.empty();
  }

  /** Whether both are in one article, main or header element, or within a few levels. */
  private static boolean standsWith(Element time, Element headline) {
    Element around = headline;
    for (int level = 0; around != null && level < 4; level++) {
      if (around.normalName().equals("body")) {
        return false;
      }
      for (Element up = time; up != null; up = up.parent()) {
        if (around.equals(up)) {
          return true;
        }
      }
      around = around.parent();
    }
    return false;
  }

  /** The first line with a date behind the headline, then among what stands beside it. */
  private Optional<Published> near(Element headline) {
    int chars = 0;
    Node node = NodeOrder.after(headline);
    for (int count = 0; node != null && count < NEAR_NODES && chars < NEAR_CHARS; count++) {
      if (node instanceof TextNode text && !text.isBlank()) {
        Optional<Published> date = line(text);
        if (date.isPresent()) {
          return date;
        }
        chars += text.getWholeText().length();
      }
      node = NodeOrder.next(node);
    }
    return before(headline);
  }

  private Optional<Published> before(Element headline) {
    Element from = headline;
    for (int level = 0; level < 2 && from != null && !from.normalName().equals("body"); level++) {
      Element beside = from.previousElementSibling();
      for (int count = 0; beside != null && count < 4; count++) {
        String text = beside.text();
        if (text.length() <= LINE_CHARS) {
          Optional<Published> date = parse(text);
          if (date.isPresent()) {
            return date;
          }
        }
        beside = beside.previousElementSibling();
      }
      from = from.parent();
    }
    return Optional.empty();
  }

  private Optional<Published> line(TextNode node) {
    if (!hasDigit(node.getWholeText())) {
      return Optional.empty();
    }
    Element parent = node.parent();
    String own = node.text();
    if (own.length() > LINE_CHARS) {
      return Optional.empty();
    }
    Optional<Published> date = parse(own);
    if (date.isPresent() || parent == null) {
      return date;
    }
    // Quirk: day and month often stand in spans of their own.
    Element around = parent.parent() == null ? parent : parent.parent();
    String whole = around.text();
    return whole.length() <= LINE_CHARS ? parse(whole) : Optional.empty();
  }

  private static boolean hasDigit(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (Character.isDigit(text.charAt(i))) {
        return true;
      }
    }
    return false;
  }
}
