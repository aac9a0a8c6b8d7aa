// SPDX-License-Identifier: Apache-2.0
package org.winnow.crawler;

import org.jspecify.annotations.Nullable;
import org.winnow.corpus.Url;

/**
 * The right to send one request, and the duty to say what came of it.
 *
 * @param host the host that is held for it
 * @param site the site it is for
 * @param row the address to fetch, or null for the robots.txt of {@code origin}
 * @param origin the origin whose robots.txt counts
 * @param request what to send
 */
record Lease(
    String host, SiteCrawl site, @Nullable FrontierRow row, String origin, FetchRequest request) {

  /** Whether the request goes to another host than the one it is held for. */
  boolean leadsAway() {
    return !request.url().host().equals(host);
  }

  Url url() {
    return request.url();
  }
}
