// SPDX-License-Identifier: Apache-2.0
package org.winnow.extractors;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jsoup.nodes.Element;

/** Finds what a page's article is about, where on the site it stands, and whether it is free. */
final class Topics {
  /** More are a list for search engines. */
  private static final int MOST_TAGS = 30;

  /** A tag that is longer is a sentence. */
  private static final int MOST_CHARS = 60;

  private Topics() {}

  /** The part of the site, or an empty string. */
  static String section(PageScan scan, JsonLd jsonLd) {
    for (String section :
        List.of(
            jsonLd.value("articleSection"),
            scan.meta(
                "article:section",
                "og:section",
                "og:article:section",
                "parsely-section",
                "sailthru.section",
                "cxenseparse:section",
                "section",
                "dc.subject.section"))) {
      if (!section.isBlank() && section.length() <= MOST_CHARS) {
        return section.strip();
      }
    }
    return "";
  }

  /** The tags of the first source that has any. */
  static List<String> tags(PageScan scan, JsonLd jsonLd) {
    List<List<String>> sources =
        List.of(
            jsonLd.values("keywords"),
            scan.metas("article:tag"),
            scan.metas("og:article:tag"),
            scan.metas("parsely-tags"),
            scan.metas("news_keywords"),
            scan.metas("sailthru.tags"),
            scan.metas("dc.subject"),
            scan.metas("keywords"),
            linked(scan));
    for (List<String> source : sources) {
      List<String> tags = tags(source);
      if (!tags.isEmpty()) {
        return tags;
      }
    }
    return List.of();
  }

  /** Whether the page says that it is not free to read. */
  static boolean isPaywalled(PageScan scan, JsonLd jsonLd) {
    if (isNo(jsonLd.value("isAccessibleForFree"))) {
      return true;
    }
    String tier = scan.meta("article:content_tier", "og:article:content_tier");
    return tier.equals("locked") || tier.equals("metered");
  }

  /** Quirk: the value is a boolean in the standard and a string, in any case, on most pages. */
  private static boolean isNo(String value) {
    String plain = value.toLowerCase(Locale.ROOT);
    return plain.endsWith("false") || plain.equals("no") || plain.equals("0");
  }

  private static List<String> linked(PageScan scan) {
    List<String> tags = new ArrayList<>();
    for (Element link : scan.links()) {
      if ((" " + link.attr("rel") + " ").contains(" tag ") && !link.normalName().equals("link")) {
        tags.add(link.text());
      }
    }
    return tags;
  }

  private static List<String> tags(List<String> source) {
    Map<String, String> tags = new LinkedHashMap<>();
    for (String text : source) {
      // Quirk: some put all tags into one string, with the comma of the page's script.
      for (String part : text.split("[,;،؛、，]", -1)) {
        String tag = part.strip();
        String key = Headlines.key(tag);
        if (!key.isEmpty() && tag.length() <= MOST_CHARS && tags.size() < MOST_TAGS) {
          tags.putIfAbsent(key, tag);
        }
      }
    }
    return List.copyOf(tags.values());
  }
}
