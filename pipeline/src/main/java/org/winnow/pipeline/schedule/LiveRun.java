// SPDX-License-Identifier: Apache-2.0
package org.winnow.pipeline.schedule;

import java.time.Duration;
import java.time.Instant;

/**
 * How a run goes at this moment.
 *
 * @param id of the {@link ScheduledRun}
 * @param site the name of its rule
 * @param started when it began
 * @param pages how many pages were fetched
 * @param queued how many addresses are still to be fetched
 * @param articles how many articles there are by now, known ones included
 * @param failed how many addresses failed
 * @param perSecond pages a second since it began
 * @param delay how long its host is left alone between two requests
 * @param lastError in a few words, or empty
 * @param isStopping whether it was asked to end
 */
public record LiveRun(
    long id,
    String site,
    Instant started,
    int pages,
    int queued,
    int articles,
    int failed,
    double perSecond,
    Duration delay,
    String lastError,
    boolean isStopping) {}
