// SPDX-License-Identifier: Apache-2.0
package org.winnow.crawler;

import crawlercommons.domains.EffectiveTldFinder;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.winnow.corpus.Url;
import org.winnow.siterules.RuleSet;
import org.winnow.siterules.SiteRule;

/**
 * Which addresses belong to a site: the hosts of its rule; without a rule its own host, with and
 * without {@code www}. Hosts that the site's own address redirects to belong to it too. Safe for
 * use by several threads.
 */
final class Scope {
  private static final Set<String> NOT_A_PAGE =
      Set.of(
          ("7z aac apk avi avif bmp bz2 css csv doc docx dmg eot epub exe flac flv gif ico ics iso jpeg"
                  + " jpg js json m3u8 m4a m4v mkv mov mp3 mp4 mpeg mpg ogg ogv pdf png ppt pptx rar"
                  + " svg swf tar tif tiff torrent ttf wav webm webp wma wmv woff woff2 xls xlsx zip")
              .split(" "));

  private final RuleSet rules;
  private final Optional<String> rule;
  private final Set<String> hosts = ConcurrentHashMap.newKeySet();

  Scope(Url site, RuleSet rules) {
    this.rules = rules;
    this.rule = rules.ruleFor(site).map(SiteRule::name);
    addHost(site.host());
  }

  /** That host belongs to the site too. */
  void addHost(String host) {
    hosts.add(host);
    if (rule.isEmpty()) {
      hosts.add(host.startsWith("www.") ? host.substring(4) : "www." + host);
    }
  }

  /** Whether that address belongs to the site. */
  boolean contains(Url url) {
    Optional<String> owner = rules.ruleFor(url).map(SiteRule::name);
    return hosts.contains(url.host()) || (rule.isPresent() && owner.equals(rule));
  }

  /** Whether the addresses at that host belong to the site. */
  boolean containsHost(String host) {
    String written = host.contains(":") ? "[" + host + "]" : host;
    return Url.parse("https://" + written + "/").map(this::contains).orElse(false);
  }

  /** Whether both hosts lie under one domain that somebody has registered. */
  static boolean isSameDomain(Url one, Url other) {
    String domain = EffectiveTldFinder.getAssignedDomain(one.host(), true, false);
    return one.host().equals(other.host())
        || (domain != null
            && domain.equals(EffectiveTldFinder.getAssignedDomain(other.host(), true, false)));
  }

  /** Whether the address may be a page, as far as its path tells. */
  static boolean isPage(Url url) {
    String path = url.path();
    int dot = path.lastIndexOf('.');
    return dot <= path.lastIndexOf('/')
        || !NOT_A_PAGE.contains(path.substring(dot + 1).toLowerCase(Locale.ROOT));
  }
}
