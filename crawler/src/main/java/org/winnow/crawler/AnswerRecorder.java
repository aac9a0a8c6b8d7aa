// SPDX-License-Identifier: Apache-2.0
package org.winnow.crawler;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.winnow.corpus.Articles;
import org.winnow.corpus.FetchedPage;
import org.winnow.corpus.Url;
import org.winnow.crawler.CrawlEvent.Outcome;
import org.winnow.crawler.FetchOutcome.Failed;
import org.winnow.crawler.FetchOutcome.Fetched;
import org.winnow.crawler.FetchOutcome.NotModified;
import org.winnow.crawler.FetchOutcome.Redirected;
import org.winnow.crawler.FetchOutcome.Skipped;
import org.winnow.crawler.FrontierLinks.Source;
import org.winnow.crawler.RunRecorder.Found;

/**
 * Decides what an answer without a page means for its address: a redirect, a failure, a robots.txt.
 */
final class AnswerRecorder {
  private static final int MAX_REDIRECTS = 10;

  private final PageHandler handler;
  private final RunRecorder recorder;
  private final Clock clock;

  AnswerRecorder(PageHandler handler, RunRecorder recorder, Clock clock) {
    this.handler = handler;
    this.recorder = recorder;
    this.clock = clock;
  }

  /** An answer that is not {@link Fetched}. */
  void record(SiteCrawl site, FrontierRow row, FetchOutcome outcome) {
    if (outcome instanceof Redirected redirect) {
      redirected(site, row, site.links.address(redirect.to()));
    } else if (outcome instanceof NotModified same) {
      notModified(site, row, same.answer());
    } else if (outcome instanceof Skipped skipped) {
      recorder.end(site, row, Ending.skipped(skipped.reason(), skipped.detail()));
    } else if (outcome instanceof Failed failed) {
      failed(site, row, failed);
    }
  }

  private void notModified(SiteCrawl site, FrontierRow row, FetchedPage answer) {
    PageResult.Rows rows =
        row.kind() == FetchRequest.Kind.PAGE
            ? handler.unchanged(answer)
            : PageResult.NOTHING.rows();
    recorder.end(
        site,
        row,
        Ending.NOT_MODIFIED,
        (commit, newLinks) -> {
          var unused = rows.write(commit);
          return Visit.notModified(row);
        },
        List.of());
  }

  private void redirected(SiteCrawl site, FrontierRow row, Url to) {
    if (row.hops() >= MAX_REDIRECTS || to.equals(row.url()) || isCircle(site, row, to)) {
      failed(site, row, Failed.forGood("too many redirects", to.toString()));
      return;
    }
    boolean isStart = row.priority() == Link.START;
    if (isStart && Scope.isSameDomain(row.url(), to)) {
      recorder.widen(site, to.host());
    }
    if (site.scope.contains(to)) {
      Link link = new Link(to, row.kind(), row.priority(), null);
      recorder.end(
          site,
          row,
          Ending.read(FrontierLinks.REDIRECTED, to.toString()),
          (commit, newLinks) -> null,
          List.of(new Found(Source.redirect(row), List.of(link))));
      return;
    }
    if (isStart) {
      site.note(row.url() + " redirects to another site; give its address instead: " + to);
    }
    recorder.end(site, row, Ending.skipped("redirected out of scope", to.toString()));
  }

  /**
   * Whether redirects have come back to where they began, and the site's servers would be told
   * nothing new there.
   *
   * <p>Quirk: some sites send each visitor to a page that sets a cookie and sends him back.
   */
  private boolean isCircle(SiteCrawl site, FrontierRow row, Url to) {
    return Source.redirect(row).isBackAt(to)
        && site.session.cookies().header(to, clock.millis()).isEmpty();
  }

  private void failed(SiteCrawl site, FrontierRow row, Failed failed) {
    if (failed.isStopped()) {
      recorder.giveBack(site, row);
    } else if (failed.isTemporary() && row.tries() + 1 < RetryPolicy.MAX_TRIES) {
      recorder.retry(
          site, row, clock.instant().plus(RetryPolicy.wait(failed, row.tries())), failed);
    } else if (isGone(failed) && row.visited() != null) {
      recorder.end(
          site,
          row,
          Ending.failed(failed),
          (commit, newLinks) -> {
            Articles.markGone(commit.handle(), row.url(), clock.instant());
            return Visit.gone(row);
          },
          List.of());
    } else {
      recorder.end(site, row, Ending.failed(failed));
    }
  }

  private static boolean isGone(Failed failed) {
    return failed.reason().equals("http 404") || failed.reason().equals("http 410");
  }

  /** The robots.txt does not allow the address, or could not be read. */
  void disallowed(SiteCrawl site, FrontierRow row, RobotsCache.Known robots) {
    recorder.endUnfetched(
        site,
        row,
        robots.problem().isEmpty()
            ? Ending.skipped("robots", "")
            : Ending.skippedForNow("robots.txt unreachable", robots.problem()));
  }

  /** A robots.txt was asked for: what is known of it now, if anything. Its sitemaps are queued. */
  void robots(Lease lease, FetchOutcome outcome, Optional<RobotsCache.Known> known) {
    SiteCrawl site = lease.site();
    List<Link> sitemaps =
        known.map(RobotsCache.Known::sitemaps).orElse(List.of()).stream()
            .flatMap(text -> lease.url().resolve(text).stream())
            .map(Link::sitemap)
            .toList();
    recorder.add(site, new Found(Source.start(site.name), sitemaps));
    if (outcome instanceof Failed failed && !failed.isStopped()) {
      Outcome what = known.isEmpty() ? Outcome.RETRIED : Outcome.FAILED;
      boolean isMissing = known.isPresent() && known.get().problem().isEmpty();
      recorder.tell(
          site, lease.url(), isMissing ? Outcome.READ : what, failed.reason(), failed.detail());
    } else if (outcome instanceof Fetched) {
      recorder.tell(site, lease.url(), Outcome.READ, "", "");
    }
  }
}
