// SPDX-License-Identifier: Apache-2.0
package org.winnow.pipeline;

import java.util.Comparator;
import org.winnow.corpus.Article;
import org.winnow.corpus.StoredArticle;
import org.winnow.corpus.Url;

/** Which of several copies of an article counts: AMP, print and share pages are copies. */
final class Twins {
  /** Plain addresses before those with a query, short ones before long ones. */
  private static final Comparator<Url> BY_PLAINNESS =
      Comparator.<Url>comparingInt(url -> url.query().map(String::length).orElse(0))
          .thenComparingInt(url -> url.path().length())
          .thenComparing(Comparator.naturalOrder());

  private Twins() {}

  /**
   * The article under the canonical address that its page states, if that can be one.
   *
   * <p>Quirk: some sites state their home page on every page, and a hostile one could state another
   * site's article; then the page's own address names the article.
   */
  static Article withUsableCanonical(Article article) {
    Url canonical = article.canonical();
    boolean isHome = canonical.path().equals("/") && canonical.query().isEmpty();
    boolean isElsewhere = !sameSite(canonical.host(), article.url().host());
    if (canonical.equals(article.url()) || !(isHome || isElsewhere)) {
      return article;
    }
    return named(article.url(), article);
  }

  /** The article under that address. */
  static Article named(Url canonical, Article article) {
    return article.withCanonical(canonical);
  }

  /** Whether the stored one came from the canonical page itself and the other from a copy. */
  static boolean isBetterThan(StoredArticle stored, Article other) {
    return stored.url().equals(stored.canonical()) && !other.url().equals(other.canonical());
  }

  /** Whether the first address is the one to keep of two with the same text. */
  static boolean isMainAddress(Url one, Url other) {
    return BY_PLAINNESS.compare(one, other) < 0;
  }

  /** Hosts of one site differ in their first label only: www, m, amp, or nothing. */
  private static boolean sameSite(String one, String other) {
    return one.equals(other) || bare(one).equals(bare(other));
  }

  private static String bare(String host) {
    for (String label : new String[] {"www.", "m.", "amp.", "mobile."}) {
      if (host.startsWith(label)) {
        return host.substring(label.length());
      }
    }
    return host;
  }
}
