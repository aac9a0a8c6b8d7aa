// SPDX-License-Identifier: Apache-2.0
package org.winnow.siterules;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class KeyExamplesTest {
  private static final String START = "version: 1\nsite: https://www.example.org/\n";
  private static final RuleSource FAMILY =
      new RuleSource(
          "families/example",
          "family.yml",
          () -> "version: 1\nabstract: true\n".getBytes(StandardCharsets.UTF_8));

  static Stream<Arguments> keys() {
    return Keys.ALL.stream()
        .flatMap(
            keys ->
                keys.keys().stream()
                    .map(key -> Arguments.of(keys.place() + " " + key.name(), key)));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("keys")
  void the_example_of_a_key_is_a_rule_that_has_it(String place, Key key) {
    String text = START + key.example() + "\n";
    RuleSource source = new RuleSource("r", "r.yml", () -> text.getBytes(StandardCharsets.UTF_8));

    RuleReading reading = new RuleReader(new BalancedBrackets()).read(List.of(FAMILY, source));

    assertThat(reading.problems()).isEmpty();
    assertThat(text).contains(key.name() + ":");
    assertThat(key.about()).endsWith(".");
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("keys")
  void a_choice_names_its_values(String place, Key key) {
    boolean isChoice = key.shape() == Key.Shape.CHOICE || key.shape() == Key.Shape.CHOICES;

    assertThat(key.choices().isEmpty()).isEqualTo(!isChoice);
  }
}
