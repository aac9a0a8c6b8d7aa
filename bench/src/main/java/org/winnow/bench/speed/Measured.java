// SPDX-License-Identifier: Apache-2.0
package org.winnow.bench.speed;

import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.RunResult;

/**
 * What one benchmark cost per page in one round.
 *
 * @param wall milliseconds of a thread on a page, waiting included
 * @param cpu milliseconds of CPU time on a page: what counts where others use the machine too
 * @param bytes allocated on a page
 */
record Measured(double wall, double cpu, double bytes) {

  static Measured of(RunResult run, int pages) {
    double cpu = secondary(run, "cpuNanos") / secondary(run, "passes") / 1e6;
    return new Measured(
        run.getPrimaryResult().getScore() / pages,
        cpu / pages,
        secondary(run, "gc.alloc.rate.norm") / pages);
  }

  private static double secondary(RunResult run, String name) {
    Result<?> result = run.getSecondaryResults().get(name);
    return result == null ? Double.NaN : result.getScore();
  }
}
