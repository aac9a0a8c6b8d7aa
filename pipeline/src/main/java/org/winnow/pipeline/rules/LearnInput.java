// SPDX-License-Identifier: Apache-2.0
package org.winnow.pipeline.rules;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.winnow.corpus.FetchedPage;
import org.winnow.corpus.Url;
import org.winnow.crawler.PageFetcher;
import org.winnow.pipeline.Failures;
import org.winnow.pipeline.Progress;
import org.winnow.pipeline.input.PageFile;
import org.winnow.pipeline.input.PageInput;
import org.winnow.pipeline.input.PageInputs;

/** Gathers the pages to learn from: stored ones, or fetched ones. */
public final class LearnInput {
  /** A single address leads to so many more pages. */
  private static final int ENOUGH = 6;

  private final Failures failures;
  private final int enough;
  private final List<FetchedPage> pages = new ArrayList<>();

  public LearnInput(Failures failures) {
    this(failures, ENOUGH);
  }

  /**
   * Gathers that many pages more where a single address is given.
   *
   * @param failures takes the pages that cannot be read
   */
  public LearnInput(Failures failures, int enough) {
    this.failures = failures;
    this.enough = enough;
  }

  public List<FetchedPage> pages() {
    return pages;
  }

  /**
   * Reads stored pages.
   *
   * @param base what their file names are addresses below, or null
   */
  public void read(List<PageInput> inputs, @Nullable Url base) {
    for (PageInput input : inputs) {
      try {
        pages.add(withAddress(input.read().page(), input.id(), base));
      } catch (IOException unreadable) {
        failures.add(input.name(), Failures.reason(unreadable));
      }
    }
  }

  private static FetchedPage withAddress(FetchedPage page, String id, @Nullable Url base) {
    if (base == null) {
      return page;
    }
    Url url = PageFile.isPlaceholder(page.url()) ? base.resolve(id).orElse(base) : page.url();
    return new FetchedPage(url, url, page.fetched(), page.status(), page.headers(), page.body());
  }

  /** The pages in files and folders. */
  public static List<PageInput> inputs(List<Path> paths, Failures failures) throws IOException {
    PageInputs inputs = new PageInputs(failures);
    for (Path path : paths) {
      inputs.add(path, null);
    }
    return inputs.pages();
  }

  /** Fetches these pages; a single one leads to others: of its feeds, else like its links. */
  public void fetch(List<Url> urls, PageFetcher fetcher, Progress progress)
      throws InterruptedException {
    for (Url url : urls) {
      fetch(url, fetcher, progress);
    }
    if (urls.size() == 1 && !pages.isEmpty()) {
      follow(pages.get(pages.size() - 1), fetcher, progress);
    }
  }

  private void follow(FetchedPage start, PageFetcher fetcher, Progress progress)
      throws InterruptedException {
    Set<Url> more = new LinkedHashSet<>();
    for (Url feed : fetcher.feeds(start)) {
      more.addAll(fetcher.entries(feed));
      progress.step();
    }
    more.addAll(UrlShape.articles(start.url(), fetcher.links(start)));
    more.remove(start.url());
    int most = pages.size() + enough;
    // Links may be dead, and a site is not to be bothered for long.
    int tries = 2 * enough;
    for (Url url : more) {
      if (pages.size() < most && tries-- > 0 && url.host().equals(start.url().host())) {
        fetch(url, fetcher, progress);
      }
    }
  }

  private void fetch(Url url, PageFetcher fetcher, Progress progress) throws InterruptedException {
    PageFetcher.Answer answer = fetcher.fetch(url);
    FetchedPage page = answer.page();
    if (page == null) {
      failures.add(url.toString(), answer.problem());
    } else {
      pages.add(page);
    }
    progress.step();
  }
}
