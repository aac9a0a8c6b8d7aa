// SPDX-License-Identifier: Apache-2.0
package org.winnow.pipeline.schedule;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.LongPredicate;
import org.jdbi.v3.core.Handle;
import org.winnow.pipeline.schedule.ScheduledRun.Cause;
import org.winnow.pipeline.schedule.ScheduledRun.State;
import org.winnow.siterules.RuleSet;
import org.winnow.siterules.ScheduleRule;
import org.winnow.siterules.ScheduleRule.Misfire;
import org.winnow.siterules.ScheduleRule.Overlap;
import org.winnow.siterules.SiteRule;

/**
 * Decides which runs are made, from the rules' schedules, the time and what the catalog knows; and
 * nothing else, so that the same happens on every machine and after every restart. One look is one
 * transaction.
 */
final class RunPlanner {
  /** Nobody has heard of a run for as long: three beats of its heart, and some. */
  static final Duration SILENT = Duration.ofMinutes(1);

  /** Looked at least as often, for what other processes do. */
  static final Duration LOOK_AGAIN = Duration.ofSeconds(30);

  private final int concurrency;
  private final LongPredicate isAlive;

  /**
   * @param concurrency how many runs at a time
   * @param isAlive whether a run goes on in this process, whatever its heartbeat says
   */
  RunPlanner(int concurrency, LongPredicate isAlive) {
    this.concurrency = concurrency;
    this.isAlive = isAlive;
  }

  /** A run to start, with what lets it write. */
  record Start(long id, String site, long fence) {}

  /** What is to be done now, and when to look again at the latest. */
  record Plan(List<Start> starts, List<Long> cancels, Instant next) {}

  /** Looks. */
  Plan look(Handle handle, RuleSet rules, Instant now) {
    bury(handle, ScheduledRuns.silentSince(handle, now.minus(SILENT)), rules, now);
    Map<String, ScheduleState> states = ScheduleState.all(handle);
    Instant next = now.plus(LOOK_AGAIN);
    for (SiteRule rule : rules.rules()) {
      if (hasTimes(rule.crawl().schedule())) {
        Instant start = wantRuns(handle, rule, states, now);
        next = start.isBefore(next) ? start : next;
      }
    }
    return startWaiting(handle, rules, states, now, next);
  }

  static boolean hasTimes(ScheduleRule schedule) {
    return schedule.cron() != null || schedule.every() != null;
  }

  /** Where nobody else can write the catalog, what another process ran was cut off. */
  void buryAll(Handle handle, RuleSet rules, Instant now) {
    bury(handle, ScheduledRuns.in(handle, State.RUNNING), rules, now);
  }

  private void bury(Handle handle, List<ScheduledRun> silent, RuleSet rules, Instant now) {
    for (ScheduledRun run : silent) {
      if (!isAlive.test(run.id())) {
        interrupt(handle, rules, run, "it was cut off", now);
      }
    }
  }

  /** Ends a run that is to be gone on with, unless its schedule wants nothing made up for. */
  static void interrupt(Handle handle, RuleSet rules, ScheduledRun run, String why, Instant now) {
    ScheduledRuns.end(handle, run.id(), State.INTERRUPTED, why, now);
    boolean goesOn =
        rules
            .named(run.site())
            .filter(rule -> rule.crawl().schedule().misfire() != Misfire.SKIP)
            .isPresent();
    if (goesOn) {
      addNow(handle, run.site(), Cause.AGAIN, now, "goes on with run " + run.id());
    }
  }

  /** Notes that somebody wants a run now; its number. One that waits already is that one. */
  static long addByHand(Handle handle, String site, Instant now) {
    Optional<ScheduledRun> waiting =
        ScheduledRuns.in(handle, State.WAITING).stream()
            .filter(run -> run.site().equals(site) && run.cause() == Cause.HAND)
            .findFirst();
    return waiting.isPresent() ? waiting.get().id() : addNow(handle, site, Cause.HAND, now, "");
  }

  private static long addNow(Handle handle, String site, Cause cause, Instant now, String detail) {
    Instant nominal = now;
    Optional<Long> added = ScheduledRuns.add(handle, site, nominal, cause, now, detail);
    while (added.isEmpty()) {
      nominal = nominal.plusMillis(1);
      added = ScheduledRuns.add(handle, site, nominal, cause, now, detail);
    }
    return added.get();
  }

  /** Notes the runs that are due now; when the next one may start. */
  private static Instant wantRuns(
      Handle handle, SiteRule rule, Map<String, ScheduleState> states, Instant now) {
    ScheduleRule schedule = rule.crawl().schedule();
    String site = rule.name();
    String times = times(schedule);
    ScheduleState state = states.get(site);
    boolean isNew = state == null || !state.times().equals(times);
    if (state == null || isNew || state.seen().isAfter(now)) {
      // A clock that went back: what was run already has its row, and is not run again.
      ScheduleState.see(handle, site, times, now);
      return nextStart(schedule, site, now, now);
    }
    if (ScheduleState.isPaused(states, site)) {
      ScheduleState.see(handle, site, times, now);
      return now.plus(LOOK_AGAIN);
    }
    DueRuns due = DueRuns.since(schedule, site, state.seen(), now);
    if (due.slots() > 0) {
      int missed = due.slots() - due.runs().size();
      for (Instant nominal : due.runs()) {
        Instant starts = StartTime.of(schedule, site, nominal);
        boolean isMissed = DueRuns.isMissed(schedule, site, nominal, now);
        String detail =
            missed > 0 && schedule.misfire() != Misfire.SKIP
                ? "makes up for " + missed + " more"
                : "";
        ScheduledRuns.add(
            handle, site, nominal, isMissed ? Cause.MISSED : Cause.SCHEDULE, starts, detail);
        missed = 0;
      }
      ScheduleState.see(handle, site, times, due.seen());
    }
    return nextStart(schedule, site, due.seen(), now);
  }

  /** What makes a schedule another one, whose past does not count. */
  private static String times(ScheduleRule schedule) {
    return schedule.cron() + " " + schedule.every() + " " + schedule.timezone();
  }

  private static Instant nextStart(ScheduleRule schedule, String site, Instant seen, Instant now) {
    return NominalTimes.of(schedule)
        .after(seen)
        .map(nominal -> StartTime.of(schedule, site, nominal))
        .orElse(now.plus(LOOK_AGAIN));
  }

  private Plan startWaiting(
      Handle handle,
      RuleSet rules,
      Map<String, ScheduleState> states,
      Instant now,
      Instant lookAgain) {
    Instant next = lookAgain;
    List<Start> starts = new ArrayList<>();
    List<Long> cancels = new ArrayList<>();
    List<ScheduledRun> running = ScheduledRuns.in(handle, State.RUNNING);
    List<ScheduledRun> waiting = ScheduledRuns.in(handle, State.WAITING);
    int room = concurrency - running.size();
    Set<String> busy = new HashSet<>();
    running.forEach(run -> busy.add(run.site()));
    Set<String> hasFirst = new HashSet<>();
    for (ScheduledRun run : waiting) {
      Optional<String> why = notWanted(run, waiting, rules, states, busy, hasFirst);
      if (why.isPresent()) {
        ScheduledRuns.end(handle, run.id(), State.SKIPPED, why.get(), now);
      } else if (run.starts().isAfter(now)) {
        next = run.starts().isBefore(next) ? run.starts() : next;
      } else if (busy.contains(run.site())) {
        if (run.cause() == Cause.SCHEDULE && overlap(rules, run) == Overlap.CANCEL_PREVIOUS) {
          running.stream()
              .filter(other -> other.site().equals(run.site()))
              .forEach(other -> cancels.add(other.id()));
        }
      } else if (room > 0) {
        Optional<Long> fence = ScheduledRuns.take(handle, run.id(), now);
        if (fence.isPresent()) {
          starts.add(new Start(run.id(), run.site(), fence.get()));
          busy.add(run.site());
          room--;
        }
      }
      if (run.cause() == Cause.SCHEDULE && why.isEmpty()) {
        hasFirst.add(run.site());
      }
    }
    return new Plan(starts, cancels, next);
  }

  private static Optional<String> notWanted(
      ScheduledRun run,
      List<ScheduledRun> waiting,
      RuleSet rules,
      Map<String, ScheduleState> states,
      Set<String> busy,
      Set<String> hasFirst) {
    if (run.cause() == Cause.HAND) {
      return Optional.empty();
    }
    if (rules.named(run.site()).filter(rule -> hasTimes(rule.crawl().schedule())).isEmpty()) {
      return run.cause() == Cause.AGAIN && rules.named(run.site()).isPresent()
          ? Optional.empty()
          : Optional.of("its rule has no schedule any more");
    }
    if (ScheduleState.isPaused(states, run.site())) {
      return Optional.of("paused");
    }
    boolean isGoneOnWith =
        run.cause() == Cause.AGAIN
            && waiting.stream()
                .anyMatch(other -> other.site().equals(run.site()) && other.cause() != Cause.AGAIN);
    if (isGoneOnWith) {
      return Optional.of("the next run goes on with it");
    }
    if (run.cause() != Cause.SCHEDULE) {
      return Optional.empty();
    }
    if (busy.contains(run.site()) && overlap(rules, run) == Overlap.SKIP) {
      return Optional.of("the run before had not ended");
    }
    return hasFirst.contains(run.site())
        ? Optional.of("another one waited already")
        : Optional.empty();
  }

  private static Overlap overlap(RuleSet rules, ScheduledRun run) {
    return rules
        .named(run.site())
        .map(rule -> rule.crawl().schedule().overlap())
        .orElse(Overlap.QUEUE);
  }
}
