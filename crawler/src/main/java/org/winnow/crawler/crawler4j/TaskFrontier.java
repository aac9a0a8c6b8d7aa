// SPDX-License-Identifier: Apache-2.0
package org.winnow.crawler.crawler4j;

import edu.uci.ics.crawler4j.frontier.Frontier;
import edu.uci.ics.crawler4j.url.WebURL;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;

/** Hands the next task to a thread that asks crawler4j's frontier for an address. */
final class TaskFrontier implements Frontier {
  private final CrawlTasks tasks;
  private final AtomicLong assigned = new AtomicLong();
  private final AtomicLong processed = new AtomicLong();

  TaskFrontier(CrawlTasks tasks) {
    this.tasks = tasks;
  }

  @Override
  public void getNextURLs(int max, List<WebURL> result) {
    try {
      tasks
          .next()
          .ifPresent(
              task -> {
                assigned.incrementAndGet();
                result.add(new TaskUrl(task));
              });
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      tasks.finish();
    }
  }

  @Override
  public void setProcessed(WebURL url) {
    TaskUrl.taskOf(url).settle();
    processed.incrementAndGet();
  }

  @Override
  public boolean isFinished() {
    return tasks.isFinished();
  }

  @Override
  public void finish() {
    tasks.finish();
  }

  /** What is queued; the controller only asks whether it is none. */
  @Override
  public long getQueueLength() {
    return isFinished() ? 0 : 1;
  }

  @Override
  public long getNumberOfAssignedPages() {
    return assigned.get() - processed.get();
  }

  @Override
  public long getNumberOfProcessedPages() {
    return processed.get();
  }

  @Override
  public long getNumberOfScheduledPages() {
    return assigned.get();
  }

  @Override
  public void schedule(WebURL url) {
    throw new UnsupportedOperationException("links are added when their page is done: " + url);
  }

  /** Never given anything: pages show no links to crawler4j. */
  @Override
  public void scheduleAll(List<WebURL> urls) {
    if (!urls.isEmpty()) {
      schedule(urls.get(0));
    }
  }

  @Override
  public void close() {}
}
