// SPDX-License-Identifier: Apache-2.0
package org.winnow.pipeline.rules;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import org.winnow.corpus.ExtractionTrace;
import org.winnow.corpus.ExtractionTrace.Outcome;
import org.winnow.siterules.ExtractRule;
import org.winnow.siterules.LayoutRule;
import org.winnow.siterules.RuleVersion;
import org.winnow.siterules.SiteRule;

/**
 * How a rule has worked on its last pages.
 *
 * @param rule the rule
 * @param traces its last pages, the oldest first
 */
public record RuleHealth(SiteRule rule, List<ExtractionTrace> traces) {

  /** How many pages are looked at, as many as a site of medium size publishes in a few days. */
  public static final int PAGES = 50;

  /**
   * How often the alternatives of one part won.
   *
   * @param layout the layout that the alternatives belong to, or an empty string
   * @param field the part: {@code body}
   * @param wins by alternative
   * @param pages how many pages it was looked for on
   * @param straightMisses how many of the last pages, without a break, the first alternative missed
   */
  public record Rate(
      String layout, String field, List<Integer> wins, int pages, int straightMisses) {

    /** How the rule's paths name it: {@code sections[0].extract.body}. */
    public String path() {
      return (layout.isEmpty() ? "" : layout + ".") + "extract." + field;
    }

    public double share(int alternative) {
      return pages == 0 ? 0 : (double) wins.get(alternative) / pages;
    }

    public double found() {
      int sum = wins.stream().mapToInt(Integer::intValue).sum();
      return pages == 0 ? 0 : (double) sum / pages;
    }
  }

  /** The pages that the rule was used on as it is now. */
  public List<ExtractionTrace> current() {
    String version = RuleVersion.of(rule);
    return traces.stream().filter(trace -> trace.version().equals(version)).toList();
  }

  public long count(Outcome outcome) {
    return traces.stream().filter(trace -> trace.outcome() == outcome).count();
  }

  /** The pages that gave a text. */
  List<ExtractionTrace> texts() {
    return traces.stream().filter(trace -> trace.outcome() != Outcome.MISSED).toList();
  }

  public double median(ToDoubleFunction<ExtractionTrace> figure) {
    return RobustScore.median(texts().stream().mapToDouble(figure).toArray());
  }

  /** Every part that has alternatives, layout by layout. */
  public List<Rate> rates() {
    Map<String, List<ExtractionTrace>> byLayout = new LinkedHashMap<>();
    current()
        .forEach(
            trace ->
                byLayout.computeIfAbsent(trace.layout(), layout -> new ArrayList<>()).add(trace));
    List<Rate> rates = new ArrayList<>();
    byLayout.forEach(
        (layout, pages) ->
            extract(layout)
                .ifPresent(
                    extract ->
                        alternatives(extract)
                            .forEach(
                                (field, count) -> {
                                  if (count > 0) {
                                    rates.add(rate(layout, field, count, pages));
                                  }
                                })));
    return rates;
  }

  private Optional<ExtractRule> extract(String layout) {
    if (layout.isEmpty()) {
      return Optional.of(rule.extract());
    }
    List<LayoutRule> layouts = new ArrayList<>(rule.layouts().sections());
    layouts.addAll(rule.layouts().history());
    return layouts.stream()
        .filter(each -> each.name().equals(layout))
        .map(LayoutRule::extract)
        .findFirst();
  }

  private static Map<String, Integer> alternatives(ExtractRule extract) {
    Map<String, Integer> counts = new LinkedHashMap<>();
    counts.put("title", extract.title().size());
    counts.put("subtitle", extract.subtitle().size());
    counts.put("author", extract.author().size());
    counts.put("date", extract.date().size());
    counts.put("body", extract.body().size());
    counts.put("nextPage", extract.nextPage().size());
    counts.put("fullPage", extract.fullPage().size());
    return counts;
  }

  private static Rate rate(String layout, String field, int count, List<ExtractionTrace> pages) {
    int[] wins = new int[count];
    int straight = 0;
    int looked = 0;
    for (ExtractionTrace page : pages) {
      // On a page without a body nothing else was looked for.
      if (page.outcome() == Outcome.MISSED && !field.equals("body")) {
        continue;
      }
      looked++;
      int won = page.hits().getOrDefault(field, -1);
      if (won >= 0 && won < count) {
        wins[won]++;
      }
      straight = won == 0 ? 0 : straight + 1;
    }
    return new Rate(layout, field, Arrays.stream(wins).boxed().toList(), looked, straight);
  }

  /**
   * The entries of {@code remove} that took no block of any page, as the rule's paths name them.
   */
  public List<String> idleRemovals() {
    List<ExtractionTrace> pages = current();
    List<String> idle = new ArrayList<>();
    Map<String, Integer> entries = new LinkedHashMap<>();
    entries.put("remove.selectors", rule.remove().selectors().size());
    entries.put("remove.names", rule.remove().names().size());
    entries.put("remove.blocks", rule.remove().blocks().size());
    entries.put("remove.startAfter", rule.remove().startAfter().size());
    entries.put("remove.cutAt", rule.remove().cutAt().size());
    entries.put("remove.lines", rule.remove().lines().size());
    entries.forEach(
        (key, count) -> {
          for (int i = 0; i < count; i++) {
            String entry = key + "[" + i + "]";
            if (pages.stream().noneMatch(page -> page.removals().containsKey(entry))) {
              idle.add(entry);
            }
          }
        });
    return idle;
  }
}
