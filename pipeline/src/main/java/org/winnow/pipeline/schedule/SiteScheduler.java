// SPDX-License-Identifier: Apache-2.0
package org.winnow.pipeline.schedule;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.task.helper.OneTimeTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.winnow.corpus.CommitQueue.AbandonedException;
import org.winnow.pipeline.Fence;
import org.winnow.pipeline.UserError;
import org.winnow.pipeline.Workspace;
import org.winnow.pipeline.schedule.ActiveRun.End;
import org.winnow.pipeline.schedule.RunPlanner.Plan;
import org.winnow.pipeline.schedule.RunPlanner.Start;
import org.winnow.pipeline.schedule.ScheduledRun.State;
import org.winnow.siterules.RuleSet;
import org.winnow.siterules.SiteRule;

/**
 * Crawls sites when their rules' schedules want it. {@link RunPlanner} decides; db-scheduler gives
 * the threads and sees to it that of several processes one makes a run. Everything that it knows is
 * in the catalog: a process that is killed goes on where it was. Safe for use by several threads.
 */
public final class SiteScheduler implements AutoCloseable {
  private static final Duration TICK = Duration.ofMillis(500);
  private static final Duration BETWEEN_BEATS = Duration.ofSeconds(5);

  /** Whoever asks a process to end waits ten seconds. */
  private static final Duration TIME_TO_STOP = Duration.ofMillis(8_200);

  private static final String TASK = "run";

  private final Workspace workspace;
  private final SchedulerSettings settings;
  private final Clock clock;
  private final RunPlanner planner;
  private final ClockJumps jumps;
  private final Map<Long, ActiveRun> active = new ConcurrentHashMap<>();
  private final OneTimeTask<Void> task;
  private final Scheduler executor;
  private final ScheduledExecutorService ticks =
      Executors.newSingleThreadScheduledExecutor(SiteScheduler::thread);
  private volatile boolean isClosing;
  private @Nullable RuleSet plannedBy;
  private Instant lookAt = Instant.MIN;
  private long beat = System.nanoTime();
  private String trouble = "";

  /** A scheduler that does nothing until it is started. */
  public SiteScheduler(Workspace workspace, SchedulerSettings settings) {
    this.workspace = workspace;
    this.settings = settings;
    clock = workspace.clock();
    planner = new RunPlanner(settings.concurrency(), active::containsKey);
    jumps = new ClockJumps(clock, System::nanoTime);
    task =
        Tasks.oneTime(TASK)
            .onDeadExecution((dead, operations) -> operations.stop())
            .execute((instance, context) -> execute(instance.getId()));
    executor =
        Scheduler.create(workspace.connections(), task)
            .threads(settings.concurrency())
            .clock(clock::instant)
            .enableImmediateExecution()
            .shutdownMaxWait(Duration.ofMillis(500))
            .build();
  }

  /** Takes up what an earlier process left, and begins. */
  public void start() {
    write(
        handle -> {
          // Nobody else has the catalog open for writing, so nothing that runs there is alive.
          planner.buryAll(handle, workspace.rules().current(), clock.instant());
          handle.execute("DELETE FROM scheduled_tasks WHERE task_name = ?", TASK);
        });
    executor.start();
    long every = TICK.toMillis();
    var unused = ticks.scheduleWithFixedDelay(this::tick, 0, every, TimeUnit.MILLISECONDS);
  }

  /** Pauses that site's schedule, or lets it go on; what passed meanwhile is not made up for. */
  public void pause(String site, boolean isPaused) {
    write(handle -> ScheduleState.pause(handle, site, isPaused, clock.instant()));
    lookSoon();
  }

  /** The same for all schedules at once; each keeps its own state beside. */
  public void pauseAll(boolean isPaused) {
    pause(ScheduleState.ALL, isPaused);
  }

  /** Whether all schedules are paused. */
  public boolean isAllPaused() {
    return workspace
        .jdbi()
        .withHandle(handle -> ScheduleState.isPaused(ScheduleState.all(handle), ScheduleState.ALL));
  }

  /**
   * Wants a run of that site now; it waits for one that goes on.
   *
   * @return the number of the run
   * @throws UserError if there is no such rule
   */
  public long runNow(String site) {
    SiteRule rule = rule(site).orElseThrow(() -> new UserError(site + ": no rule of that name"));
    long[] id = new long[1];
    write(handle -> id[0] = RunPlanner.addByHand(handle, rule.name(), clock.instant()));
    lookSoon();
    return id[0];
  }

  /** Ends a run that goes on, or takes back one that waits; nothing happens to one that is over. */
  public void cancel(long run) {
    ActiveRun goesOn = active.get(run);
    if (goesOn == null) {
      write(
          handle ->
              ScheduledRuns.find(handle, run)
                  .filter(found -> found.state() == State.WAITING)
                  .ifPresent(
                      found ->
                          ScheduledRuns.end(handle, run, State.CANCELLED, "", clock.instant())));
    } else {
      goesOn.stop(State.CANCELLED, "");
    }
  }

  /** What goes on at this moment, by site. */
  public List<LiveRun> live() {
    return active.values().stream()
        .map(ActiveRun::live)
        .sorted((one, other) -> one.site().compareTo(other.site()))
        .toList();
  }

  /** Every schedule of the rules. */
  public List<SiteSchedule> schedules() {
    return workspace
        .jdbi()
        .withHandle(
            handle -> SiteSchedule.all(handle, workspace.rules().current(), clock.instant()));
  }

  /**
   * Ends every run, in at most ten seconds; the next process goes on with them. The workspace must
   * be closed after.
   */
  @Override
  public void close() {
    isClosing = true;
    active.values().forEach(this::interrupt);
    ticks.shutdown();
    try {
      long end = System.nanoTime() + TIME_TO_STOP.toNanos();
      while (!active.isEmpty() && System.nanoTime() < end) {
        TimeUnit.MILLISECONDS.sleep(20);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    if (!active.isEmpty()) {
      workspace.commits().abandon();
    }
    executor.stop();
  }

  private void interrupt(ActiveRun run) {
    run.stop(State.INTERRUPTED, "winnow was ended");
  }

  private static Thread thread(Runnable work) {
    Thread thread = new Thread(work, "scheduler");
    thread.setDaemon(true);
    return thread;
  }

  private Optional<SiteRule> rule(String site) {
    return workspace.rules().current().named(site);
  }

  private synchronized void lookSoon() {
    lookAt = Instant.MIN;
  }

  /** Looks what there is to do; never throws, for nobody would call again. */
  private void tick() {
    try {
      jumps
          .sinceLast()
          .ifPresent(
              jump -> {
                settings.news().accept("The clock jumped by " + jump.toSeconds() + " s.");
                lookSoon();
              });
      RuleSet rules = workspace.rules().current();
      if (isTimeToLook(rules)) {
        look(rules);
      }
      Instant now = clock.instant();
      active.values().forEach(run -> run.stopAfter(longest(run), now));
      if (System.nanoTime() - beat >= BETWEEN_BEATS.toNanos()) {
        beat = System.nanoTime();
        active.values().forEach(this::save);
      }
      trouble = "";
    } catch (RuntimeException e) {
      tell(String.valueOf(e.getMessage()));
    }
  }

  private void tell(String what) {
    if (!what.equals(trouble)) {
      trouble = what;
      settings.news().accept("The scheduler is in trouble: " + what);
    }
  }

  private synchronized boolean isTimeToLook(RuleSet rules) {
    boolean isTime = !isClosing && (rules != plannedBy || !clock.instant().isBefore(lookAt));
    if (isTime) {
      // Whatever happens from here on is seen by the next look.
      lookAt = Instant.MAX;
      plannedBy = rules;
    }
    return isTime;
  }

  private synchronized void lookAgain(Instant at) {
    lookAt = at.isBefore(lookAt) ? at : lookAt;
  }

  private void look(RuleSet rules) {
    Instant now = clock.instant();
    Plan plan;
    try {
      plan = workspace.commits().commit(commit -> planner.look(commit.handle(), rules, now));
    } catch (RuntimeException e) {
      lookAgain(now.plusSeconds(5));
      throw e;
    }
    plan.cancels().forEach(id -> cancelForNext(id));
    for (Start start : plan.starts()) {
      active.put(start.id(), new ActiveRun(start, workspace, settings));
      executor.schedule(task.instance(String.valueOf(start.id())), now);
    }
    lookAgain(plan.next());
  }

  private void cancelForNext(long id) {
    ActiveRun run = active.get(id);
    if (run != null) {
      run.stop(State.CANCELLED, "the next run was due");
    }
  }

  private @Nullable Duration longest(ActiveRun run) {
    return rule(run.start().site()).map(rule -> rule.crawl().schedule().maxRuntime()).orElse(null);
  }

  /** On a thread of db-scheduler. */
  private void execute(String instance) {
    ActiveRun run = active.get(Long.valueOf(instance));
    if (run == null) {
      return;
    }
    if (isClosing) {
      interrupt(run);
    }
    try {
      String site = run.start().site();
      End end =
          rule(site)
              .map(run::crawl)
              .orElse(new End(State.FAILED, "there is no rule of that name any more"));
      finish(run, end);
    } finally {
      active.remove(run.start().id());
      lookSoon();
    }
  }

  private void finish(ActiveRun run, End end) {
    Start start = run.start();
    Instant now = clock.instant();
    try {
      write(
          handle -> {
            run.save(handle, now);
            if (end.state() == State.INTERRUPTED) {
              ScheduledRun row = ScheduledRuns.find(handle, start.id()).orElseThrow();
              RunPlanner.interrupt(handle, workspace.rules().current(), row, end.detail(), now);
            } else {
              ScheduledRuns.end(handle, start.id(), end.state(), end.detail(), now);
            }
            RunLog.prune(handle, start.site());
          });
    } catch (AbandonedException | Fence.PassedException lost) {
      // The next process finds a run that was cut off; or somebody else has it already.
      tell(start.site() + ": " + lost.getMessage());
    }
  }

  private void save(ActiveRun run) {
    try {
      write(handle -> run.save(handle, clock.instant()));
    } catch (Fence.PassedException lost) {
      run.stop(State.CANCELLED, "somebody else goes on with it");
    }
  }

  /** Changes rows. */
  @FunctionalInterface
  private interface Rows {
    void write(org.jdbi.v3.core.Handle handle);
  }

  private void write(Rows rows) {
    boolean unused =
        workspace
            .commits()
            .commit(
                commit -> {
                  rows.write(commit.handle());
                  return true;
                });
  }
}
