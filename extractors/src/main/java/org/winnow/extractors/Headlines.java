// SPDX-License-Identifier: Apache-2.0
package org.winnow.extractors;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;
import org.jspecify.annotations.Nullable;
import org.winnow.corpus.Url;

/**
 * Chooses a page's headline: the heading that the page's titles agree on, in the heading's
 * spelling; else the titles, without the site's name.
 */
final class Headlines {
  /** What may part a headline from the site's name. */
  static final List<String> SEPARATORS =
      List.of(
          " | ", " - ", " – ", " — ", " · ", " • ", " :: ", " » ", " « ", " / ", "_", "|", " -- ");

  /** A heading longer than this is text in the wrong element. */
  private static final int MAX_CHARS = 400;

  private final Url url;
  private final String siteName;
  private final List<String> titles = new ArrayList<>();
  private final List<Heading> headings;

  /** The titles as they are compared, with and without the site's name. */
  private final Set<String> wholes = new LinkedHashSet<>();

  /** What stands at the ends of the titles, beside a separator. */
  private final Set<String> parts = new LinkedHashSet<>();

  private final SiteTitles learnt;
  private final @Nullable Heading agreed;

  /**
   * A heading of the page.
   *
   * @param key the text as it is compared
   */
  private record Heading(Element element, String text, String key) {}

  /**
   * @param siteName the site's name, or an empty string
   * @param titles what the page gives as its title in scripts and meta elements, best first; may be
   *     empty strings
   * @param headings the page's h1 elements
   * @param subheadings its h2 elements: looked at where the titles agree on no h1
   * @param learnt what the titles of the site's pages have in common
   */
  Headlines(
      Url url,
      String siteName,
      List<String> titles,
      List<Element> headings,
      List<Element> subheadings,
      SiteTitles learnt) {
    this.url = url;
    this.learnt = learnt;
    this.siteName = key(siteName);
    for (String title : titles) {
      // Quirk: titles are often escaped twice.
      String text = Parser.unescapeEntities(title, false).strip();
      if (!text.isEmpty() && !isSite(key(text))) {
        this.titles.add(text);
        addParts(text);
      }
    }
    this.headings = headings(headings);
    Heading agreedHeading = agreed(this.headings);
    this.agreed = agreedHeading == null ? agreed(headings(subheadings)) : agreedHeading;
  }

  /** Every text that may be the headline, the best first; empty if there is none. */
  List<String> candidates() {
    Set<String> candidates = new LinkedHashSet<>();
    if (agreed != null) {
      candidates.add(agreed.text());
    }
    if (headings.size() == 1 && (titles.isEmpty() || resemblesTitle(headings.get(0)))) {
      candidates.add(headings.get(0).text());
    }
    for (String title : titles) {
      candidates.add(withoutSite(title));
    }
    headings.forEach(heading -> candidates.add(heading.text()));
    return new ArrayList<>(candidates);
  }

  /** The element of the heading that the page's titles agree on, or its only h1, or null. */
  @Nullable Element element() {
    if (agreed != null) {
      return agreed.element();
    }
    return headings.size() == 1 ? headings.get(0).element() : null;
  }

  /** The headings that do not name the site. */
  private List<Heading> headings(List<Element> elements) {
    List<Heading> found = new ArrayList<>();
    for (Element element : elements) {
      String text = element.text().strip();
      String key = key(text);
      if (!key.isEmpty() && text.length() <= MAX_CHARS && !isSite(key) && !isHomeLink(element)) {
        found.add(new Heading(element, text, key));
      }
    }
    return found;
  }

  /** The first heading that is a whole title, else the first that is a whole part of one. */
  private @Nullable Heading agreed(List<Heading> among) {
    Heading best = null;
    int bestRank = 0;
    for (Heading heading : among) {
      int rank = rank(heading);
      if (rank > bestRank) {
        best = heading;
        bestRank = rank;
      }
    }
    return best;
  }

  private int rank(Heading heading) {
    if (wholes.contains(heading.key())) {
      return 2;
    }
    return parts.contains(heading.key()) || isInside(heading.key()) ? 1 : 0;
  }

  private boolean isInside(String key) {
    return key.length() >= 20 && wholes.stream().anyMatch(whole -> whole.contains(key));
  }

  private void addParts(String title) {
    wholes.add(key(title));
    wholes.add(key(withoutSite(title)));
    for (String separator : SEPARATORS) {
      int first = title.indexOf(separator);
      if (first > 0) {
        int last = title.lastIndexOf(separator);
        parts.add(key(title.substring(0, first)));
        parts.add(key(title.substring(0, last)));
        parts.add(key(title.substring(last + separator.length())));
      }
    }
  }

  private boolean resemblesTitle(Heading heading) {
    Set<String> words = words(heading.key());
    for (String title : titles) {
      Set<String> shared = words(key(title));
      int size = Math.min(words.size(), shared.size());
      shared.retainAll(words);
      if (shared.size() * 2 >= size) {
        return true;
      }
    }
    return false;
  }

  private static Set<String> words(String key) {
    return new LinkedHashSet<>(List.of(key.split(" ", -1)));
  }

  /** The title without the site's name at its end or beginning. */
  private String withoutSite(String title) {
    for (String separator : SEPARATORS) {
      int last = title.lastIndexOf(separator);
      if (last > 0 && isSite(key(title.substring(last + separator.length())))) {
        return withoutSite(title.substring(0, last).strip());
      }
      int first = title.indexOf(separator);
      if (first > 0 && isSite(key(title.substring(0, first)))) {
        return title.substring(first + separator.length()).strip();
      }
    }
    return title;
  }

  private boolean isSite(String key) {
    if (key.isEmpty()) {
      return true;
    }
    if (!siteName.isEmpty() && (key.equals(siteName) || isWholePart(siteName, key))) {
      return true;
    }
    if (learnt.isSite(url.host(), key)) {
      return true;
    }
    String host = url.host().startsWith("www.") ? url.host().substring(4) : url.host();
    String glued = key.replace(" ", "");
    int dot = host.indexOf('.');
    return glued.equals(host.replace(".", "").replace("-", ""))
        || (dot > 0 && glued.equals(host.substring(0, dot).replace("-", "")));
  }

  private static boolean isWholePart(String whole, String part) {
    return part.length() >= 3 && (" " + whole + " ").contains(" " + part + " ");
  }

  private boolean isHomeLink(Element heading) {
    Element link =
        heading.parent() != null && heading.parent().normalName().equals("a")
            ? heading.parent()
            : heading.childrenSize() == 1 ? heading.child(0) : null;
    if (link == null || !link.normalName().equals("a") || !link.hasAttr("href")) {
      return false;
    }
    Url target = url.resolve(link.attr("href")).orElse(url);
    return target.path().equals("/") && target.query().isEmpty() && !target.equals(url);
  }

  /** Text as it is compared: letters and digits in lower case, single spaces. */
  static String key(String text) {
    StringBuilder key = new StringBuilder(text.length());
    String lower = text.toLowerCase(Locale.ROOT);
    for (int i = 0; i < lower.length(); i++) {
      char c = lower.charAt(i);
      if (Character.isLetterOrDigit(c) || Character.isSurrogate(c)) {
        key.append(c);
      } else if (c != '\''
          && c != '’'
          && c != '‘'
          && c != 'ـ'
          && Character.getType(c) != Character.NON_SPACING_MARK
          && !key.isEmpty()
          && key.charAt(key.length() - 1) != ' ') {
        key.append(' ');
      }
    }
    return key.toString().strip();
  }
}
