// SPDX-License-Identifier: Apache-2.0
package org.winnow.crawler;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jdbi.v3.core.Handle;
import org.winnow.crawler.FrontierLinks.Source;

/**
 * Notes why addresses of a site are not fetched, as far as rule and address alone do not tell: so
 * many for each site and reason. They are fetched if something else leads there after all. Safe for
 * use by several threads.
 */
final class DroppedLinks {
  static final String TOO_OLD = "too old";
  static final String NOFOLLOW = "nofollow";
  static final String LIST_ENDS = "list ends";

  /** Enough to find out why, too few to fill a catalog. */
  static final int BUDGET = 1_000;

  private final FrontierLinks frontier;
  private final SeenLinks noted = new SeenLinks();
  private final Map<String, Integer> left = new ConcurrentHashMap<>();

  DroppedLinks(FrontierLinks frontier) {
    this.frontier = frontier;
  }

  /** An address that something leads to and that is not fetched, for a reason in stable words. */
  record Dropped(Link link, String reason, String detail) {}

  /** Notes those that are not noted yet. Takes part in the handle's transaction. */
  void note(Handle handle, String site, Source source, List<Dropped> dropped) {
    for (Dropped link : dropped) {
      if (!noted.contains(link.link().url())) {
        noted.add(link.link().url());
        String key = site + " " + link.reason();
        int rest = left.computeIfAbsent(key, k -> BUDGET - count(handle, site, link.reason()));
        if (rest > 0) {
          left.put(key, rest - 1);
          frontier.skip(handle, source, link.link(), link.reason(), link.detail());
        }
      }
    }
  }

  private static int count(Handle handle, String site, String reason) {
    return handle
        .createQuery(
            """
            SELECT COUNT(*) FROM frontier
            WHERE site = :site AND state = 'skipped' AND reason = :reason""")
        .bind("site", site)
        .bind("reason", reason)
        .mapTo(Integer.class)
        .one();
  }
}
