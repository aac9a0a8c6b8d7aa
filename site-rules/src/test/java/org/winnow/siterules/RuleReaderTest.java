// SPDX-License-Identifier: Apache-2.0
package org.winnow.siterules;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.winnow.corpus.Url;

class RuleReaderTest {
  private final RuleReader reader = new RuleReader(new BalancedBrackets());

  private static RuleSource source(String name, String text) {
    return new RuleSource(name, name + ".yml", () -> text.getBytes(StandardCharsets.UTF_8));
  }

  private SiteRule read(String text) {
    RuleReading reading = reader.read(List.of(source("r", "version: 1\n" + text)));
    assertThat(reading.problems()).isEmpty();
    return reading.rules().rules().get(0);
  }

  private static List<String> css(List<ElementSelector> selectors) {
    return selectors.stream().map(ElementSelector::text).toList();
  }

  @Test
  void two_lines_are_a_rule() {
    SiteRule rule = read("site: https://www.example.org/\n");

    assertThat(rule.hosts()).containsExactly("www.example.org", "example.org");
    assertThat(rule.verified()).isTrue();
    assertThat(rule.extract()).isEqualTo(ExtractRule.NONE);
    assertThat(rule.remove()).isEqualTo(RemoveRule.NONE);
    assertThat(rule.text()).isEqualTo(TextRule.KEEP);
  }

  @Test
  void a_host_without_www_is_matched_with_it_too() {
    assertThat(read("site: https://example.org/").hosts())
        .containsExactly("example.org", "www.example.org");
  }

  @Test
  void hosts_that_are_named_take_the_place_of_the_default() {
    assertThat(
            read("site: https://example.org/\nmatch: { hosts: ['*.Example.org', مثال.org] }")
                .hosts())
        .containsExactly("*.example.org", "xn--mgbh0fb.org");
  }

  @Test
  void a_value_is_css_with_an_attribute_or_a_mapping() {
    SiteRule rule =
        read(
            """
            site: https://example.org/
            extract:
              title: [ 'meta[property=og:title]@content', h1 ]
              date: [ { jsonld: datePublished }, { meta: date }, { css: time, attr: datetime } ]
              nextPage: 'a[rel=next]'
            """);

    ExtractRule extract = rule.extract();
    assertThat(extract.title())
        .extracting(
            value ->
                ((ValueSelector.Css) value).css() + " " + ((ValueSelector.Css) value).attribute())
        .containsExactly("meta[property=og:title] content", "h1 null");
    assertThat(extract.date())
        .containsExactly(
            new ValueSelector.JsonLd("datePublished", new Mark("r.yml", 5, 21)),
            new ValueSelector.Meta("date", new Mark("r.yml", 5, 46)),
            new ValueSelector.Css("time", "datetime", new Mark("r.yml", 5, 61)));
    assertThat(extract.nextPage())
        .containsExactly(new ValueSelector.Css("a[rel=next]", "href", new Mark("r.yml", 6, 13)));
  }

  @Test
  void everything_that_removes_is_read() {
    RemoveRule remove =
        read("""
                site: https://example.org/
                remove:
                  presets: [ share, most-read ]
                  selectors: .box
                  names: [ promo ]
                  blocks: [ { heading: [ قد يهمك, Related ], until: end } ]
                  cutAt: [ The end ]
                  lines:
                    - { regex: '^GMT .*$', zone: tail }
                    - { equals: Home }
                """)
            .remove();

    assertThat(remove.presets()).containsExactlyInAnyOrder(Preset.SHARE, Preset.MOST_READ);
    assertThat(css(remove.selectors())).containsExactly(".box");
    assertThat(remove.names()).containsExactly("promo");
    assertThat(remove.blocks().get(0).headings()).containsExactly("قد يهمك", "Related");
    assertThat(remove.blocks().get(0).until()).isEqualTo(HeadingRule.Until.END);
    assertThat(remove.cutAt().get(0).text()).isEqualTo("The end");
    assertThat(remove.lines()).extracting(LineRule::zone).containsExactly(Zone.TAIL, Zone.ANYWHERE);
    assertThat(remove.lines()).extracting(LineRule::equalTo).containsExactly(null, "Home");
  }

  @Test
  void a_region_ends_at_the_next_heading_unless_told_otherwise() {
    RemoveRule remove =
        read("site: https://example.org/\nremove: { blocks: { heading: Related } }").remove();

    assertThat(remove.blocks().get(0).until()).isEqualTo(HeadingRule.Until.HEADING);
  }

  @ParameterizedTest
  @CsvSource({"none, 0", "all, 15", "'[]', 0", "share, 1"})
  void presets_may_be_all_or_none(String written, int count) {
    RemoveRule remove =
        read("site: https://example.org/\nremove: { presets: " + written + " }").remove();

    assertThat(remove.presets()).hasSize(count);
  }

  @Test
  void tests_are_read() {
    SiteRule rule =
        read(
            """
            site: https://example.org/
            tests:
              - { page: samples/a.html, url: 'https://example.org/a', gold: samples/a.txt, contains: x, absent: [ y, z ], words: { min: 9 } }
            """);

    assertThat(rule.tests())
        .containsExactly(
            new SampleTest(
                "samples/a.html",
                "https://example.org/a",
                "samples/a.txt",
                List.of("x"),
                List.of("y", "z"),
                9,
                1_000_000,
                new Mark("r.yml", 4, 5)));
  }

  @Test
  void what_chooses_is_replaced_and_what_removes_adds_up() {
    RuleReading reading =
        reader.read(
            List.of(
                source(
                    "families/base",
                    """
                    version: 1
                    abstract: true
                    extract: { title: h1, body: main }
                    remove: { presets: [ share ], selectors: .a, cutAt: [ The end ] }
                    keep: .k
                    text: { tatweel: runs, digits: latin }
                    """),
                source(
                    "site",
                    """
                    version: 1
                    extends: families/base
                    site: https://example.org/
                    extract: { body: article }
                    remove: { presets: [ forms ], selectors: .b }
                    text: { digits: keep }
                    """)));

    assertThat(reading.problems()).isEmpty();
    assertThat(reading.rules().rules()).hasSize(1);
    SiteRule rule = reading.rules().rules().get(0);
    assertThat(css(rule.extract().body())).containsExactly("article");
    assertThat(rule.extract().title()).hasSize(1);
    assertThat(rule.remove().presets()).containsExactlyInAnyOrder(Preset.SHARE, Preset.FORMS);
    assertThat(css(rule.remove().selectors())).containsExactly(".a", ".b");
    assertThat(rule.remove().cutAt()).hasSize(1);
    assertThat(css(rule.keep())).containsExactly(".k");
    assertThat(rule.text().tatweel()).isEqualTo(TextRule.Tatweel.RUNS);
    assertThat(rule.text().digits()).isEqualTo(TextRule.Digits.KEEP);
  }

  @Test
  void tests_and_status_are_not_inherited() {
    RuleReading reading =
        reader.read(
            List.of(
                source(
                    "a",
                    "version: 1\nsite: https://a.example/\nstatus: unverified\ntests: { page: p.html }\n"),
                source("b", "version: 1\nextends: a\nsite: https://b.example/\n")));

    SiteRule rule = reading.rules().ruleFor(Url.of("https://b.example/")).orElseThrow();
    assertThat(rule.tests()).isEmpty();
    assertThat(rule.verified()).isTrue();
  }

  @Test
  void a_second_document_is_a_rule_of_its_own() {
    String text =
        """
        version: 1
        abstract: true
        extract: { body: main }
        ---
        version: 1
        extends: f
        site: https://example.org/
        """;

    RuleReading reading = reader.read(List.of(source("f", text)));

    assertThat(reading.problems()).isEmpty();
    assertThat(reading.rules().rules()).extracting(SiteRule::name).containsExactly("f#2");
    assertThat(css(reading.rules().rules().get(0).extract().body())).containsExactly("main");
  }

  @Test
  void an_overlaying_rule_wins_for_its_hosts_and_may_extend_what_it_overlays() {
    List<RuleSource> bundled =
        List.of(
            source("families/f", "version: 1\nabstract: true\nextract: { body: main }\n"),
            source("example.org", "version: 1\nsite: https://example.org/\n"));
    List<RuleSource> own =
        List.of(source("mine", "version: 1\nextends: families/f\nsite: https://example.org/\n"));

    RuleReading reading = reader.read(bundled, own);

    assertThat(reading.problems()).isEmpty();
    assertThat(reading.rules().ruleFor(Url.of("https://example.org/1")))
        .hasValueSatisfying(
            rule -> {
              assertThat(rule.name()).isEqualTo("mine");
              assertThat(css(rule.extract().body())).containsExactly("main");
            });
  }

  @Test
  void an_overlaying_rule_replaces_the_rule_of_its_name() {
    RuleReading reading =
        reader.read(
            List.of(source("a", "version: 1\nsite: https://old.example/\n")),
            List.of(source("a", "version: 1\nsite: https://new.example/\n")));

    assertThat(reading.problems()).isEmpty();
    assertThat(reading.rules().ruleFor(Url.of("https://old.example/"))).isEmpty();
    assertThat(reading.rules().ruleFor(Url.of("https://new.example/"))).isPresent();
  }

  @Test
  void a_rule_with_a_problem_does_not_hide_the_others() {
    RuleReading reading =
        reader.read(
            List.of(
                source("a", "version: 1\nsite: nonsense\n"),
                source("b", "version: 1\nsite: https://b.example/\n")));

    assertThat(reading.problems()).hasSize(1);
    assertThat(reading.rules().rules()).extracting(SiteRule::name).containsExactly("b");
  }

  @Test
  void a_rule_with_a_problem_is_not_in_force() {
    RuleReading reading =
        reader.read(
            List.of(
                source("a", "version: 1\nsite: https://a.example/\nextract: { body: 'x[' }\n")));

    assertThat(reading.problems()).hasSize(1);
    assertThat(reading.rules().rules()).isEmpty();
  }

  @Test
  void a_byte_order_mark_and_windows_line_ends_are_no_problem() {
    RuleReading reading =
        reader.read(List.of(source("a", "\uFEFFversion: 1\r\nsite: https://a.example/\r\n")));

    assertThat(reading.problems()).isEmpty();
  }

  @Test
  void a_file_in_another_encoding_is_named_with_the_place() {
    byte[] bytes = "version: 1\nsite: 'أ'\n".getBytes(Charset.forName("windows-1256"));

    assertThat(problemOf(() -> bytes)).isEqualTo("f.yml:2:8: is not UTF-8; save the file as UTF-8");
  }

  @Test
  void a_file_that_is_too_large_is_not_parsed() {
    assertThat(problemOf(() -> new byte[262_145]))
        .isEqualTo("f.yml:1:1: has 262145 bytes; a rule file has 262144 at most");
  }

  @Test
  void an_empty_file_is_named() {
    assertThat(problemOf(() -> new byte[0]))
        .isEqualTo("f.yml:1:1: is empty; a rule begins with 'version: 1'");
  }

  @Test
  void an_unreadable_file_is_named() {
    assertThat(
            problemOf(
                () -> {
                  throw new IOException("disk on fire");
                }))
        .isEqualTo("f.yml:1:1: cannot be read: IO disk on fire");
  }

  @Test
  void ten_thousand_brackets_are_a_problem_and_no_overflow() {
    String text = "version: 1\nsite: " + "[".repeat(10_000);

    assertThat(problemOf(() -> text.getBytes(StandardCharsets.UTF_8)))
        .isEqualTo("f.yml:2:38: is nested deeper than 32 levels");
  }

  @Test
  void a_long_line_of_ancestors_is_a_problem_and_no_overflow() {
    List<RuleSource> sources = new ArrayList<>();
    for (int i = 1; i <= 5_000; i++) {
      sources.add(source("r" + i, "version: 1\nabstract: true\nextends: r" + (i - 1) + "\n"));
    }
    sources.add(0, source("r0", "version: 1\nabstract: true\nextends: r1\n"));

    assertThat(reader.read(sources).problems()).isNotEmpty();
  }

  private String problemOf(RuleSource.Content content) {
    List<RuleProblem> problems =
        reader.read(List.of(new RuleSource("f", "f.yml", content))).problems();
    assertThat(problems).hasSize(1);
    return problems.get(0).toString();
  }
}
