// SPDX-License-Identifier: Apache-2.0
package org.winnow.review.rules;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.winnow.corpus.FetchedPage;
import org.winnow.corpus.Url;
import org.winnow.crawler.PageFetcher;
import org.winnow.extractors.learn.LearnedRule;
import org.winnow.extractors.learn.RuleLearner;
import org.winnow.pipeline.Failures;
import org.winnow.pipeline.Progress;
import org.winnow.pipeline.UserError;
import org.winnow.pipeline.rules.LearnInput;

/**
 * A site on its way to a rule: its pages are fetched one after the other, then the rule is learned.
 * Safe for use by several threads.
 */
final class SiteDraft {
  /** As many articles as are shown beside their pages. */
  static final int ARTICLES = 10;

  private final String id = UUID.randomUUID().toString();
  private final Url start;
  private final Instant begun;
  private volatile Step step = Step.WAITING;
  private final AtomicInteger fetched = new AtomicInteger();
  private volatile List<FetchedPage> pages = List.of();
  private volatile List<String> failures = List.of();
  private volatile @Nullable LearnedRule rule;
  private volatile boolean isCancelled;

  /** How far it has come. */
  enum Step {
    WAITING,
    FETCHING,
    LEARNING,
    /** There is a rule. */
    DONE,
    /** Nothing could be fetched. */
    UNREACHABLE,
    /** Fewer than two of the pages are articles of one layout. */
    NO_ARTICLES;

    boolean isOver() {
      return compareTo(DONE) >= 0;
    }
  }

  SiteDraft(Url start, Instant begun) {
    this.start = start;
    this.begun = begun;
  }

  String id() {
    return id;
  }

  Url start() {
    return start;
  }

  Instant begun() {
    return begun;
  }

  Step step() {
    return step;
  }

  int fetched() {
    return fetched.get();
  }

  List<FetchedPage> pages() {
    return pages;
  }

  /** The pages that could not be fetched, each with the reason. */
  List<String> failures() {
    return failures;
  }

  Optional<LearnedRule> rule() {
    return Optional.ofNullable(rule);
  }

  void cancel() {
    isCancelled = true;
  }

  private final class Counted implements Progress {
    @Override
    public void step() {
      fetched.incrementAndGet();
      if (isCancelled) {
        throw new Cancelled();
      }
    }

    @Override
    public void close() {}
  }

  private static final class Cancelled extends RuntimeException {
    private static final long serialVersionUID = 1L;
  }

  /** Does it all; ends with a step that {@link Step#isOver}, whatever happens. */
  void run(Supplier<PageFetcher> fetchers) {
    Failures problems = new Failures();
    try {
      pages = List.copyOf(fetch(fetchers, problems));
      step = pages.isEmpty() ? Step.UNREACHABLE : Step.LEARNING;
      if (!pages.isEmpty()) {
        rule = new RuleLearner().learn(pages).orElse(null);
        step = rule == null ? Step.NO_ARTICLES : Step.DONE;
      }
    } catch (UserError unusable) {
      problems.add(start.toString(), String.valueOf(unusable.getMessage()));
    } finally {
      failures = problems.lines();
      step = step.isOver() ? step : Step.UNREACHABLE;
    }
  }

  private List<FetchedPage> fetch(Supplier<PageFetcher> fetchers, Failures problems) {
    step = Step.FETCHING;
    LearnInput input = new LearnInput(problems, ARTICLES);
    try (PageFetcher fetcher = fetchers.get()) {
      input.fetch(List.of(start), fetcher, new Counted());
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    } catch (Cancelled enough) {
      return List.of();
    }
    return input.pages();
  }
}
