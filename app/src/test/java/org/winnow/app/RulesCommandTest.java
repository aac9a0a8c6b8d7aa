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

  @Test
  void a_sample_that_differs_is_shown_as_a_diff() throws IOException {
    Files.write(
        dir.resolve("a.html"),
        PageMaker.article("https://a.example/1", "Night buses", "One.", "").body());
    Files.writeString(dir.resolve("a.txt"), "Day buses\n", StandardCharsets.UTF_8);
    rule(
        """
        version: 1
        site: https://a.example/
        extract: { body: article }
        tests:
          - page: a.html
            url: https://a.example/1
            gold: a.txt
            contains: [ trams ]
            absent: [ council ]
        """);
    Run test = Run.winnow("rules", "test", "a.example", "--rules", dir);
    assertThat(test.code()).isEqualTo(1);
    assertThat(test.out())
        .contains("FAILED site a.html")
        .contains("missing: trams")
        .contains("not to be there: council")
        .contains("-Day buses")
        .contains("+Night buses")
        .contains("0 samples passed, 1 failed");
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
    assertThat(rules.err()).contains("name a command: check");
  }
}
