// SPDX-License-Identifier: Apache-2.0
package org.winnow.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.winnow.corpus.ExtractionTrace;
import org.winnow.corpus.ExtractionTrace.Outcome;
import org.winnow.corpus.LayoutPrint;
import org.winnow.extractors.JsoupSelectors;
import org.winnow.pipeline.rules.DriftAlarms;
import org.winnow.pipeline.rules.RuleHealth;
import org.winnow.siterules.RuleReader;
import org.winnow.siterules.RuleSource;
import org.winnow.siterules.RuleVersion;
import org.winnow.siterules.SiteRule;

class DriftTest {
  private static final String YAML =
      """
      version: 1
      site: https://a.example/
      extract: { title: [ h1, title ], author: [ .by, .writer ], body: [ .new, .old ] }
      remove: { lines: [ { equals: Share }, { equals: Print } ] }
      quality: { require: [ date ] }
      """;
  private static final LayoutPrint DESIGN = LayoutPrint.ofHashes(members(0, 60));
  private static final LayoutPrint OTHER_DESIGN = LayoutPrint.ofHashes(members(50, 110));

  private final SiteRule rule = rule(YAML);
  private final List<ExtractionTrace> traces = new ArrayList<>();

  private static SiteRule rule(String yaml) {
    RuleSource source =
        new RuleSource("a.example", "a.yml", () -> yaml.getBytes(StandardCharsets.UTF_8));
    return new RuleReader(JsoupSelectors.INSTANCE).read(List.of(source)).rules().rules().get(0);
  }

  private static long[] members(int from, int to) {
    long[] members = new long[to - from];
    for (int i = 0; i < members.length; i++) {
      members[i] = LayoutPrint.mix(from + i + 1L);
    }
    return members;
  }

  private ExtractionTrace trace(
      Outcome outcome, Map<String, Integer> hits, int words, LayoutPrint print) {
    return new ExtractionTrace(
        "a.example",
        RuleVersion.of(rule),
        "",
        outcome,
        hits,
        Map.of("remove.lines[0]", 1),
        List.of(),
        words,
        0.01,
        print);
  }

  private void good(int pages) {
    for (int i = 0; i < pages; i++) {
      traces.add(
          trace(
              Outcome.ARTICLE,
              Map.of("title", 0, "author", 0, "body", 0),
              300 + 20 * (i % 5),
              DESIGN));
    }
  }

  private void missed(int pages, LayoutPrint print) {
    for (int i = 0; i < pages; i++) {
      traces.add(trace(Outcome.MISSED, Map.of(), 0, print));
    }
  }

  private List<String> alarms() {
    return DriftAlarms.of(new RuleHealth(rule, traces));
  }

  @Test
  void a_rule_that_fits_has_no_alarm() {
    good(50);
    assertThat(alarms()).isEmpty();
  }

  @Test
  void one_odd_page_is_no_alarm() {
    good(20);
    missed(1, DESIGN);
    good(5);
    assertThat(alarms()).isEmpty();
  }

  @Test
  void a_first_alternative_that_wins_too_seldom_is_an_alarm() {
    good(12);
    for (int i = 0; i < 4; i++) {
      traces.add(trace(Outcome.ARTICLE, Map.of("title", 0, "author", 0, "body", 1), 320, DESIGN));
    }
    assertThat(alarms())
        .containsExactly(
            "extract.body: the first alternative finds something on 75 % of 16 pages only");
  }

  @Test
  void six_straight_misses_are_an_alarm_before_the_share_is() {
    good(44);
    for (int i = 0; i < 6; i++) {
      traces.add(trace(Outcome.ARTICLE, Map.of("title", 1, "author", 0, "body", 0), 320, DESIGN));
    }
    assertThat(alarms())
        .containsExactly(
            "extract.title: the first alternative has found nothing on the last 6 pages");
  }

  @Test
  void a_part_that_many_pages_do_not_have_is_no_alarm() {
    for (int i = 0; i < 30; i++) {
      good(1);
      traces.add(trace(Outcome.ARTICLE, Map.of("title", 0, "body", 0), 320, DESIGN));
    }
    assertThat(alarms()).isEmpty();
  }

  @Test
  void a_redesign_is_told_from_an_empty_page() {
    good(30);
    missed(4, OTHER_DESIGN);
    assertThat(alarms()).anyMatch(alarm -> alarm.contains("probably a redesign"));

    traces.clear();
    good(30);
    missed(4, DESIGN);
    assertThat(alarms()).anyMatch(alarm -> alarm.contains("which look as before (100 % alike)"));
  }

  @Test
  void articles_that_are_suddenly_short_are_an_alarm() {
    good(30);
    for (int i = 0; i < 10; i++) {
      traces.add(trace(Outcome.ARTICLE, Map.of("title", 0, "author", 0, "body", 0), 45, DESIGN));
    }
    assertThat(alarms())
        .containsExactly("words in an article: 45 in the median of the last 10 pages, 340 before");
  }

  @Test
  void a_required_part_that_is_gone_is_an_alarm() {
    good(20);
    for (int i = 0; i < 3; i++) {
      ExtractionTrace whole = traces.get(i);
      traces.add(
          new ExtractionTrace(
              whole.rule(),
              whole.version(),
              "",
              Outcome.HELD,
              whole.hits(),
              whole.removals(),
              List.of("date"),
              whole.words(),
              whole.linkDensity(),
              whole.print()));
    }
    assertThat(alarms()).containsExactly("quality.require: 3 of the last 10 articles have no date");
  }

  @Test
  void pages_from_before_an_edit_do_not_count_against_the_edited_rule() {
    good(6);
    missed(20, DESIGN);
    SiteRule edited = rule(YAML.replace(".new", ".newest"));
    assertThat(RuleVersion.of(edited)).isNotEqualTo(RuleVersion.of(rule));
    assertThat(new RuleHealth(edited, traces).current()).isEmpty();
    assertThat(DriftAlarms.of(new RuleHealth(edited, traces))).isEmpty();
  }

  @Test
  void an_edit_that_changes_no_text_keeps_what_is_known() {
    SiteRule edited = rule(YAML + "schedule: { every: 6h }\n");
    assertThat(RuleVersion.of(edited)).isEqualTo(RuleVersion.of(rule));
  }

  @Test
  void removals_that_took_nothing_are_named() {
    good(10);
    assertThat(new RuleHealth(rule, traces).idleRemovals()).containsExactly("remove.lines[1]");
  }
}
