// SPDX-License-Identifier: Apache-2.0
package org.winnow.pipeline.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.winnow.corpus.Catalog;
import org.winnow.corpus.StoredRule;
import org.winnow.pipeline.rules.RuleFiles.RuleText;
import org.winnow.pipeline.rules.RuleVersions.Conflict;
import org.winnow.pipeline.rules.RuleVersions.Edit;
import org.winnow.pipeline.rules.RuleVersions.Outcome;
import org.winnow.pipeline.rules.RuleVersions.Saved;
import org.winnow.siterules.RuleProblem;

class RuleVersionsTest {
  private static final String NAME = "valley.example";
  private static final String FIRST = "version: 1\nsite: https://valley.example/\n";
  private static final String SECOND = FIRST + "keep: .box\n";

  @TempDir private Path folder;
  private Path rules;
  private Catalog catalog;
  private RuleFiles files;
  private RuleVersions versions;

  @BeforeEach
  void open() throws IOException {
    rules = folder.resolve("rules");
    catalog = Catalog.open(folder.resolve("catalog.db"));
    files = new RuleFiles(rules);
    Clock clock = Clock.fixed(Instant.parse("2026-03-01T08:00:00Z"), ZoneOffset.UTC);
    versions = new RuleVersions(catalog.jdbi(), files, clock);
  }

  @AfterEach
  void close() {
    catalog.close();
  }

  private Outcome save(String base, String text) throws IOException {
    return versions.save(new Edit(NAME, base, text, "a message", "salma", ""));
  }

  private String base() {
    return files.find(NAME).map(RuleText::sha256).orElse("");
  }

  private Path file() {
    return rules.resolve(NAME).resolve("rule.yml");
  }

  @Test
  void a_save_is_a_file_and_a_version() throws IOException {
    assertThat(save("", FIRST)).isInstanceOf(Saved.class);
    assertThat(save(base(), SECOND)).isInstanceOf(Saved.class);

    assertThat(file()).hasContent(SECOND);
    assertThat(versions.all(NAME))
        .extracting(StoredRule::number, StoredRule::text, StoredRule::author, StoredRule::message)
        .containsExactly(
            tuple(2, SECOND, "salma", "a message"), tuple(1, FIRST, "salma", "a message"));
    try (var left = Files.list(file().getParent())) {
      assertThat(left).containsExactly(file());
    }
  }

  @Test
  void an_edit_on_disk_in_between_is_a_conflict_and_stays() throws IOException {
    save("", FIRST);
    String base = base();
    Files.writeString(file(), FIRST + "status: unverified\n");

    Outcome outcome = save(base, SECOND);

    assertThat(outcome)
        .isInstanceOfSatisfying(
            Conflict.class,
            conflict -> {
              assertThat(conflict.onDisk()).endsWith("status: unverified\n");
              assertThat(conflict.diff()).contains("-status: unverified", "+keep: .box");
            });
    assertThat(file()).content().endsWith("status: unverified\n");
    assertThat(versions.all(NAME)).hasSize(1);
  }

  @Test
  void what_was_edited_on_disk_before_is_a_version_too() throws IOException {
    save("", FIRST);
    Files.writeString(file(), FIRST + "status: unverified\n");
    save(base(), SECOND);

    assertThat(versions.all(NAME))
        .extracting(StoredRule::message)
        .containsExactly("a message", "As found on disk", "a message");
  }

  @Test
  void a_version_can_be_had_back_and_that_is_a_version() throws IOException {
    save("", FIRST);
    save(base(), SECOND);

    assertThat(versions.revert(NAME, 1, base(), "salma", "")).get().isInstanceOf(Saved.class);

    assertThat(file()).hasContent(FIRST);
    assertThat(versions.all(NAME)).hasSize(3);
    assertThat(versions.revert(NAME, 9, base(), "salma", "")).isEmpty();
  }

  @Test
  void a_file_that_cannot_be_written_leaves_no_version() throws IOException {
    Files.createDirectories(rules);
    Files.writeString(rules.resolve(NAME), "in the way");

    assertThatThrownBy(() -> save("", FIRST)).isInstanceOf(IOException.class);

    assertThat(versions.all(NAME)).isEmpty();
  }

  @Test
  void a_save_that_was_killed_before_its_version_is_noted_with_the_next() throws IOException {
    save("", FIRST);
    // What a kill between the file and the end of the transaction leaves.
    Files.writeString(file(), SECOND);
    Files.writeString(file().resolveSibling(".rule.yml.part"), "half");
    assertThat(files.find(NAME)).map(RuleText::text).contains(SECOND);

    save(base(), FIRST + "status: verified\n");

    assertThat(versions.all(NAME)).extracting(StoredRule::text).contains(SECOND);
  }

  @Test
  void a_bundled_rule_is_saved_as_ones_own_with_its_samples() throws IOException {
    RuleText bundled = files.find("elaph.example").orElseThrow();
    assertThat(bundled.isOwn()).isFalse();

    versions.save(
        new Edit(
            "elaph.example", bundled.sha256(), bundled.text() + "keep: .box\n", "", "salma", ""));

    RuleText own = files.find("elaph.example").orElseThrow();
    assertThat(own.isOwn()).isTrue();
    assertThat(own.path()).isEqualTo(rules.resolve("elaph.example/rule.yml"));
    assertThat(own.path().resolveSibling("samples")).isNotEmptyDirectory();
    assertThat(files.read().problems()).isEmpty();
    assertThat(versions.all("elaph.example")).hasSize(2);
  }

  @Test
  void no_name_leads_out_of_the_folder() {
    for (String name : List.of("../x", "/etc/x", "a/../../x", "..", "a\\b", "")) {
      assertThatThrownBy(() -> files.placeOf(name)).isInstanceOf(IllegalArgumentException.class);
    }
  }

  @Test
  void a_text_is_read_with_the_rules_that_it_extends() throws IOException {
    Files.createDirectories(rules.resolve("families"));
    Files.writeString(
        rules.resolve("families/valley.yml"), "version: 1\nabstract: true\nkeep: .box\n");
    String heir = FIRST + "extends: families/valley\n";

    assertThat(files.readAlone(NAME, heir).rules().named(NAME).orElseThrow().keep()).hasSize(1);
    assertThat(files.readAlone(NAME, heir).problems()).isEmpty();
    assertThat(files.readAlone(NAME, FIRST + "extends: families/none\n").problems())
        .extracting(RuleProblem::mark)
        .allMatch(mark -> mark.line() == 3);
  }
}
