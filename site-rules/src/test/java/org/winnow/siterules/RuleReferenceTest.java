// SPDX-License-Identifier: Apache-2.0
package org.winnow.siterules;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class RuleReferenceTest {
  private static final Path FILE = Path.of("..", "docs", "rule-reference.md");
  private static final RuleSource FAMILY =
      source("families/example", "version: 1\nabstract: true\n");

  private static RuleSource source(String name, String text) {
    return new RuleSource(name, name + ".yml", () -> text.getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void the_committed_reference_is_the_one_of_the_reader() throws IOException {
    CommittedFile.of("docs/rule-reference.md").isEqualTo(RuleReference.markdown());
  }

  @Test
  void every_example_in_it_is_read_without_a_problem() throws IOException {
    Matcher examples = Pattern.compile("(?s)```yaml\n(.*?)```").matcher(Files.readString(FILE));
    int count = 0;
    while (examples.find()) {
      RuleReading reading =
          new RuleReader(new BalancedBrackets())
              .read(List.of(FAMILY, source("r", examples.group(1))));
      assertThat(reading.problems()).as(examples.group(1)).isEmpty();
      count++;
    }
    assertThat(count).isGreaterThan(Keys.ALL.size());
  }

  @Test
  void every_default_is_one_of_a_key() {
    Stream<String> paths =
        Keys.ALL.stream()
            .flatMap(keys -> keys.keys().stream().map(key -> RuleReference.path(keys, key)));
    assertThat(paths).containsAll(RuleReference.DEFAULTS.keySet());
  }
}
