// SPDX-License-Identifier: Apache-2.0
package org.winnow.crawler;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How far one run goes.
 *
 * @param bytes how many bytes of pages, after decoding, to fetch of each site
 * @param time how long to go on with a site
 * @param revisit pages that were looked at longer ago than this are looked at again, whether they
 *     are due or not; or null
 */
public record CrawlLimits(long bytes, Duration time, @Nullable Duration revisit) {
  /** Everything that is due, however long it takes. */
  public static final CrawlLimits NONE =
      new CrawlLimits(Long.MAX_VALUE, Duration.ofDays(36_500), null);
}
