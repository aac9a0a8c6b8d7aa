// SPDX-License-Identifier: Apache-2.0
package org.winnow.review.api;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.winnow.pipeline.status.SiteOverview;

/** A site as programs see it. */
record SiteJson(
    String name,
    boolean hasRule,
    List<String> hosts,
    int documents,
    int open,
    int medianWords,
    List<String> alarms,
    @Nullable RunJson lastRun,
    @Nullable String nextRun) {

  static SiteJson of(SiteOverview site) {
    return new SiteJson(
        site.name(),
        site.rule() != null,
        site.hosts(),
        site.articles(),
        site.open(),
        site.medianWords(),
        site.alarms(),
        site.lastRun().map(RunJson::of).orElse(null),
        site.next() == null ? null : site.next().toString());
  }
}
