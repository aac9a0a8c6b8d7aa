// SPDX-License-Identifier: Apache-2.0
package org.winnow.pipeline.rules;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.ToDoubleFunction;
import org.winnow.corpus.ExtractionTrace;
import org.winnow.corpus.ExtractionTrace.Outcome;
import org.winnow.pipeline.rules.RuleHealth.Rate;

/**
 * Says that a rule no longer fits its site, in words for the user. A rule is flagged, never
 * changed. The thresholds let the odd page pass, and speak up within ten pages of a change.
 */
public final class DriftAlarms {
  private static final double LEAST_SHARE = 0.8;
  private static final int LEAST_PAGES = 10;
  private static final int STRAIGHT_MISSES = 6;

  /** An article has one of each; of the other parts many pages rightly have none. */
  private static final Set<String> ON_EVERY_PAGE = Set.of("title", "date", "body");

  private static final int RECENT = 10;
  private static final double MOST_Z = 4;

  /**
   * Of the bundled samples, two pages of one design are 0.94 to 1.00 alike, pages of different
   * designs at most 0.31.
   */
  private static final double SAME_DESIGN = 0.5;

  private static final int LEAST_MISSED = 3;

  private final RuleHealth health;
  private final List<String> alarms = new ArrayList<>();

  private DriftAlarms(RuleHealth health) {
    this.health = health;
  }

  public static List<String> of(RuleHealth health) {
    DriftAlarms drift = new DriftAlarms(health);
    health.rates().forEach(drift::rate);
    drift.missed();
    drift.figure("words in an article", ExtractionTrace::words, 0.05, 1);
    drift.figure("share of text in links", ExtractionTrace::linkDensity, 0, 0.01);
    drift.required();
    return drift.alarms;
  }

  private void rate(Rate rate) {
    boolean isExpected = ON_EVERY_PAGE.contains(rate.field());
    boolean usuallyWon = rate.wins().get(0) >= LEAST_SHARE * (rate.pages() - rate.straightMisses());
    if (isExpected && rate.pages() >= LEAST_PAGES && rate.share(0) < LEAST_SHARE) {
      alarm(
          "%s: the first alternative finds something on %.0f %% of %d pages only",
          rate.path(), 100 * rate.share(0), rate.pages());
    } else if (rate.straightMisses() >= STRAIGHT_MISSES
        && (isExpected || (usuallyWon && rate.pages() >= LEAST_PAGES + STRAIGHT_MISSES))) {
      alarm(
          "%s: the first alternative has found nothing on the last %d pages",
          rate.path(), rate.straightMisses());
    }
  }

  /** What the pages look like on which there is an article that the rule does not find. */
  private void missed() {
    List<ExtractionTrace> missed = new ArrayList<>();
    List<ExtractionTrace> found = new ArrayList<>();
    for (ExtractionTrace trace : health.current()) {
      boolean isMissed = trace.outcome() == Outcome.MISSED || trace.outcome() == Outcome.FALLBACK;
      (isMissed ? missed : found).add(trace);
    }
    if (missed.size() < LEAST_MISSED) {
      return;
    }
    String pages = "extract.body finds nothing on " + missed.size() + " pages with an article";
    if (found.isEmpty()) {
      alarm("%s, and it has found none since the rule was edited", pages);
      return;
    }
    double alike =
        RobustScore.median(missed.stream().mapToDouble(trace -> mostAlike(trace, found)).toArray());
    alarm(
        alike < SAME_DESIGN
            ? "%s, which look different (%.0f %% alike): probably a redesign"
            : "%s, which look as before (%.0f %% alike): their text may be gone or be loaded later",
        pages,
        100 * alike);
  }

  private static double mostAlike(ExtractionTrace trace, List<ExtractionTrace> others) {
    return others.stream()
        .mapToDouble(other -> trace.print().similarity(other.print()))
        .max()
        .orElse(0);
  }

  private void figure(
      String name, ToDoubleFunction<ExtractionTrace> figure, double leastShare, double least) {
    double[] all = health.texts().stream().mapToDouble(figure).toArray();
    if (all.length < 2 * RECENT) {
      return;
    }
    int split = all.length - RECENT;
    double[] baseline = Arrays.copyOf(all, split);
    double[] recent = Arrays.copyOfRange(all, split, all.length);
    double before = RobustScore.median(baseline);
    double z = RobustScore.z(baseline, recent, Math.max(least, leastShare * before));
    if (z > MOST_Z) {
      alarm(
          "%s: %s in the median of the last %d pages, %s before",
          name, rounded(RobustScore.median(recent)), RECENT, rounded(before));
    }
  }

  private static String rounded(double figure) {
    return String.format(Locale.ROOT, figure < 1 && figure > 0 ? "%.2f" : "%.0f", figure);
  }

  private void required() {
    List<ExtractionTrace> pages = health.texts();
    List<ExtractionTrace> last = pages.subList(Math.max(0, pages.size() - RECENT), pages.size());
    health.rule().quality().require().stream()
        .map(part -> part.name().toLowerCase(Locale.ROOT))
        .sorted(Comparator.naturalOrder())
        .forEach(
            part -> {
              long without = last.stream().filter(page -> page.missing().contains(part)).count();
              if (without >= LEAST_MISSED) {
                alarm(
                    "quality.require: %d of the last %d articles have no %s",
                    without, last.size(), part);
              }
            });
  }

  private void alarm(String format, Object... arguments) {
    alarms.add(String.format(Locale.ROOT, format, arguments));
  }
}
