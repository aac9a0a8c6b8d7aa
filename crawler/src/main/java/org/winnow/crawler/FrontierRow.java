// SPDX-License-Identifier: Apache-2.0
package org.winnow.crawler;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.winnow.corpus.Url;
import org.winnow.crawler.FetchRequest.Kind;

/**
 * One address of the frontier that waits to be fetched.
 *
 * @param id its row
 * @param url the address
 * @param site the site whose crawl found it
 * @param kind what is expected there
 * @param priority the lowest is fetched first
 * @param depth links away from the site's address
 * @param hops redirects that led here
 * @param tries how often it was tried and failed for now
 * @param requested the address that redirects led here from, or null
 * @param etag of the copy fetched last, or null
 * @param lastModified of that copy, or null
 * @param interval between the last two looks at it
 * @param visited when it was looked at last, or null
 */
record FrontierRow(
    long id,
    Url url,
    String site,
    Kind kind,
    int priority,
    int depth,
    int hops,
    int tries,
    @Nullable Url requested,
    @Nullable String etag,
    @Nullable String lastModified,
    Duration interval,
    @Nullable Instant visited) {

  FetchRequest request() {
    return new FetchRequest(url, requested == null ? url : requested, kind, etag, lastModified);
  }
}
