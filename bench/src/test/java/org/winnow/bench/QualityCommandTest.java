// SPDX-License-Identifier: Apache-2.0
package org.winnow.bench;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class QualityCommandTest {
  private static final String SENTENCE =
      "The library opened its reading hall again, and the first readers came early in the morning. ";

  private static final String ARABIC =
      "فتحت المكتبة قاعة القراءة من جديد، وجاء القراء الأوائل في ساعة مبكرة من الصباح. ";

  @TempDir private Path folder;

  @BeforeEach
  void pages() throws IOException {
    page("en", SENTENCE, Charset.forName("UTF-8"));
    page("ar", ARABIC, Charset.forName("windows-1256"));
    Files.writeString(
        folder.resolve("pages.jsonl"),
        """
        {"path": "en.html", "url": "https://www.library.example/en", "lang": "en", "kind": "article"}
        {"path": "ar.html", "url": "https://www.library.example/ar", "lang": "ar", "kind": "note"}
        """);
  }

  @Test
  void every_contender_has_a_row_and_every_language_and_kind_too() {
    BenchRun run = BenchRun.bench("quality", folder);
    assertThat(run.code()).isZero();
    assertThat(run.out().lines().map(line -> line.split("  ")[0]))
        .contains("winnow", "boilerpipe", "readability4j", "plain text", "ar", "en", "note");
  }

  @Test
  void peers_read_the_page_in_the_charset_that_winnow_decides_on() throws IOException {
    JsonNode page = json().at("/sets/0/pages/0");
    assertThat(page.path("id").asText()).isEqualTo("ar");
    assertThat(page.at("/boilerpipe/text").asDouble()).isGreaterThan(0.9);
    assertThat(page.at("/readability4j/body").asDouble()).isGreaterThan(0.9);
  }

  @Test
  void winnow_tells_how_sure_it_is_of_each_page() throws IOException {
    assertThat(json().at("/sets/0/contenders/winnow/body/f1").asDouble()).isGreaterThan(0.9);
    assertThat(json().at("/sets/0/pages/1/confidence").asDouble()).isBetween(0.05, 1.0);
  }

  @Test
  void alone_leaves_the_others_out() {
    assertThat(BenchRun.bench("quality", folder, "--alone").out())
        .contains("winnow")
        .doesNotContain("readability4j");
  }

  @Test
  void a_folder_without_labelled_pages_is_named() {
    BenchRun run = BenchRun.bench("quality", folder.resolve("none"));
    assertThat(run.code()).isEqualTo(2);
    assertThat(run.err()).contains("none: no such folder");
  }

  private JsonNode json() throws IOException {
    return new ObjectMapper().readTree(BenchRun.bench("quality", folder, "--json").out());
  }

  private void page(String name, String sentence, Charset charset) throws IOException {
    List<String> paragraphs =
        IntStream.rangeClosed(1, 6).mapToObj(i -> sentence.repeat(3) + i + ".").toList();
    String html =
        "<html><head><meta charset='%s'><title>Title</title></head><body><p>%s</p></body></html>"
            .formatted(charset.name(), String.join("</p><p>", paragraphs));
    Files.write(folder.resolve(name + ".html"), html.getBytes(charset));
    Files.writeString(folder.resolve(name + ".gold.txt"), String.join("\n\n", paragraphs));
  }
}
