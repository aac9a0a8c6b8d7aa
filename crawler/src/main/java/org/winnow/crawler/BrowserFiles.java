// SPDX-License-Identifier: Apache-2.0
package org.winnow.crawler;

import java.util.Optional;
import java.util.function.Function;
import org.winnow.corpus.FetchedPage;
import org.winnow.corpus.Url;

/**
 * What a page in a browser asks for, and its share of it. For one page and one thread.
 *
 * @see FileFetcher
 */
public final class BrowserFiles {
  /** More than news pages load by script before their text stands. */
  private static final int MOST_FILES = 100;

  private static final long MOST_BYTES = 30L << 20;

  private final Function<Url, Optional<FetchedPage>> files;
  private int left = MOST_FILES;
  private long bytesLeft = MOST_BYTES;

  /**
   * A page's share.
   *
   * @param files fetches one file; empty where it may not be fetched or could not be
   */
  public BrowserFiles(Function<Url, Optional<FetchedPage>> files) {
    this.files = files;
  }

  /** The file at that address; empty where there is none to have, or the share is used up. */
  public Optional<FetchedPage> get(String address) {
    Optional<Url> url = Url.parse(address);
    if (url.isEmpty() || left == 0 || bytesLeft <= 0) {
      return Optional.empty();
    }
    left--;
    Optional<FetchedPage> file = files.apply(url.get());
    file.ifPresent(found -> bytesLeft -= found.body().length);
    return file;
  }
}
