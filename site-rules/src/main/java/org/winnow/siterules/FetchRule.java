// SPDX-License-Identifier: Apache-2.0
package org.winnow.siterules;

import java.nio.charset.Charset;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a site's pages are fetched. What is null or empty is as for every site.
 *
 * @param delay between two requests to one host
 * @param concurrency how many requests at a time
 * @param headers to send with every request
 * @param charset of the pages, whatever they say
 * @param robots whether robots.txt is obeyed
 * @param render whether pages are shown in a browser before they are read
 * @param timeout of one request
 * @param maxBytes how large a page may be
 * @param insecure whether certificates that do not prove who the server is are accepted
 */
public record FetchRule(
    @Nullable Duration delay,
    @Nullable Integer concurrency,
    List<Header> headers,
    @Nullable Charset charset,
    Robots robots,
    Render render,
    @Nullable Duration timeout,
    @Nullable Long maxBytes,
    boolean insecure) {

  /** Nothing is said. */
  public static final FetchRule NONE =
      new FetchRule(null, null, List.of(), null, Robots.OBEY, Render.NEVER, null, null, false);

  /** A header of a request. */
  public record Header(String name, String value) {}

  /** Whether a browser shows a page before it is read. */
  public enum Render {
    NEVER,
    /** Where the page as fetched has next to no text and scripts that make it. */
    AUTO,
    ALWAYS
  }

  /** What robots.txt counts for. */
  public enum Robots {
    OBEY,
    /** For sites of one's own. */
    IGNORE
  }
}
