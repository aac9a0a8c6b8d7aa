// SPDX-License-Identifier: Apache-2.0
package org.winnow.siterules;

import com.google.re2j.Pattern;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.winnow.corpus.Url;

/**
 * Where a crawl finds a site's articles.
 *
 * @param feeds feeds
 * @param sitemaps sitemaps
 * @param seeds pages to begin with, besides the site's address
 * @param allow what the path and query of an article contain, one of these; empty for anything
 * @param deny what the path and query of pages contain that are not fetched
 * @param follow where links are followed; empty for the whole page
 * @param pagination how lists go on
 * @param depth how many links to follow away from the site's address, or null for no limit
 * @param limit how many pages to fetch in one run, or null for no limit
 * @param dropQuery parameters that do not choose the page; {@code *} for all
 * @param newerThan how old what feeds and sitemaps date may be, or null for any age
 */
public record DiscoverRule(
    List<Url> feeds,
    List<Url> sitemaps,
    List<Url> seeds,
    List<Pattern> allow,
    List<Pattern> deny,
    List<ElementSelector> follow,
    Pagination pagination,
    @Nullable Integer depth,
    @Nullable Integer limit,
    List<String> dropQuery,
    @Nullable Duration newerThan) {

  /**
   * How lists of articles go on.
   *
   * @param next alternatives for the link to a list's next page
   * @param template the address of a list's page, with {@code {page}} for its number, or null
   * @param max how many pages of a list to read, or null for all
   */
  public record Pagination(
      List<ValueSelector> next, @Nullable String template, @Nullable Integer max) {

    public static final Pagination NONE = new Pagination(List.of(), null, null);
  }

  /** Nothing is said. */
  public static final DiscoverRule NONE =
      new DiscoverRule(
          List.of(),
          List.of(),
          List.of(),
          List.of(),
          List.of(),
          List.of(),
          Pagination.NONE,
          null,
          null,
          List.of(),
          null);

  /** Whether the page at that address may be an article. */
  public boolean isArticle(Url url) {
    return !isDenied(url) && (allow.isEmpty() || contains(allow, url));
  }

  /** Whether the page at that address is not fetched. */
  public boolean isDenied(Url url) {
    return contains(deny, url);
  }

  private static boolean contains(List<Pattern> patterns, Url url) {
    if (patterns.isEmpty()) {
      return false;
    }
    String address = url.path() + url.query().map(query -> "?" + query).orElse("");
    return patterns.stream().anyMatch(pattern -> pattern.matcher(address).find());
  }
}
