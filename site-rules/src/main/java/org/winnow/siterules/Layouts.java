// SPDX-License-Identifier: Apache-2.0
package org.winnow.siterules;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.winnow.corpus.Url;

/**
 * The designs of a site's pages beside the one that its rule describes.
 *
 * @param sections parts of the site, by address
 * @param history earlier designs, the earliest first
 */
public record Layouts(List<LayoutRule> sections, List<LayoutRule> history) {

  /** No other design. */
  public static final Layouts NONE = new Layouts(List.of(), List.of());

  /** The section whose address is the longest beginning of this one, or empty. */
  public Optional<LayoutRule> sectionOf(Url url) {
    String path = path(url);
    LayoutRule best = null;
    int longest = -1;
    for (LayoutRule section : sections) {
      for (String prefix : section.urls()) {
        if (prefix.length() > longest && path.startsWith(prefix)) {
          longest = prefix.length();
          best = section;
        }
      }
    }
    return Optional.ofNullable(best);
  }

  /** The design of pages that were fetched at that time, or empty if it is the rule's own. */
  public Optional<LayoutRule> at(Instant fetched) {
    LocalDate day = LocalDate.ofInstant(fetched, ZoneOffset.UTC);
    return history.stream()
        .filter(layout -> layout.until() != null && !day.isAfter(layout.until()))
        .findFirst();
  }

  /**
   * The layout of a page, or empty if it is the rule's own. A dated layout comes before a section:
   * sections describe the site as it is now. Sections without articles have none at any time.
   */
  public Optional<LayoutRule> of(Url url, Instant fetched) {
    Optional<LayoutRule> section = sectionOf(url);
    return section.filter(LayoutRule::skip).or(() -> at(fetched)).or(() -> section);
  }

  private static String path(Url url) {
    return url.path() + url.query().map(query -> "?" + query).orElse("");
  }
}
