// SPDX-License-Identifier: Apache-2.0
package org.winnow.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LiveRulesTest {
  @TempDir private Path folder;

  private Path rule(String name, String more) throws IOException {
    return Files.writeString(
        folder.resolve(name + ".yml"), "version: 1\nsite: https://" + name + "/\n" + more);
  }

  private static String every(LiveRules rules, String name) {
    return rules
        .refresh()
        .named(name)
        .map(rule -> String.valueOf(rule.crawl().schedule().every()))
        .orElse("no rule");
  }

  @Test
  void a_file_that_is_added_or_changed_or_deleted_counts() throws IOException {
    LiveRules rules = LiveRules.of(folder);
    assertThat(every(rules, "one.example")).isEqualTo("no rule");
    Path file = rule("one.example", "schedule: { every: 1h }\n");
    assertThat(every(rules, "one.example")).isEqualTo("PT1H");
    rule("one.example", "schedule: { every: 2h }\n");
    assertThat(every(rules, "one.example")).isEqualTo("PT2H");
    Files.delete(file);
    assertThat(every(rules, "one.example")).isEqualTo("no rule");
  }

  @Test
  void a_broken_edit_keeps_the_rule_and_says_what_is_wrong() throws IOException {
    rule("one.example", "schedule: { every: 1h }\n");
    rule("two.example", "schedule: { every: 1h }\n");
    LiveRules rules = LiveRules.of(folder);
    rule("one.example", "shedule: { every: 3h }\n");
    rule("two.example", "schedule: { every: 2h }\n");
    assertThat(every(rules, "one.example")).isEqualTo("PT1H");
    assertThat(every(rules, "two.example")).isEqualTo("PT2H");
    assertThat(rules.problems()).hasSize(1).first().asString().contains("one.example.yml:3");
    rule("one.example", "schedule: { every: 4h }\n");
    assertThat(every(rules, "one.example")).isEqualTo("PT4H");
    assertThat(rules.problems()).isEmpty();
  }

  @Test
  void a_folder_that_is_not_there_yet_has_the_bundled_rules() {
    LiveRules rules = LiveRules.of(folder.resolve("rules"));
    assertThat(rules.current().rules()).isNotEmpty();
    assertThat(rules.problems()).isEmpty();
  }
}
