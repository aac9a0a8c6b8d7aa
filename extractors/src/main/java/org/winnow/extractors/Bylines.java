// SPDX-License-Identifier: Apache-2.0
package org.winnow.extractors;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;

/** Finds who wrote a page's article. */
final class Bylines {
  /** A name longer than this is a sentence. */
  private static final int MAX_CHARS = 80;

  private static final List<String> PREFIXES =
      List.of(
          "by ",
          "by: ",
          "von ",
          "par ",
          "por ",
          "di ",
          "door ",
          "af ",
          "av ",
          "yazan: ",
          "yazar: ",
          "written by ",
          "posted by ",
          "author: ",
          "text: ",
          "بقلم: ",
          "بقلم : ",
          "بقلم ",
          "كتب: ",
          "كتب : ",
          "كتبت: ",
          "كتبه: ",
          "الكاتب: ",
          "تحرير: ",
          "إعداد: ",
          "نویسنده: ",
          "автор: ",
          "autor: ",
          "auteur: ",
          "作者：",
          "作者:",
          "文/",
          "文／",
          "记者 ",
          "記者 ");

  /** What stands in an author's element and is no name. */
  private static final Set<String> LABELS =
      Set.of(
          "author",
          "authors",
          "by",
          "about the author",
          "about author",
          "about",
          "written by",
          "more posts",
          "view all posts",
          "follow",
          "share",
          "posted by",
          "editor",
          "read more",
          "الكاتب",
          "عن الكاتب",
          "بقلم",
          "autor",
          "auteur");

  private Bylines() {}

  /**
   * The names, joined by a comma; empty if there is none. Names of persons go before the name of
   * the site, which stands only where the page gives no other.
   *
   * @param siteName the site's name, or an empty string
   */
  static String of(Document document, PageScan scan, JsonLd jsonLd, String siteName) {
    String site = Headlines.key(siteName);
    List<List<String>> sources =
        List.of(
            jsonLd.values("author"),
            jsonLd.values("creator"),
            metas(scan),
            properties(scan),
            links(scan));
    String organisation = "";
    for (List<String> source : sources) {
      Map<String, String> persons = new LinkedHashMap<>();
      for (String entry : source) {
        String name = name(entry);
        String key = Headlines.key(name);
        if (key.isEmpty()) {
          continue;
        }
        if (key.equals(site) || key.replace(" ", "").equals(site.replace(" ", ""))) {
          organisation = organisation.isEmpty() ? name : organisation;
        } else {
          persons.putIfAbsent(key, name);
        }
      }
      if (!persons.isEmpty()) {
        return String.join(", ", persons.values());
      }
    }
    String marked = marked(document);
    return marked.isEmpty() ? organisation : marked;
  }

  /** The first short text of an element whose class or id says that it is the author's. */
  private static String marked(Document document) {
    for (Node node = document.body(); node != null; node = NodeOrder.next(node)) {
      if (!(node instanceof Element element) || !isByline(element)) {
        continue;
      }
      Element link = element.selectFirst("a");
      String text = link == null || link.text().isBlank() ? element.text() : link.text();
      String name = name(beforeDate(text));
      if (isPerson(name)) {
        return name;
      }
    }
    return "";
  }

  private static boolean isByline(Element element) {
    if (element.attributesSize() == 0) {
      return false;
    }
    return isByline(element.attributes().get("class")) || isByline(element.attributes().get("id"));
  }

  private static boolean isByline(String names) {
    if (!names.contains("uthor") && !names.contains("yline")) {
      return false;
    }
    String cue = names.toLowerCase(Locale.ROOT);
    return (cue.contains("author") || cue.contains("byline"))
        && !cue.contains("comment")
        && !cue.contains("image")
        && !cue.contains("avatar");
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

  /** Whether a text is as long as a name and has no digits, which dates and counts have. */
  private static boolean isPerson(String name) {
    String key = Headlines.key(name);
    return key.length() >= 3
        && name.length() <= 50
        && key.split(" ", -1).length <= 5
        && key.chars().noneMatch(Character::isDigit)
        && !LABELS.contains(key);
  }

  /** The name in a text that may have "By" before it; empty if it is no name. */
  private static String name(String text) {
    String name = text.replace('\u00A0', ' ').strip();
    String lower = name.toLowerCase(Locale.ROOT);
    for (String prefix : PREFIXES) {
      if (lower.startsWith(prefix)) {
        name = name.substring(prefix.length()).strip();
        break;
      }
    }
    boolean address = name.contains("://") || name.startsWith("www.") || name.contains("@");
    return address || name.length() > MAX_CHARS ? "" : name;
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
      List<String> names = scan.metas(meta).stream().filter(text -> !name(text).isEmpty()).toList();
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
        Element name = element.selectFirst("[itemprop=name]");
        Element named = name == null ? element : name;
        names.add(named.hasAttr("content") ? named.attr("content") : named.text());
      }
    }
    return names;
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
