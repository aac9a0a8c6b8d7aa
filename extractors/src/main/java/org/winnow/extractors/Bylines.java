// SPDX-License-Identifier: Apache-2.0
package org.winnow.extractors;

import java.util.ArrayList;
import java.util.List;
import org.jsoup.nodes.Element;
import org.jsoup.select.Evaluator;
import org.jsoup.select.QueryParser;

/** Finds who wrote a page's article. */
final class Bylines {
  /** A longer line is about the author. */
  private static final int MAX_LINE = 80;

  private static final Evaluator REPLIES =
      QueryParser.parse(
          "[itemprop=comment], [itemprop=suggestedAnswer], [itemprop=acceptedAnswer],"
              + " [itemprop=review]");

  /** More are those of posts or comments under the text. */
  private static final int MAX_MARKED = 4;

  private Bylines() {}

  /**
   * The names; empty if there is none. Names of persons go before the name of the site, which
   * stands only where the page gives no other.
   *
   * @param siteName the site's name, or an empty string
   */
  static List<String> of(PageScan scan, JsonLd jsonLd, String siteName) {
    String site = Headlines.key(siteName).replace(" ", "");
    List<List<String>> sources =
        List.of(
            jsonLd.values("author"),
            jsonLd.values("creator"),
            metas(scan),
            properties(scan),
            links(scan));
    List<String> organisation = List.of();
    for (List<String> source : sources) {
      List<String> persons = new ArrayList<>(AuthorNames.of(source));
      boolean isOfSite = persons.removeIf(name -> isSite(name, site));
      if (!persons.isEmpty()) {
        return List.copyOf(persons);
      }
      if (isOfSite && organisation.isEmpty()) {
        organisation = AuthorNames.of(source);
      }
    }
    List<String> marked = marked(scan);
    return marked.isEmpty() ? organisation : marked;
  }

  private static boolean isSite(String name, String site) {
    return Headlines.key(name).replace(" ", "").equals(site);
  }

  /** The first short text of an element whose class or id says that it is the author's. */
  private static List<String> marked(PageScan scan) {
    for (Element element : scan.bylines()) {
      Element link = element.selectFirst("a");
      String text = link == null || link.text().isBlank() ? element.text() : link.text();
      String line = beforeDate(text);
      List<String> names =
          line.length() > MAX_LINE
              ? List.of()
              : AuthorNames.of(List.of(line)).stream().filter(AuthorNames::isPerson).toList();
      if (!names.isEmpty()) {
        return names;
      }
    }
    return List.of();
  }

  private static String beforeDate(String text) {
    int end = 0;
    while (end < text.length() && "|•·,–—/(".indexOf(text.charAt(end)) < 0) {
      if (text.startsWith(" - ", end)) {
        break;
      }
      end++;
    }
    return text.substring(0, end).strip();
  }

  private static List<String> metas(PageScan scan) {
    for (String meta :
        List.of(
            "author",
            "article:author",
            "article:author_name",
            "og:article:author",
            "byl",
            "parsely-author",
            "sailthru.author",
            "dc.creator",
            "dcterms.creator",
            "dc.contributor",
            "citation_author",
            "cxenseparse:author",
            "twitter:data1")) {
      if (meta.equals("twitter:data1")
          && !Headlines.key(scan.meta("twitter:label1")).equals("written by")) {
        continue;
      }
      List<String> names =
          scan.metas(meta).stream()
              .filter(text -> !AuthorNames.of(List.of(text)).isEmpty())
              .toList();
      if (!names.isEmpty()) {
        return names;
      }
    }
    return List.of();
  }

  private static List<String> properties(PageScan scan) {
    List<String> names = new ArrayList<>();
    for (Element element : scan.properties()) {
      if (element.attr("itemprop").equals("author") || element.attr("itemprop").equals("creator")) {
        if (element.closest(REPLIES) != null) {
          continue;
        }
        Element name = element.selectFirst("[itemprop=name]");
        Element named = name == null ? element : name;
        names.add(named.hasAttr("content") ? named.attr("content") : named.text());
      }
    }
    return names.size() > MAX_MARKED ? names.subList(0, 1) : names;
  }

  private static List<String> links(PageScan scan) {
    List<String> names = new ArrayList<>();
    for (Element link : scan.links()) {
      if (link.normalName().equals("a")
          && (" " + link.attr("rel") + " ").contains(" author ")
          && !link.text().isBlank()) {
        names.add(link.text());
      }
    }
    return names;
  }
}
