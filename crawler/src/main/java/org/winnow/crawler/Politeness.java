// SPDX-License-Identifier: Apache-2.0
package org.winnow.crawler;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.winnow.crawler.FetchOutcome.Failed;

/** Lets a host go after a request, for as long as it wants to be left alone. */
final class Politeness {
  // A server notes a request when it is done with it, which is a little after its answer is here.
  private static final Duration SERVER_LAG = Duration.ofMillis(10);

  private static final int LEASED_AHEAD = 16;

  private final CrawlSettings settings;
  private final RobotsCache robots;
  private final HostQueues hosts;
  private final HostSlowness slowness = new HostSlowness();
  private final Clock clock;

  Politeness(CrawlSettings settings, RobotsCache robots, HostQueues hosts, Clock clock) {
    this.settings = settings;
    this.robots = robots;
    this.hosts = hosts;
    this.clock = clock;
  }

  /**
   * The lease's request was answered, or failed.
   *
   * @param tries how often it had failed before
   */
  void release(Lease lease, FetchOutcome outcome, int tries) {
    Duration pause = pause(lease, outcome, tries);
    lease.site().paused(pause);
    Instant next = clock.instant().plus(pause);
    boolean isFailure = outcome instanceof Failed failed && failed.isTemporary();
    if (hosts.failures(lease.host(), isFailure) == RetryPolicy.MAX_FAILURES) {
      hosts.close(lease.host());
      lease.site().note(lease.host() + " does not answer; left alone for now");
    }
    hosts.release(lease.host(), next);
    if (lease.leadsAway()) {
      hosts.releaseToo(lease.url().host(), next);
    }
  }

  /**
   * Lets that host take as many requests at a time as its rule allows. Without any delay, each
   * thread may have one: somebody has asked for it, and the site's robots.txt has not spoken
   * against it.
   */
  void pace(SiteCrawl site, String host, String origin) {
    Duration delay = delay(site, origin);
    Integer ruled = site.rule.fetch().concurrency();
    int most = ruled != null ? ruled : delay.isZero() ? settings.threads() : 1;
    hosts.pace(host, most, delay.isZero() ? delay : delay.plus(SERVER_LAG));
  }

  /** How many addresses of a site to lease at once: a host that is asked slowly keeps its order. */
  int leasedAhead(SiteCrawl site, String origin) {
    return delay(site, origin).isZero() ? LEASED_AHEAD : 1;
  }

  private Duration pause(Lease lease, FetchOutcome outcome, int tries) {
    Duration delay = delay(lease.site(), lease.origin());
    lease.site().keptDelay(delay);
    Duration pause = delay.isZero() ? delay : delay.plus(SERVER_LAG);
    boolean isRobots = lease.row() == null;
    Duration slowed = slowness.after(lease.host(), outcome, delay);
    pause = slowed.compareTo(pause) > 0 ? slowed : pause;
    if (outcome instanceof Failed failed
        && failed.isTemporary()
        && (isRobots || RetryPolicy.concernsHost(failed))) {
      Duration wait = RetryPolicy.wait(failed, tries);
      return wait.compareTo(pause) > 0 ? wait : pause;
    }
    return pause;
  }

  /** From the end of one request to the start of the next one at the same host. */
  private Duration delay(SiteCrawl site, String origin) {
    Duration asked =
        site.obeysRobots()
            ? robots.find(origin).map(RobotsCache.Known::crawlDelay).orElse(Duration.ZERO)
            : Duration.ZERO;
    if (asked.compareTo(RobotsCache.LONGEST_DELAY) > 0) {
      site.note(
          "robots.txt of %s asks for %d s between requests; %d s are kept"
              .formatted(origin, asked.toSeconds(), RobotsCache.LONGEST_DELAY.toSeconds()));
      asked = RobotsCache.LONGEST_DELAY;
    }
    Duration ruled = site.rule.fetch().delay();
    Duration own = ruled == null ? settings.delay() : ruled;
    return asked.compareTo(own) > 0 ? asked : own;
  }
}
