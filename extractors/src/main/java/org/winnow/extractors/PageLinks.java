// SPDX-License-Identifier: Apache-2.0
package org.winnow.extractors;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jsoup.nodes.Element;
import org.winnow.corpus.Url;

/** The addresses that a page gives for itself: its name, its AMP twin, its next page. */
final class PageLinks {
  /** The number of an article's page; a greater one is the number of another article. */
  private static final int MAX_PAGE = 99;

  private final Url url;
  private final PageScan scan;

  PageLinks(Url url, PageScan scan) {
    this.url = url;
    this.scan = scan;
  }

  /** The address that names the article: the page's own if it names no other. */
  Url canonical() {
    return rel("canonical", "link")
        .filter(this::isNameOfThisPage)
        .or(() -> address(scan.meta("og:url")).filter(this::isNameOfThisPage))
        .orElse(url);
  }

  /** The address of the AMP twin. */
  Optional<Url> amp() {
    return rel("amphtml", "link");
  }

  /**
   * The address of the article's next page. Quirk: blogs use rel=next for the next article too, so
   * the address must be this one with another page number.
   */
  Optional<Url> nextPage() {
    for (String tag : List.of("link", "a")) {
      Optional<Url> next = rel("next", tag).filter(this::continuesThisPage);
      if (next.isPresent()) {
        return next;
      }
    }
    return Optional.empty();
  }

  /** Quirk: some sites give their home page as the name of every page. */
  private boolean isNameOfThisPage(Url name) {
    boolean home = name.path().equals("/") && name.query().isEmpty();
    return !home || (url.path().equals("/") && url.query().isEmpty());
  }

  private Optional<Url> rel(String rel, String tag) {
    for (Element link : scan.links()) {
      if (link.normalName().equals(tag) && hasRel(link, rel)) {
        Optional<Url> target = address(link.attr("href"));
        if (target.isPresent()) {
          return target;
        }
      }
    }
    return Optional.empty();
  }

  private static boolean hasRel(Element link, String rel) {
    return (" " + link.attr("rel").toLowerCase(Locale.ROOT) + " ").contains(" " + rel + " ");
  }

  private Optional<Url> address(String reference) {
    return reference.isBlank() ? Optional.empty() : url.resolve(reference.strip());
  }

  private boolean continuesThisPage(Url next) {
    if (!next.host().equals(url.host()) || next.equals(url)) {
      return false;
    }
    String here = url.toString();
    String there = next.toString();
    int same = 0;
    while (same < Math.min(here.length(), there.length())
        && here.charAt(same) == there.charAt(same)) {
      same++;
    }
    // Behind the whole of this address, as in /article/123/2, its last digits are no page number.
    boolean isBelow = same == here.length() && !isDigit(there.charAt(same));
    while (!isBelow && same > 0 && isDigit(there.charAt(same - 1))) {
      same--;
    }
    int page = pageNumber(there.substring(same));
    int own = pageNumber(here.substring(same));
    return page == (own < 0 ? 2 : own + 1) || (own < 0 && page == 1);
  }

  /**
   * The only number in the end of an address: {@code 2/}, {@code ?page=2}, {@code _2.html}; -1 if
   * the end says more than a page number.
   */
  private static int pageNumber(String end) {
    int number = -1;
    int letters = 0;
    for (int i = 0; i < end.length(); i++) {
      char c = end.charAt(i);
      if (isDigit(c)) {
        if (number >= 0 && !isDigit(end.charAt(i - 1))) {
          return -1;
        }
        number = Math.max(number, 0) * 10 + (c - '0');
        if (number > MAX_PAGE) {
          return -1;
        }
      } else if (Character.isLetter(c)) {
        letters++;
      }
    }
    return letters <= 10 ? number : -1;
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }
}
