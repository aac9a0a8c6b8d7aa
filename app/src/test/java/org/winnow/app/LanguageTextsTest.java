// SPDX-License-Identifier: Apache-2.0
package org.winnow.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LanguageTextsTest {
  private static final String ENGLISH =
      "The ferry crosses the river every hour until the first frost.";
  private static final String ARABIC = "عبارة النهر تعبر كل ساعة من نيسان حتى أول صقيع في الخريف.";

  @TempDir private Path folder;
  private Path page;

  @BeforeEach
  void write_a_bilingual_page() throws IOException {
    page =
        Files.writeString(
            folder.resolve("ferry.html"),
            "<html lang=en><meta charset=utf-8><h1>The ferry</h1><article><p>%1$s<p>%2$s<p>Then %1$s<p>ثم %2$s"
                .formatted(ENGLISH, ARABIC));
  }

  private Run extract(String languages, Object... more) throws IOException {
    Path rules = Files.createDirectories(folder.resolve("rules"));
    Files.writeString(
        rules.resolve("r.yml"),
        "version: 1\nsite: https://a.example/\nextract: { title: h1, body: article }\n"
            + languages);
    Object[] all = new Object[more.length + 6];
    System.arraycopy(
        new Object[] {"extract", page, "--url", "https://a.example/1", "--rules", rules},
        0,
        all,
        0,
        6);
    System.arraycopy(more, 0, all, 6, more.length);
    return Run.winnow(all);
  }

  @Test
  void each_language_is_a_file_of_its_own_where_the_rule_wants_it() throws IOException {
    Path out = folder.resolve("out");
    extract("languages: { expect: [ en, ar ], split: script, files: separate }\n", "--out", out);
    assertThat(out.resolve("ferry.en.txt"))
        .hasContent("The ferry\n\n" + ENGLISH + "\n\nThen " + ENGLISH + "\n");
    assertThat(out.resolve("ferry.ar.txt")).hasContent(ARABIC + "\n\nثم " + ARABIC + "\n");
    assertThat(out.resolve("ferry.txt")).doesNotExist();
  }

  @Test
  void each_language_is_a_line_of_its_own_in_json_lines() throws IOException {
    Run run =
        extract(
            "languages: { expect: [ en, ar ], split: script, files: separate }\n",
            "--format",
            "jsonl");
    assertThat(run.out().lines()).hasSize(2);
    assertThat(run.out()).contains("\"language\":\"en\"", "\"language\":\"ar\"", "ferry.ar\"");
  }

  @Test
  void a_script_that_the_rule_does_not_expect_names_its_file_itself() throws IOException {
    Path out = folder.resolve("out");
    extract("languages: { split: script, files: separate }\n", "--out", out);
    assertThat(out.resolve("ferry.en.txt")).exists();
    assertThat(out.resolve("ferry.arabic.txt")).exists();
  }

  @Test
  void without_that_the_languages_are_one_text() throws IOException {
    Path out = folder.resolve("out");
    extract("languages: { split: script }\n", "--out", out);
    assertThat(out.resolve("ferry.txt")).content().contains(ENGLISH, ARABIC);
  }
}
