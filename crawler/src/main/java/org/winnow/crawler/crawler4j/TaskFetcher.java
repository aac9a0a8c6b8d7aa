// SPDX-License-Identifier: Apache-2.0
package org.winnow.crawler.crawler4j;

import crawlercommons.filters.basic.BasicURLNormalizer;
import edu.uci.ics.crawler4j.PolitenessServer;
import edu.uci.ics.crawler4j.crawler.CrawlConfig;
import edu.uci.ics.crawler4j.crawler.Page;
import edu.uci.ics.crawler4j.fetcher.PageFetchResult;
import edu.uci.ics.crawler4j.fetcher.PageFetcher;
import edu.uci.ics.crawler4j.url.WebURL;
import java.security.GeneralSecurityException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.winnow.corpus.FetchedPage;

/** Fetches by its task. Crawler4j's HTTP client is made but never used. */
final class TaskFetcher extends PageFetcher {
  TaskFetcher(CrawlConfig config, BasicURLNormalizer normalizer) throws GeneralSecurityException {
    super(config, normalizer, url -> PolitenessServer.NO_POLITENESS_APPLIED);
    super.shutDown(); // or its idle monitor's thread runs on
  }

  @Override
  public PageFetchResult fetchPage(WebURL url) {
    Optional<FetchedPage> page = TaskUrl.taskOf(url).fetch();
    return new Result(url.getURL(), page.orElse(null));
  }

  /** A page to visit, or nothing. */
  private static final class Result extends PageFetchResult {
    // The status by which crawler4j leaves an address alone.
    private static final int NOTHING_TO_VISIT = 404;

    private final @Nullable FetchedPage page;

    Result(String url, @Nullable FetchedPage page) {
      super(true);
      this.page = page;
      setFetchedUrl(url);
      setStatusCode(page == null ? NOTHING_TO_VISIT : 200);
    }

    @Override
    public boolean fetchContent(Page target, int maxBytes) {
      if (page != null) {
        target.setParseData(new VisitData(page));
      }
      return page != null;
    }

    @Override
    public void close() {}
  }
}
