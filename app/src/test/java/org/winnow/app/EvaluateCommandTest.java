// SPDX-License-Identifier: Apache-2.0
package org.winnow.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EvaluateCommandTest {
  private static final String FIRST =
      "The well in the market square has water again after forty years, and nobody knows why.";
  private static final String SECOND =
      "Two geologists came from the university, took samples, and left with three full bottles.";
  private static final String PAGE =
      "<html><body><nav><a href=/>Home</a> <a href=/a>Archive</a></nav><article><h1>Water</h1><p>"
          + FIRST
          + "</p><p>"
          + SECOND
          + "</p></article></body></html>";

  @TempDir Path folder;

  @Test
  void scores_a_dataset_by_language_and_in_all() throws IOException {
    dataset();

    Run run = Run.winnow("evaluate", folder, "--no-rules", "--worst", "1", "--threads", "2");

    assertThat(run.code()).isZero();
    assertThat(run.out())
        .containsPattern("text +pages +P +R +F1 +shingleF1 +ms/page")
        .containsPattern("body +pages")
        .containsPattern("en +1 +1.0000 +1.0000 +1.0000")
        .containsPattern("fr +1 ")
        .containsPattern("all +2 ")
        .containsPattern("worst pages.*\n  P .* F1 .* other\n$");
  }

  @Test
  void writes_every_figure_as_json() throws IOException {
    dataset();

    Run run = Run.winnow("evaluate", folder, "--no-rules", "--format", "json");

    JsonNode json = new ObjectMapper().readTree(run.out());
    assertThat(json.at("/groups/0/name").asText()).isEqualTo("en");
    assertThat(json.at("/groups/0/text/f1").asDouble()).isEqualTo(1);
    assertThat(json.at("/groups/0/body/recall").asDouble()).isLessThan(1);
    assertThat(json.at("/groups/2/name").asText()).isEqualTo("all");
    assertThat(json.at("/worst/0/id").asText()).isEqualTo("other");
  }

  @Test
  void reads_pairs_of_files_at_any_depth() throws IOException {
    file("site/a.html", PAGE);
    file("site/a.gold.txt", "Water\n\n" + FIRST + "\n\n" + SECOND + "\n");
    file("site/deep/b.html", PAGE);
    file("site/deep/b.txt", FIRST + "\n");
    file("site/without-gold.html", PAGE);

    Run run = Run.winnow("evaluate", folder, "--no-rules");

    assertThat(run.code()).isZero();
    assertThat(run.out()).containsPattern("all +2 ").contains("site/deep/b");
  }

  @Test
  void shows_the_blocks_of_a_page_that_were_judged_wrongly() throws IOException {
    dataset();

    Run run = Run.winnow("evaluate", folder, "--no-rules", "--page", "other");

    assertThat(run.code()).isZero();
    assertThat(run.out())
        .contains("wrongly kept")
        .contains("    " + SECOND)
        .doesNotContain("    " + FIRST)
        .contains("blocks wrongly kept, 0 wrongly removed")
        .contains("text P ");
  }

  @Test
  void names_a_page_that_cannot_be_read_and_scores_it_as_empty() throws IOException {
    dataset();
    Files.write(folder.resolve("pages/other.html"), new byte[0]);

    Run run = Run.winnow("evaluate", folder, "--no-rules");

    assertThat(run.code()).isEqualTo(1);
    assertThat(run.err()).contains("other: the file is empty");
    assertThat(run.out()).containsPattern("fr +1 +0.0000 +0.0000 +0.0000");
  }

  @Test
  void names_everything_that_is_wrong_with_a_dataset() throws IOException {
    file("gold.jsonl", "{\"id\":\"a\"}\nnonsense\n{\"id\":\"../b\",\"gold_text\":\"x\"}\n");

    Run run = Run.winnow("evaluate", folder);

    assertThat(run.code()).isEqualTo(2);
    assertThat(run.err())
        .contains("gold.jsonl:1: a line needs")
        .contains("gold.jsonl:2: not a JSON object")
        .contains("gold.jsonl:3: no file pages/../b");
  }

  @Test
  void refuses_a_folder_without_labelled_pages() {
    Run run = Run.winnow("evaluate", folder);

    assertThat(run.code()).isEqualTo(2);
    assertThat(run.err()).contains("no labelled pages");
  }

  private void dataset() throws IOException {
    String gold =
        """
        {"id":"water","url":"https://www.example.org/water","lang":"en","gold_text":"Water\\n%1$s\\n%2$s"}
        {"id":"other","url":"https://www.example.org/other","lang":"fr","gold_text":"Water\\n%1$s"}
        """
            .formatted(FIRST, SECOND);
    file("gold.jsonl", gold);
    Files.createDirectories(folder.resolve("pages"));
    try (OutputStream out =
        new GZIPOutputStream(Files.newOutputStream(folder.resolve("pages/water.html.gz")))) {
      out.write(PAGE.getBytes(StandardCharsets.UTF_8));
    }
    file("pages/other.html", PAGE);
  }

  private void file(String name, String text) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }
}
