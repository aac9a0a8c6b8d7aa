// SPDX-License-Identifier: Apache-2.0
package org.winnow.pipeline.schedule;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.winnow.corpus.Url;
import org.winnow.crawler.CrawlListener;
import org.winnow.crawler.CrawlSettings;
import org.winnow.crawler.PageRenderer;
import org.winnow.siterules.RuleSet;

/**
 * How the scheduler makes its runs.
 *
 * @param crawl how to crawl
 * @param concurrency how many runs at a time
 * @param browsers gives a browser where a rule asks for one
 * @param news is told, in words, of what its user should know
 * @param listener is told of every address of every run
 */
public record SchedulerSettings(
    CrawlSettings crawl,
    int concurrency,
    Browsers browsers,
    Consumer<String> news,
    CrawlListener listener) {

  /** As many sites as two cores and a household's line serve politely at the same time. */
  public static final int USUAL_CONCURRENCY = 4;

  /** Gives browsers. */
  @FunctionalInterface
  public interface Browsers {
    /** None at all. */
    Browsers NONE = (addresses, rules, userAgent) -> Optional.empty();

    /** A browser if a rule among those of the sites asks for one; whoever has it closes it. */
    Optional<PageRenderer> wanted(List<Url> addresses, RuleSet rules, String userAgent)
        throws IOException;
  }

  /** Runs of which nobody is told address by address. */
  public SchedulerSettings(
      CrawlSettings crawl, int concurrency, Browsers browsers, Consumer<String> news) {
    this(crawl, concurrency, browsers, news, event -> {});
  }

  public SchedulerSettings {
    if (concurrency < 1) {
      throw new IllegalArgumentException("at least one run at a time: " + concurrency);
    }
  }
}
