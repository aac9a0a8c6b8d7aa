// SPDX-License-Identifier: Apache-2.0
package org.winnow.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A corpus of one small site is crawled without a rule; then the rule changes. */
class ReextractionTest {
  @TempDir private Path dir;
  private Path data;
  private Path rules;

  @BeforeEach
  void crawl() throws IOException {
    data = dir.resolve("data");
    rules = Files.createDirectory(dir.resolve("rules"));
    rule("");
    try (MiniatureWeb web = new MiniatureWeb(new RuleOptions().rules())) {
      String elaph =
          web.origins().stream().filter(o -> o.contains("elaph")).findFirst().orElseThrow();
      Run crawl =
          Run.winnow(
              "crawl",
              "elaph.example",
              "--rules",
              rules,
              "--data",
              data,
              "--map",
              elaph,
              "--delay",
              "1ms");
      assertThat(crawl.code()).as(crawl.err()).isZero();
    }
  }

  private void rule(String more) throws IOException {
    Files.writeString(
        rules.resolve("elaph.example.yml"), "version: 1\nsite: https://elaph.example/\n" + more);
  }

  private Run again(Object... more) {
    return Run.winnow(
        Stream.concat(Stream.of("extract", "--data", data, "--rules", rules), Stream.of(more))
            .toArray());
  }

  private Path text() throws IOException {
    try (Stream<Path> files = Files.walk(data.resolve("text"))) {
      return files.filter(Files::isRegularFile).sorted().findFirst().orElseThrow();
    }
  }

  @Test
  void an_unchanged_rule_changes_nothing() throws IOException {
    FileTime before = FileTime.from(Instant.EPOCH);
    Files.setLastModifiedTime(text(), before);
    Run again = again();
    assertThat(again.code()).as(again.err()).isZero();
    assertThat(again.out())
        .isEqualTo("0 articles changed, 2 unchanged, 0 newly empty, 0 new ones found\n");
    assertThat(Files.getLastModifiedTime(text())).isEqualTo(before);
  }

  @Test
  void a_changed_rule_changes_texts_and_rows() throws IOException {
    String first = Files.readString(text());
    rule("remove: { selectors: 'p:nth-of-type(2)' }\nextract: { body: p }\n");
    Run again = again();
    assertThat(again.out()).startsWith("2 articles changed, 0 unchanged");
    assertThat(Files.readString(text())).isNotEqualTo(first);
    assertThat(again().out()).startsWith("0 articles changed, 2 unchanged");
  }

  @Test
  void a_dry_run_counts_and_writes_nothing() throws IOException {
    String first = Files.readString(text());
    rule("extract: { body: p }\nremove: { selectors: 'p:nth-of-type(2)' }\n");
    assertThat(again("--dry-run").out())
        .startsWith("2 articles changed")
        .contains("nothing was written");
    assertThat(Files.readString(text())).isEqualTo(first);
    assertThat(again("--dry-run").out()).startsWith("2 articles changed");
  }

  @Test
  void an_article_that_is_empty_now_keeps_its_text_and_is_named() throws IOException {
    String first = Files.readString(text());
    rule("extract: { body: .nowhere }\n");
    Run again = again();
    assertThat(again.code()).isEqualTo(1);
    assertThat(again.out()).startsWith("0 articles changed, 0 unchanged, 2 newly empty");
    assertThat(again.err()).contains("https://elaph.example/").contains("extract.body");
    assertThat(Files.readString(text())).isEqualTo(first);
  }

  @Test
  void pages_of_other_sites_and_days_are_left_out() {
    assertThat(again("--site", "other.example").err()).contains("no stored pages of other.example");
    assertThat(again("--since", "2999-01-01").code()).isEqualTo(2);
    assertThat(again("--site", "elaph.example", "--since", "2020-01-01").out())
        .contains("2 unchanged");
  }

  @Test
  void a_page_that_is_no_article_any_more_raises_no_alarm_any_more() throws IOException {
    rule("extract: { body: .nowhere }\n");
    again();
    assertThat(missed()).isPositive();
    rule("discover: { articles: { deny: / } }\n");
    again();
    assertThat(missed()).isZero();
  }

  /** The last but one column of the table of rules. */
  private int missed() {
    String out = Run.winnow("rules", "status", "--data", data, "--rules", rules).out();
    return out.lines()
        .filter(line -> line.startsWith("elaph.example"))
        .map(line -> line.split(" +", -1)[5])
        .mapToInt(Integer::parseInt)
        .sum();
  }

  @Test
  void options_that_need_a_corpus_say_so() {
    Run wrong = Run.winnow("extract", "--dry-run", "page.html");
    assertThat(wrong.code()).isEqualTo(2);
    assertThat(wrong.err()).contains("--data DIR");
    assertThat(again("page.html").err()).contains("name no others");
  }

  @Test
  void without_a_folder_the_usual_one_is_meant() {
    Run run = Run.winnow("extract", "--since", "2020-01-01");
    assertThat(run.code()).isEqualTo(2);
    assertThat(run.err()).contains("winnow-data");
  }
}
