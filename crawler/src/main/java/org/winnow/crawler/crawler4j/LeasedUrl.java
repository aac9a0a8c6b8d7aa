// SPDX-License-Identifier: Apache-2.0
package org.winnow.crawler.crawler4j;

import edu.uci.ics.crawler4j.url.AbstractWebURL;
import edu.uci.ics.crawler4j.url.WebURL;

/** Carries a lease through crawler4j, which passes addresses from step to step. */
final class LeasedUrl<L> extends AbstractWebURL {
  private static final long serialVersionUID = 1;

  private final transient L lease;

  LeasedUrl(L lease, String url) {
    this.lease = lease;
    setURL(url);
  }

  /** The lease that the address carries; every address in this engine carries one. */
  @SuppressWarnings("unchecked") // the engine makes no other addresses, and one engine has one L
  static <L> L leaseOf(WebURL url) {
    return ((LeasedUrl<L>) url).lease;
  }
}
