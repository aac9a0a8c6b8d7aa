// SPDX-License-Identifier: Apache-2.0
package org.winnow.pipeline.status;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.winnow.corpus.Run;
import org.winnow.siterules.SiteRule;

/**
 * How one site is doing.
 *
 * @param name of its rule, or its host where it has none
 * @param rule the rule, or null
 * @param hosts that its articles are on
 * @param runs its last runs, the oldest first
 * @param articles how many the corpus has of it
 * @param open how many of them nobody has approved or rejected as they are now
 * @param words of the last pages with an article, the oldest first
 * @param alarms why its rule no longer fits, in words for the user
 * @param next when its rule wants the next run, or null
 */
public record SiteOverview(
    String name,
    @Nullable SiteRule rule,
    List<String> hosts,
    List<Run> runs,
    int articles,
    int open,
    List<Integer> words,
    List<String> alarms,
    @Nullable Instant next) {

  public SiteOverview {
    hosts = List.copyOf(hosts);
    runs = List.copyOf(runs);
    words = List.copyOf(words);
    alarms = List.copyOf(alarms);
  }

  /** The last run, finished or not. */
  public Optional<Run> lastRun() {
    return runs.isEmpty() ? Optional.empty() : Optional.of(runs.get(runs.size() - 1));
  }

  /** The median of the words of the last pages with an article; 0 if there is none. */
  public int medianWords() {
    int[] sorted = words.stream().mapToInt(Integer::intValue).sorted().toArray();
    int middle = sorted.length / 2;
    if (sorted.length == 0) {
      return 0;
    }
    return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
  }
}
