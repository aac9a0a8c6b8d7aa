// SPDX-License-Identifier: Apache-2.0
package org.winnow.review.sites;

import java.util.List;
import org.winnow.corpus.Run;
import org.winnow.pipeline.status.SiteOverview;
import org.winnow.review.Address;

/** A site as the pages show it. */
public record SiteRow(SiteOverview site) {
  private static final int WORD_POINTS = 25;

  /** Where its own page is. */
  public String path() {
    return "/sites/" + Address.encode(site.name());
  }

  /** Where its articles are to be reviewed. */
  public String documents() {
    String host = site.hosts().isEmpty() ? site.name() : site.hosts().get(0);
    return documents(host);
  }

  /** Where the articles of one of its hosts are to be reviewed. */
  public String documents(String host) {
    return "/documents?site=" + Address.encode(host);
  }

  /** New and changed articles, run by run. */
  public Sparkline articleLine() {
    return of(site.runs().stream().map(run -> articles(run)).toList());
  }

  /** Failed addresses, run by run. */
  public Sparkline failures() {
    return of(site.runs().stream().map(run -> run.counts().failed()).toList());
  }

  /** Words of the last articles. */
  public Sparkline words() {
    List<Integer> all = site.words();
    return of(all.subList(Math.max(0, all.size() - WORD_POINTS), all.size()));
  }

  /** New and changed articles of a run. */
  public static int articles(Run run) {
    return run.counts().newArticles() + run.counts().changedArticles();
  }

  private static Sparkline of(List<Integer> values) {
    return new Sparkline(values);
  }
}
