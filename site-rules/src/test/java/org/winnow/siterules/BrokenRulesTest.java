// SPDX-License-Identifier: Apache-2.0
package org.winnow.siterules;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Every broken rule of {@code broken-rules.txt} gives exactly the problems that stand below it. */
class BrokenRulesTest {
  private final RuleReader reader = new RuleReader(new BalancedBrackets());

  @TestFactory
  Stream<DynamicTest> a_broken_rule_names_place_and_remedy() throws IOException {
    try (InputStream stream = getClass().getResourceAsStream("broken-rules.txt")) {
      String all =
          new String(Objects.requireNonNull(stream).readAllBytes(), StandardCharsets.UTF_8);
      return Stream.of(all.split("(?m)^=== ", -1))
          .skip(1)
          .map(
              each ->
                  DynamicTest.dynamicTest(
                      each.lines().findFirst().orElseThrow(), () -> check(each)))
          .toList()
          .stream();
    }
  }

  private void check(String section) {
    String[] parts = section.substring(section.indexOf('\n') + 1).split("(?m)^>>>\n", -1);
    List<RuleSource> source =
        List.of(new RuleSource("r", "r.yml", () -> parts[0].getBytes(StandardCharsets.UTF_8)));

    List<RuleProblem> problems =
        Assertions.assertTimeout(Duration.ofSeconds(1), () -> reader.read(source).problems());

    assertThat(problems)
        .extracting(RuleProblem::toString)
        .containsExactlyElementsOf(parts[1].lines().toList());
  }
}
