// SPDX-License-Identifier: Apache-2.0
package org.winnow.pipeline.schedule;

import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.winnow.corpus.RunCounts;

/**
 * One run of a site by the scheduler. There is at most one of a site and a nominal instant.
 *
 * @param id the catalog's number for it
 * @param site the name of the site's rule
 * @param nominal when the schedule wanted it, or when somebody asked for it
 * @param cause why it was made
 * @param state how it stands
 * @param detail why it ended so, for a person; or what it makes up for; or empty
 * @param starts not before that
 * @param started when it began, or null
 * @param ended when it ended, or null
 * @param run the number of what it did in the catalog's runs, or null
 * @param unlogged how many addresses were too many for its log
 * @param counts what came of it so far
 */
public record ScheduledRun(
    long id,
    String site,
    Instant nominal,
    Cause cause,
    State state,
    String detail,
    Instant starts,
    @Nullable Instant started,
    @Nullable Instant ended,
    @Nullable Long run,
    int unlogged,
    RunCounts counts) {

  /** Why a run is made. */
  public enum Cause {
    SCHEDULE,
    /** It makes up for runs that were missed. */
    MISSED,
    /** It goes on with one that was cut off. */
    AGAIN,
    /** Somebody asked for it. */
    HAND;

    String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** How a run stands. */
  public enum State {
    WAITING,
    RUNNING,
    /** It came to its end; single addresses may have failed. */
    DONE,
    /** Nothing could be fetched, or it broke off. */
    FAILED,
    /** It was stopped at its longest time; the next one goes on where it was. */
    STOPPED,
    /** Somebody, or the next run, ended it; the next one goes on where it was. */
    CANCELLED,
    /** The process ended, or was killed. */
    INTERRUPTED,
    /** It never began. */
    SKIPPED;

    String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** Whether it is over. */
  public boolean isOver() {
    return state != State.WAITING && state != State.RUNNING;
  }
}
