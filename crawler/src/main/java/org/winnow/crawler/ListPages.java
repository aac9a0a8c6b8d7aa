// SPDX-License-Identifier: Apache-2.0
package org.winnow.crawler;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.winnow.corpus.Url;
import org.winnow.crawler.FetchRequest.Kind;
import org.winnow.siterules.DiscoverRule.Pagination;

/**
 * How a site's lists of articles go on, from page to page and as far as its rule lets them. A list
 * by template ends where a page has no link that the one before it had not. Safe for use by several
 * threads.
 */
final class ListPages {
  private static final String NUMBER = "{page}";

  private final Url site;
  private final Pagination rule;
  private final @Nullable Pattern template;
  private final Map<Url, Integer> numbers = new ConcurrentHashMap<>();
  private final Map<Integer, Set<Url>> linked = new ConcurrentHashMap<>();

  ListPages(Url site, Pagination rule) {
    this.site = site;
    this.rule = rule;
    this.template = rule.template() == null ? null : pattern(rule.template());
  }

  /** The first page of the list that a template describes. */
  Optional<Url> first() {
    return numbered(1);
  }

  /** The links of a page without those to list pages that are not to be read. */
  List<Link> without(List<Link> links, Url page, List<Url> next) {
    boolean isLast = isLast(number(page).orElse(1));
    Set<Url> beyond = new HashSet<>();
    for (Url url : next) {
      if (isLast) {
        beyond.add(url);
      }
    }
    return links.stream()
        .filter(link -> !beyond.contains(link.url()))
        .filter(link -> templated(link.url()).orElse(1) <= most())
        .toList();
  }

  /**
   * The pages that a list goes on with.
   *
   * @param page a page that was read
   * @param next the links on it that its rule's pagination.next chose
   * @param links all links on it
   */
  List<Link> after(Url page, List<Url> next, List<Link> links) {
    List<Link> pages = new ArrayList<>();
    int number = number(page).orElse(1);
    if (isLast(number)) {
      return pages;
    }
    for (Url url : next) {
      numbers.putIfAbsent(url, number + 1);
      pages.add(list(url));
    }
    if (templated(page).isPresent() && hasNews(number, links)) {
      numbered(number + 1).map(ListPages::list).ifPresent(pages::add);
    }
    return pages;
  }

  private boolean hasNews(int number, List<Link> links) {
    Set<Url> here =
        links.stream()
            .map(Link::url)
            .filter(url -> templated(url).isEmpty())
            .collect(Collectors.toSet());
    linked.put(number, here);
    Set<Url> before = linked.getOrDefault(number - 1, Set.of());
    linked.remove(number - 2);
    return !before.containsAll(here);
  }

  private static Link list(Url url) {
    return new Link(url, Kind.PAGE, Link.SITEMAP, null);
  }

  private boolean isLast(int number) {
    return number >= most();
  }

  private int most() {
    return rule.max() == null ? Integer.MAX_VALUE : rule.max();
  }

  private OptionalInt number(Url page) {
    OptionalInt templated = templated(page);
    Integer known = numbers.get(page);
    return templated.isPresent() || known == null ? templated : OptionalInt.of(known);
  }

  private OptionalInt templated(Url page) {
    Matcher matcher = template == null ? null : template.matcher(page.toString());
    return matcher != null && matcher.matches()
        ? OptionalInt.of(Integer.parseInt(matcher.group(1)))
        : OptionalInt.empty();
  }

  private Optional<Url> numbered(int number) {
    String text = rule.template();
    return text == null
        ? Optional.empty()
        : site.resolve(text.replace(NUMBER, Integer.toString(number)));
  }

  /** What the template's addresses look like, normalised. */
  private @Nullable Pattern pattern(String text) {
    String mark = "8128";
    Optional<Url> example = site.resolve(text.replace(NUMBER, mark));
    if (example.isEmpty()) {
      return null;
    }
    String quoted = Pattern.quote(example.get().toString());
    int at = quoted.lastIndexOf(mark);
    return at < 0
        ? null
        : Pattern.compile(
            quoted.substring(0, at) + "\\E(\\d{1,6})\\Q" + quoted.substring(at + mark.length()));
  }
}
