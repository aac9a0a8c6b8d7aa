// SPDX-License-Identifier: Apache-2.0
package org.winnow.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.winnow.corpus.Url;
import org.winnow.pipeline.rules.Samples;
import org.winnow.siterules.SampleTest;
import org.winnow.siterules.SiteRule;

/** The demo, and what can be done with the corpus that it makes. */
class DemoCommandTest {
  @TempDir private static Path data;
  @TempDir private Path dir;

  private static Run demo = new Run(-1, "", "");

  @BeforeAll
  static void run() {
    demo = Run.winnow("demo", "--data", data);
  }

  private static Map<Url, String> goldTexts() throws IOException {
    Map<Url, String> gold = new HashMap<>();
    for (SiteRule rule : new RuleOptions().rules().rules()) {
      for (SampleTest sample : rule.tests()) {
        if (sample.gold() != null && sample.url() != null) {
          gold.put(
              Samples.url(rule, sample),
              new String(Samples.bytes(sample, sample.gold()), StandardCharsets.UTF_8));
        }
      }
    }
    return gold;
  }

  private List<JsonNode> exported(Object... more) throws IOException {
    Object[] arguments = new Object[5 + more.length];
    System.arraycopy(new Object[] {"export", "--data", data, "--out", dir}, 0, arguments, 0, 5);
    System.arraycopy(more, 0, arguments, 5, more.length);
    Run export = Run.winnow(arguments);
    assertThat(export.code()).as(export.err()).isZero();
    List<JsonNode> entries = new java.util.ArrayList<>();
    for (String line : Files.readAllLines(dir.resolve("index.jsonl"))) {
      entries.add(new ObjectMapper().readTree(line));
    }
    return entries;
  }

  @Test
  void five_sites_are_crawled_and_every_one_gives_articles() {
    assertThat(demo.code()).as(demo.err()).isZero();
    assertThat(demo.out().lines().filter(line -> line.matches("\\S+\\.example .*[1-9].* %")))
        .hasSize(5);
    assertThat(demo.out()).contains("The texts: " + data.resolve("text")).contains("Try next:");
  }

  @Test
  void every_text_is_as_the_samples_say_and_no_article_is_there_twice() throws IOException {
    Map<Url, String> gold = goldTexts();
    List<JsonNode> entries = exported();
    assertThat(entries).hasSizeGreaterThanOrEqualTo(10);
    assertThat(entries).extracting(e -> e.get("sha256").asText()).doesNotHaveDuplicates();
    for (JsonNode entry : entries) {
      Url url = Url.of(entry.get("url").asText());
      String text = Files.readString(dir.resolve(entry.get("file").asText()));
      // An article of two pages is the first page's text and what the second adds to it.
      assertThat(text).as(url.toString()).startsWith(gold.get(url).stripTrailing());
    }
  }

  @Test
  void an_export_names_files_by_number_and_address_and_is_repeatable() throws IOException {
    List<JsonNode> entries = exported();
    assertThat(entries.get(0).get("file").asText()).matches("000_[0-9a-f]{16}\\.txt");
    byte[] index = Files.readAllBytes(dir.resolve("index.jsonl"));
    exported();
    assertThat(Files.readAllBytes(dir.resolve("index.jsonl"))).isEqualTo(index);
  }

  @Test
  void a_smaller_export_takes_back_the_files_of_a_larger_one_and_nothing_else() throws IOException {
    exported();
    Path own = Files.writeString(dir.resolve("notes.txt"), "mine");
    List<JsonNode> entries = exported("--site", "elaph.example");
    assertThat(entries).extracting(e -> e.get("site").asText()).containsOnly("elaph.example");
    try (var files = Files.list(dir)) {
      assertThat(files).hasSize(entries.size() + 2).contains(own);
    }
  }

  @Test
  void a_bilingual_article_is_exported_by_language_where_its_rule_wants_it() throws IOException {
    Path rule = Files.createDirectories(dir.resolve("rules/sham-bilingual.example"));
    Files.writeString(
        rule.resolve("rule.yml"),
        """
        version: 1
        site: https://sham-bilingual.example/
        languages: { expect: [ en, ar ], split: script, files: separate }
        """);
    List<JsonNode> entries =
        exported("--site", "sham-bilingual.example", "--rules", dir.resolve("rules"));
    assertThat(entries).extracting(e -> e.get("language").asText()).contains("en", "ar");
    assertThat(entries).hasSize(2 * exported("--site", "sham-bilingual.example").size());
  }

  @Test
  void jsonl_holds_the_texts() throws IOException {
    List<JsonNode> entries = exported("--format", "jsonl", "--since", "2000-01-01");
    assertThat(entries).allSatisfy(e -> assertThat(e.get("text").asText()).isNotBlank());
    try (var files = Files.list(dir)) {
      assertThat(files).hasSize(1);
    }
  }

  @Test
  void a_wrong_date_is_a_wrong_command() {
    Run run = Run.winnow("export", "--data", data, "--out", dir, "--since", "yesterday");
    assertThat(run.code()).isEqualTo(2);
    assertThat(run.err()).contains("'yesterday' is not a date").contains("2026-01-31");
  }

  @Test
  void status_shows_the_sites() {
    Run status = Run.winnow("status", "--data", data);
    assertThat(status.code()).isZero();
    assertThat(status.out().lines()).hasSize(6).anyMatch(line -> line.startsWith("elaph.example"));
  }

  @Test
  void a_folder_without_a_corpus_is_a_wrong_command() {
    Run status = Run.winnow("status", "--data", dir);
    assertThat(status.code()).isEqualTo(2);
    assertThat(status.err()).contains("no corpus here yet").contains("winnow crawl");
  }

  @Test
  void the_archive_can_be_extracted_again() throws IOException {
    Run again = Run.winnow("extract", data.resolve("archive"), "--out", dir);
    try (var files = Files.walk(dir)) {
      assertThat(files.filter(file -> file.toString().endsWith(".txt")))
          .as(again.err())
          .hasSizeGreaterThanOrEqualTo(10);
    }
  }
}
