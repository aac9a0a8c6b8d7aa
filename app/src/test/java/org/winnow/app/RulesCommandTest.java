// SPDX-License-Identifier: Apache-2.0
package org.winnow.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.winnow.extractors.Extractor;
import org.winnow.pipeline.rules.SampleCheck;
import org.winnow.siterules.RuleSchema;
import org.winnow.siterules.RuleSet;

class RulesCommandTest {
  @TempDir private Path dir;

  private Path rule(String yaml) throws IOException {
    return Files.writeString(dir.resolve("site.yml"), yaml);
  }

  @TestFactory
  Stream<DynamicTest> every_bundled_sample_gives_its_text() {
    RuleSet rules = new RuleOptions().rules();
    SampleCheck check = new SampleCheck(new Extractor(rules));
    return rules.rules().stream()
        .flatMap(
            rule ->
                rule.tests().stream()
                    .map(
                        sample ->
                            DynamicTest.dynamicTest(
                                rule.name() + " " + sample.page(),
                                () -> assertThat(check.problems(rule, sample)).isEmpty())));
  }

  @Test
  void the_bundled_rules_have_no_problems() {
    Run check = Run.winnow("rules", "check");
    assertThat(check.code()).as(check.err()).isZero();
    assertThat(check.out()).contains("no problems");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "site: nonsense                                  | site.yml:2:7: site",
        "site: https://a.example/\\nfallbck: auto        | site.yml:3:1: fallbck",
        "site: https://a.example/\\nextract: {boddy: p}  | did you mean body?",
        "site: https://a.example/\\nextract: {body: 'p['}| site.yml:3:17: extract.body"
      })
  void mistakes_are_named_with_their_place(String lines, String message) throws IOException {
    Path file = rule("version: 1\n" + lines.replace("\\n", "\n").strip() + "\n");
    Run check = Run.winnow("rules", "check", file);
    assertThat(check.code()).isEqualTo(2);
    assertThat(check.err()).contains(message);
  }

  @Test
  void a_missing_folder_is_a_wrong_command() {
    Run check = Run.winnow("rules", "check", dir.resolve("nowhere"));
    assertThat(check.code()).isEqualTo(2);
    assertThat(check.err()).contains("nowhere: no such folder");
  }

  private Path gold() throws IOException {
    Files.write(
        dir.resolve("a.html"),
        PageMaker.article("https://a.example/1", "Night buses", "One.", "").body());
    return Files.writeString(dir.resolve("a.txt"), "Day buses\n", StandardCharsets.UTF_8);
  }

  private void ruleWithTest(String more) throws IOException {
    rule(
        """
        version: 1
        site: https://a.example/
        extract: { body: article }
        tests:
          - page: a.html
            url: https://a.example/1
            gold: a.txt
        """
            + more);
  }

  @Test
  void a_sample_that_differs_is_shown_as_a_diff() throws IOException {
    gold();
    ruleWithTest("    contains: [ trams ]\n    absent: [ council ]\n");
    Run test = Run.winnow("rules", "test", "a.example", "--rules", dir);
    assertThat(test.code()).isEqualTo(1);
    assertThat(test.out())
        .contains("FAILED site a.html")
        .contains("missing: trams")
        .contains("not to be there: council")
        .contains("paragraph 1")
        .contains("  - Day buses")
        .contains("  + Night buses")
        .contains("0 samples passed, 1 failed");
  }

  @Test
  void an_update_writes_the_text_beside_the_gold_and_leaves_the_gold_alone() throws IOException {
    Path gold = gold();
    ruleWithTest("");
    Run test = Run.winnow("rules", "test", "a.example", "--rules", dir, "--update");
    assertThat(test.code()).isEqualTo(1);
    assertThat(test.err()).contains("a.received.txt").contains("--accept");
    assertThat(gold).hasContent("Day buses\n");
    assertThat(dir.resolve("a.received.txt")).content().startsWith("Night buses\n\nOne.");
  }

  @Test
  void an_accepted_update_is_the_new_gold() throws IOException {
    Path gold = gold();
    ruleWithTest("");
    Run.winnow("rules", "test", "a.example", "--rules", dir, "--update", "--accept");
    assertThat(gold).content().startsWith("Night buses\n\nOne.");
    assertThat(dir.resolve("a.received.txt")).doesNotExist();
    assertThat(Run.winnow("rules", "test", "a.example", "--rules", dir).code()).isZero();
  }

  @Test
  void a_missing_gold_can_be_made_by_an_update() throws IOException {
    Files.delete(gold());
    ruleWithTest("");
    Run test = Run.winnow("rules", "test", "a.example", "--rules", dir);
    assertThat(test.out()).contains("a.txt: no such file");
    Run.winnow("rules", "test", "a.example", "--rules", dir, "--update", "--accept");
    assertThat(Run.winnow("rules", "test", "a.example", "--rules", dir).code()).isZero();
  }

  @Test
  void accepting_goes_only_with_an_update() {
    Run test = Run.winnow("rules", "test", "--accept");
    assertThat(test.code()).isEqualTo(2);
    assertThat(test.err()).contains("--update");
  }

  @Test
  void live_pages_are_searched_but_not_compared() throws IOException {
    RuleSet rules = new RuleOptions().rules();
    gold();
    try (MiniatureWeb web = new MiniatureWeb(rules)) {
      String elaph =
          web.origins().stream().filter(o -> o.contains("elaph")).findFirst().orElseThrow();
      Run test =
          Run.winnow("rules", "test", "elaph.example", "--live", "--map", elaph, "--delay", "1ms");
      assertThat(test.code()).as(test.out()).isZero();
      assertThat(test.out()).contains("2 samples passed, 0 failed");
    }
  }

  @Test
  void a_live_page_that_is_gone_is_named() throws IOException {
    gold();
    ruleWithTest("");
    try (MiniatureWeb web = new MiniatureWeb(new RuleOptions().rules())) {
      String base = web.origins().get(0).split("=")[1];
      Run test =
          Run.winnow(
              "rules",
              "test",
              "a.example",
              "--rules",
              dir,
              "--live",
              "--map",
              "https://a.example=" + base,
              "--delay",
              "1ms");
      assertThat(test.code()).isEqualTo(1);
      assertThat(test.out()).contains("FAILED site https://a.example/1").contains("http 404");
    }
  }

  @Test
  void a_text_with_too_few_words_fails() throws IOException {
    gold();
    ruleWithTest("    words: { min: 500 }\n");
    assertThat(Run.winnow("rules", "test", "a.example", "--rules", dir).out())
        .contains("words, and at least 500 are wanted");
  }

  @Test
  void the_schema_is_printed_as_it_is() {
    Run schema = Run.winnow("rules", "schema");
    assertThat(schema.code()).isZero();
    assertThat(schema.out()).isEqualTo(RuleSchema.json());
  }

  @Test
  void a_check_names_samples_that_are_not_there() throws IOException {
    Files.delete(gold());
    ruleWithTest("");
    Run check = Run.winnow("rules", "check", dir);
    assertThat(check.code()).isEqualTo(2);
    assertThat(check.err())
        .contains("site.yml:5:5: tests[].gold: there is no file 'a.txt' beside the rule")
        .doesNotContain("a.html")
        .contains("1 problem;");
  }

  @Test
  void an_unknown_site_is_answered_with_the_nearest_one() {
    Run test = Run.winnow("rules", "test", "elap.example");
    assertThat(test.code()).isEqualTo(2);
    assertThat(test.err()).contains("did you mean elaph.example?");
  }

  @Test
  void rules_alone_asks_for_a_command() {
    Run rules = Run.winnow("rules");
    assertThat(rules.code()).isEqualTo(2);
    assertThat(rules.err()).contains("name a command: new, learn, check");
  }
}
