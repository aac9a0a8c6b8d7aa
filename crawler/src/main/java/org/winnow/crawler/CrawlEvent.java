// SPDX-License-Identifier: Apache-2.0
package org.winnow.crawler;

import java.time.Duration;
import java.time.Instant;
import org.winnow.corpus.Url;

/**
 * One address came to an end, or will be tried again.
 *
 * @param at when
 * @param site the site's name
 * @param url the address
 * @param outcome what became of it
 * @param reason why, in a few stable words: {@code http 404}, {@code robots}; empty for a page
 * @param detail the same for a person, or empty
 * @param pages how many pages of the site were fetched so far in this run
 * @param queued how many addresses of the site are still to be fetched
 * @param delay how long its host was left alone after the last request
 */
public record CrawlEvent(
    Instant at,
    String site,
    Url url,
    Outcome outcome,
    String reason,
    String detail,
    int pages,
    int queued,
    Duration delay) {

  /** What can become of an address. */
  public enum Outcome {
    /** A page was fetched and handled. */
    PAGE,
    /** A feed, a sitemap or a robots.txt was read, or a redirect followed. */
    READ,
    /** The server says that nothing changed since the last crawl. */
    NOT_MODIFIED,
    /** It is not to be fetched, or not a page. */
    SKIPPED,
    /** It failed for now and will be tried again. */
    RETRIED,
    /** It could not be fetched or handled. */
    FAILED
  }
}
