// SPDX-License-Identifier: Apache-2.0
package org.winnow.crawler;

import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.winnow.corpus.Url;
import org.winnow.crawler.DroppedLinks.Dropped;
import org.winnow.crawler.FetchRequest.Kind;
import org.winnow.siterules.DiscoverRule;

/**
 * Which of the links that were found are to be fetched, as the site's scope and rule say, and under
 * what address. Safe for use by several threads.
 */
final class LinkFilter {
  private static final int NAMED_HOSTS = 5;
  private static final Pattern PARAMETER = Pattern.compile("&");

  private final Scope scope;
  private final OriginMap origins;
  private final DiscoverRule rule;
  private final @Nullable Instant oldest;
  private final Map<Reason, Integer> dropped = new EnumMap<>(Reason.class);
  private final Set<String> otherHosts = new LinkedHashSet<>();

  /**
   * @param oldest the earliest date of what feeds and sitemaps name, or null for any
   */
  LinkFilter(Scope scope, OriginMap origins, DiscoverRule rule, @Nullable Instant oldest) {
    this.scope = scope;
    this.origins = origins;
    this.rule = rule;
    this.oldest = oldest;
  }

  /** Why something that a feed, a sitemap or a robots.txt names is not fetched. */
  private enum Reason {
    OTHER_SITE("%d addresses in feeds, sitemaps or robots.txt lead to other hosts"),
    TOO_OLD("%d entries of feeds and sitemaps are older than discover.newerThan"),
    NO_ARTICLE("%d entries of feeds and sitemaps are no articles by discover.articles");

    private final String note;

    Reason(String note) {
      this.note = note;
    }
  }

  /**
   * What is to be fetched of some links.
   *
   * @param links in their order, with the addresses to fetch them by
   * @param dropped the site's own pages that are not, for a reason that their address does not tell
   */
  record Admitted(List<Link> links, List<Dropped> dropped) {}

  /** The links to fetch, and those that are not to be. */
  Admitted admit(List<Link> links) {
    List<Link> admitted = new ArrayList<>();
    List<Dropped> dropped = new ArrayList<>();
    for (Link found : links) {
      Link link = found.to(address(found.url()));
      boolean isListed = link.priority() > Link.START && link.priority() < Link.PLAIN;
      Reason reason = isListed ? reason(link) : null;
      if (reason != null) {
        drop(reason, link.url());
        if (reason == Reason.TOO_OLD && link.kind() == Kind.PAGE && isPage(link.url())) {
          dropped.add(new Dropped(link, DroppedLinks.TOO_OLD, "of " + link.date()));
        }
      } else if (scope.contains(link.url()) && (link.kind() != Kind.PAGE || isPage(link.url()))) {
        admitted.add(link);
      }
    }
    return new Admitted(admitted, dropped);
  }

  /** Those of the site's own pages, with the addresses that they would be fetched by. */
  List<Dropped> own(List<Dropped> dropped) {
    return dropped.stream()
        .map(some -> new Dropped(some.link().to(address(some.link().url())), some.reason(), ""))
        .filter(some -> scope.contains(some.link().url()) && isPage(some.link().url()))
        .toList();
  }

  /** The address by which a link is known: the mapped origin's own, without dropped parameters. */
  Url address(Url found) {
    return withoutDropped(origins.toOrigin(found), rule);
  }

  /** The address without the parameters that its site's rule drops. */
  static Url withoutDropped(Url url, DiscoverRule rule) {
    if (rule.dropQuery().isEmpty() || url.query().isEmpty()) {
      return url;
    }
    String kept =
        PARAMETER
            .splitAsStream(url.query().get())
            .filter(parameter -> !isDropped(parameter.split("=", 2)[0], rule))
            .collect(Collectors.joining("&"));
    return Url.of(url.origin() + url.path() + (kept.isEmpty() ? "" : "?" + kept));
  }

  /** What the user should know of what was left out. */
  synchronized List<String> notes() {
    return dropped.entrySet().stream()
        .map(
            entry ->
                entry.getKey().note.formatted(entry.getValue())
                    + (entry.getKey() == Reason.OTHER_SITE ? hosts() : ""))
        .toList();
  }

  private @Nullable Reason reason(Link link) {
    if (!scope.contains(link.url())) {
      return Reason.OTHER_SITE;
    } else if (link.date() != null && oldest != null && link.date().isBefore(oldest)) {
      return Reason.TOO_OLD;
    }
    boolean isEntry = link.priority() == Link.FEED_ENTRY || link.priority() == Link.SITEMAP_ENTRY;
    return isEntry && !rule.isArticle(link.url()) ? Reason.NO_ARTICLE : null;
  }

  private boolean isPage(Url url) {
    return Scope.isPage(url) && !rule.isDenied(url);
  }

  private static boolean isDropped(String parameter, DiscoverRule rule) {
    return rule.dropQuery().contains("*") || rule.dropQuery().contains(parameter);
  }

  private synchronized void drop(Reason reason, Url url) {
    dropped.merge(reason, 1, Integer::sum);
    if (reason == Reason.OTHER_SITE && otherHosts.size() <= NAMED_HOSTS) {
      otherHosts.add(url.host());
    }
  }

  private String hosts() {
    Stream<String> more = otherHosts.size() > NAMED_HOSTS ? Stream.of("…") : Stream.empty();
    return Stream.concat(otherHosts.stream().limit(NAMED_HOSTS), more)
        .collect(Collectors.joining(", ", " (", "); a rule follows those in its match.hosts"));
  }
}
