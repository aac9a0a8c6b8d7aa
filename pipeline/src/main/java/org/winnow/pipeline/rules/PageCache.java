// SPDX-License-Identifier: Apache-2.0
package org.winnow.pipeline.rules;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.winnow.corpus.FetchedPage;
import org.winnow.corpus.PageArchive;
import org.winnow.corpus.WarcPosition;

/**
 * Pages of the archive that were read lately, so that one preview after the other does not unpack
 * them anew; at most {@value #MOST_BYTES} bytes of them. Safe for use by several threads.
 */
final class PageCache {
  private static final long MOST_BYTES = 32L << 20;

  private final PageArchive archive;
  private final Map<WarcPosition, FetchedPage> pages = new LinkedHashMap<>(64, 0.75f, true);
  private long bytes;

  PageCache(PageArchive archive) {
    this.archive = archive;
  }

  FetchedPage read(WarcPosition position) throws IOException {
    synchronized (pages) {
      FetchedPage known = pages.get(position);
      if (known != null) {
        return known;
      }
    }
    FetchedPage page = archive.read(position);
    synchronized (pages) {
      if (pages.put(position, page) == null) {
        bytes += page.body().length;
      }
      var oldest = pages.entrySet().iterator();
      while (bytes > MOST_BYTES && oldest.hasNext()) {
        bytes -= oldest.next().getValue().body().length;
        oldest.remove();
      }
    }
    return page;
  }
}
