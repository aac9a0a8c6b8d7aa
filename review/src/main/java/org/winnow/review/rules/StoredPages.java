// SPDX-License-Identifier: Apache-2.0
package org.winnow.review.rules;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.winnow.corpus.FetchedPage;
import org.winnow.corpus.Pages;
import org.winnow.corpus.StoredPage;
import org.winnow.corpus.Url;
import org.winnow.corpus.WarcPosition;
import org.winnow.extractors.Extraction;
import org.winnow.extractors.Extractor;
import org.winnow.extractors.learn.StudiedPage;
import org.winnow.siterules.RuleSet;
import org.winnow.siterules.SiteRule;

/** The pages of a site that lie in the archive. Safe for use by several threads. */
final class StoredPages {
  private static final int MOST = 50;

  /** Parsed pages take several times their bytes; so many are held for the next click. */
  private static final long MOST_BYTES = 6L << 20;

  private final RuleDesk desk;
  private @Nullable Studied studied;

  StoredPages(RuleDesk desk) {
    this.desk = desk;
  }

  /** What a page is known by, without its bytes. */
  public record Known(Url url, String name) {}

  /**
   * Pages of a site that selectors are tried on; one thread at a time.
   *
   * @param key of the rule and the pages
   */
  record Studied(String key, List<StudiedPage> pages) {}

  /** The site's last pages, the youngest first. */
  List<StoredPage> last(RuleSet rules, String rule) {
    Optional<SiteRule> site = rules.named(rule);
    if (site.isEmpty()) {
      return List.of();
    }
    return desk
        .catalog()
        .withHandle(handle -> Pages.lastOf(handle, site.get().hosts(), MOST))
        .stream()
        .filter(page -> page.contentType().isEmpty() || page.contentType().contains("html"))
        .filter(page -> isOf(rules, page.url(), rule))
        .toList();
  }

  private static boolean isOf(RuleSet rules, Url url, String rule) {
    return rules.ruleFor(url).filter(each -> each.name().equals(rule)).isPresent();
  }

  /** The last page of that address as it was fetched, if it belongs to that rule. */
  Optional<FetchedPage> find(RuleSet rules, String rule, String address) throws IOException {
    Optional<WarcPosition> position =
        Url.parse(address)
            .filter(url -> isOf(rules, url, rule))
            .flatMap(url -> desk.catalog().withHandle(handle -> Pages.latest(handle, url)))
            .map(StoredPage::position);
    return position.isEmpty() ? Optional.empty() : Optional.of(desk.archive().read(position.get()));
  }

  /** The site's last pages, to try selectors on; kept until another site's are asked for. */
  synchronized List<StudiedPage> studied(RuleSet rules, String rule) {
    List<StoredPage> last = last(rules, rule);
    String key = rules.named(rule).map(SiteRule::values) + " " + last;
    Studied known = studied;
    if (known != null && known.key().equals(key)) {
      return known.pages();
    }
    studied = null;
    Set<Long> approved = desk.approved().get();
    Extractor extractor = new Extractor(rules, desk.titles());
    List<StudiedPage> pages = new ArrayList<>();
    long bytes = 0;
    for (StoredPage page : last) {
      WarcPosition position = page.position();
      if (position != null && bytes < MOST_BYTES) {
        try {
          FetchedPage fetched = desk.archive().read(position);
          bytes += fetched.body().length;
          pages.add(studied(fetched, extractor, isApproved(page, approved)));
        } catch (IOException lost) {
          // A page that is lost says nothing about selectors.
          bytes += 0;
        }
      }
    }
    studied = new Studied(key, List.copyOf(pages));
    return pages;
  }

  static StudiedPage studied(FetchedPage page, Extractor extractor, boolean isApproved) {
    Extraction extraction = extractor.extract(page);
    return StudiedPage.of(page, extraction, isApproved);
  }

  private boolean isApproved(StoredPage page, Set<Long> approved) {
    return desk.catalog()
        .withHandle(handle -> Pages.articleOn(handle, page.url()))
        .filter(approved::contains)
        .isPresent();
  }
}
