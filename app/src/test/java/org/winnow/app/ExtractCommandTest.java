// SPDX-License-Identifier: Apache-2.0
package org.winnow.app;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExtractCommandTest {
  private static final String HEADLINE = "Harbour bridge opens to walkers";
  private static final String FIRST =
      "The new bridge over the old harbour was opened on Monday after three years of work, and"
          + " several thousand people walked across it before noon.";
  private static final String SECOND =
      "The city says that the bridge cost less than planned, because the two towers could be built"
          + " on the foundations of the crane that stood there until the nineties.";
  private static final String TEXT = HEADLINE + "\n\n" + FIRST + "\n\n" + SECOND + "\n";

  @TempDir private Path dir;
  private Path pages;
  private Path out;

  @BeforeEach
  void folders() throws IOException {
    pages = Files.createDirectory(dir.resolve("pages"));
    out = dir.resolve("out");
  }

  private static String html(String head) {
    return "<!DOCTYPE html><html lang=en><head><meta charset=utf-8><title>"
        + HEADLINE
        + "</title>"
        + head
        + "</head><body><nav><a href=/>Home</a> <a href=/news>News</a></nav><article><h1>"
        + HEADLINE
        + "</h1><p>"
        + FIRST
        + "</p><p>"
        + SECOND
        + "</p></article><div class=share><a href=#>Share</a></div></body></html>";
  }

  private Path page(String name) throws IOException {
    Path file = pages.resolve(name);
    Files.createDirectories(file.getParent());
    return Files.writeString(file, html(""));
  }

  private static List<JsonNode> objects(String jsonl) throws IOException {
    ObjectMapper json = new ObjectMapper();
    List<JsonNode> objects = new java.util.ArrayList<>();
    for (String line : jsonl.lines().toList()) {
      objects.add(json.readTree(line));
    }
    return objects;
  }

  @Test
  void one_file_goes_to_stdout() throws IOException {
    Run run = Run.winnow("extract", page("a.html"));
    assertThat(run.err()).isEmpty();
    assertThat(run.out()).isEqualTo(TEXT);
    assertThat(run.code()).isZero();
  }

  @Test
  void a_folder_becomes_the_same_tree_of_text_files() throws IOException {
    page("a.html");
    page("news/b.htm");
    Files.writeString(pages.resolve("style.css"), "p {}");
    Run run = Run.winnow("extract", pages, "--out", out);
    assertThat(run.code()).isZero();
    assertThat(out.resolve("a.txt")).hasContent(TEXT);
    assertThat(out.resolve("news/b.txt")).hasContent(TEXT);
    assertThat(run.err()).contains("1 file left alone");
    try (var files = Files.walk(out)) {
      assertThat(files.filter(Files::isRegularFile)).hasSize(2);
    }
  }

  @Test
  void a_folder_may_be_named_relative_to_the_working_directory() throws IOException {
    page("a.html");
    Path relative = Path.of("").toAbsolutePath().relativize(pages);
    Run run = Run.winnow("extract", relative, "--out", out);
    assertThat(run.err()).doesNotContain("bug");
    assertThat(out.resolve("a.txt")).hasContent(TEXT);
  }

  @Test
  void a_second_run_touches_no_file() throws IOException {
    page("a.html");
    Run.winnow("extract", pages, "--out", out);
    var old = java.nio.file.attribute.FileTime.fromMillis(1_000_000);
    Files.setLastModifiedTime(out.resolve("a.txt"), old);
    assertThat(Run.winnow("extract", pages, "--out", out).code()).isZero();
    assertThat(Files.getLastModifiedTime(out.resolve("a.txt"))).isEqualTo(old);
  }

  @Test
  void pages_of_one_name_with_different_extensions_both_get_a_file() throws IOException {
    page("a.html");
    page("a.htm");
    assertThat(Run.winnow("extract", pages, "--out", out).code()).isZero();
    assertThat(out.resolve("a.txt")).exists();
    assertThat(out.resolve("a.html.txt")).exists();
  }

  @Test
  void jsonl_has_every_field_in_the_order_of_the_input() throws IOException {
    page("a.html");
    page("b.html");
    page("c.html");
    Run run = Run.winnow("extract", pages, "--format", "jsonl", "--threads", "3");
    assertThat(run.code()).isZero();
    List<JsonNode> objects = objects(run.out());
    assertThat(objects).extracting(o -> o.get("id").asText()).containsExactly("a", "b", "c");
    assertThat(objects.get(0).fieldNames())
        .toIterable()
        .containsExactly(
            "id",
            "url",
            "headline",
            "kicker",
            "body",
            "text",
            "author",
            "published",
            "language",
            "extractor",
            "confidence",
            "kind",
            "canonical",
            "authors",
            "modified",
            "siteName",
            "section",
            "tags",
            "image",
            "description",
            "paywalled",
            "ms");
    assertThat(objects.get(0).get("canonical").isNull()).isTrue();
    assertThat(objects.get(0).get("text").asText()).isEqualTo(TEXT);
    assertThat(objects.get(0).get("body").asText()).isEqualTo(FIRST + "\n\n" + SECOND + "\n");
    assertThat(objects.get(0).get("url").isNull()).isTrue();
    assertThat(objects.get(0).get("ms").asDouble()).isPositive();
  }

  @Test
  void the_address_is_the_given_one_before_the_one_that_the_page_states() throws IOException {
    Path stated =
        Files.writeString(
            pages.resolve("a.html"), html("<link rel=canonical href=https://example.org/own>"));
    Run own = Run.winnow("extract", stated, "--format", "jsonl");
    assertThat(objects(own.out()).get(0).get("url").asText()).isEqualTo("https://example.org/own");
    Run given =
        Run.winnow("extract", stated, "--format", "jsonl", "--url", "https://example.org/given");
    assertThat(objects(given.out()).get(0).get("url").asText())
        .isEqualTo("https://example.org/given");
  }

  @Test
  void a_manifest_names_pages_that_may_be_gzipped() throws IOException {
    Path zipped = pages.resolve("a.html.gz");
    try (OutputStream gzip = new GZIPOutputStream(Files.newOutputStream(zipped))) {
      gzip.write(html("").getBytes(UTF_8));
    }
    Path manifest =
        Files.writeString(
            pages.resolve("pages.jsonl"),
            """
            {"id":"x/1","path":"a.html.gz","url":"https://example.org/1","contentType":"text/html"}

            {"id":"x/2","path":"missing.html"}
            """);
    Run run = Run.winnow("extract", "--manifest", manifest, "--out", out);
    assertThat(run.code()).isEqualTo(1);
    assertThat(out.resolve("x/1.txt")).hasContent(TEXT);
    assertThat(run.err()).contains("x/2: ").contains("missing.html: no such file");
  }

  @Test
  void every_wrong_line_of_a_manifest_is_named_before_anything_is_written() throws IOException {
    Path manifest =
        Files.writeString(
            dir.resolve("pages.jsonl"),
            """
            {"id":"../x","path":"a.html"}
            {"id":"y","path":"a.html","url":"nonsense"}
            {"path":"a.html"}
            nonsense
            {"id":"z","path":"a.html"}
            {"id":"z","path":"b.html"}
            """);
    Run run = Run.winnow("extract", "--manifest", manifest, "--out", out);
    assertThat(run.code()).isEqualTo(2);
    assertThat(run.err())
        .contains(":1: the id '../x' leads out")
        .contains(":2: 'nonsense' is not an http(s) address")
        .contains(":3: a line needs")
        .contains(":4: not a JSON object")
        .contains(":6: the id 'z' is there already");
    assertThat(out).doesNotExist();
  }

  @Test
  void bad_pages_are_named_and_the_others_done() throws IOException {
    page("good.html");
    Files.createFile(pages.resolve("empty.html"));
    Files.write(pages.resolve("binary.html"), new byte[] {(byte) 0x89, 'P', 'N', 'G', 0, 0, 1, 0});
    Files.writeString(pages.resolve("no-text.html"), "<html><body><img src=x></body></html>");
    Files.write(pages.resolve("huge.html"), new byte[20_000_000]);
    Files.write(pages.resolve("broken.html.gz"), new byte[] {0x1f, (byte) 0x8b, 8, 0, 0});
    Files.createSymbolicLink(pages.resolve("dangling.html"), dir.resolve("nowhere"));
    Run run = Run.winnow("extract", pages, "--out", out);
    assertThat(run.code()).isEqualTo(1);
    assertThat(out.resolve("good.txt")).hasContent(TEXT);
    assertThat(run.err().lines().filter(line -> line.startsWith("  ")))
        .hasSize(6)
        .anyMatch(line -> line.matches(".*empty\\.html: .*empty.*"))
        .anyMatch(line -> line.matches(".*binary\\.html: .*binary.*"))
        .anyMatch(line -> line.matches(".*no-text\\.html: .+"))
        .anyMatch(line -> line.matches(".*huge\\.html: .*16 MiB.*"))
        .anyMatch(line -> line.matches(".*broken\\.html\\.gz: .+"))
        .anyMatch(line -> line.matches(".*dangling\\.html: .*no such file.*"));
  }

  @Test
  void an_unknown_charset_is_guessed_past() throws IOException {
    Path file = pages.resolve("a.html");
    Files.write(file, html("").replace("utf-8", "x-klingon").getBytes(Charset.forName("UTF-8")));
    assertThat(Run.winnow("extract", file).out()).isEqualTo(TEXT);
  }

  @Test
  void an_unreadable_folder_is_named_and_the_others_done() throws IOException {
    page("open/a.html");
    Path closed = Files.createDirectory(pages.resolve("closed"));
    closed.toFile().setReadable(false);
    assumeFalse(Files.isReadable(closed), "running as a user who may read everything");
    Run run = Run.winnow("extract", pages, "--out", out);
    assertThat(run.code()).isEqualTo(1);
    assertThat(run.err()).contains("closed: permission denied");
    assertThat(out.resolve("open/a.txt")).exists();
  }

  @Test
  void a_link_that_leads_back_into_its_own_folder_is_named_and_the_others_done()
      throws IOException {
    page("a.html");
    Files.createSymbolicLink(pages.resolve("again"), pages);
    Run run = Run.winnow("extract", pages, "--out", out);
    assertThat(run.code()).isEqualTo(1);
    assertThat(run.err()).contains("again").contains("leads back");
    assertThat(out.resolve("a.txt")).exists();
  }

  @Test
  void an_output_folder_that_cannot_be_written_is_wrong_from_the_start() throws IOException {
    Path file = Files.createFile(dir.resolve("file"));
    Run run = Run.winnow("extract", page("a.html"), "--out", file.resolve("below"));
    assertThat(run.code()).isEqualTo(2);
    assertThat(run.err()).contains("below: cannot be written").contains("--out");
  }

  @Test
  void a_read_only_output_folder_is_wrong_from_the_start() throws IOException {
    Files.createDirectory(out).toFile().setWritable(false);
    assumeFalse(Files.isWritable(out), "running as a user who may write everywhere");
    Run run = Run.winnow("extract", page("a.html"), "--out", out);
    assertThat(run.code()).isEqualTo(2);
    assertThat(run.err()).contains("cannot be written");
  }

  @Test
  void an_output_file_that_cannot_be_written_fails_alone() throws IOException {
    page("a.html");
    page("b.html");
    Files.createDirectories(out.resolve("a.txt/in-the-way"));
    Run run = Run.winnow("extract", pages, "--out", out);
    assertThat(run.code()).isEqualTo(1);
    assertThat(run.err()).contains("a.html: ");
    assertThat(out.resolve("b.txt")).hasContent(TEXT);
  }

  @Test
  void a_missing_input_is_a_wrong_command() {
    Run run = Run.winnow("extract", dir.resolve("nothing.html"));
    assertThat(run.code()).isEqualTo(2);
    assertThat(run.err()).contains("nothing.html: no such file or folder");
  }

  @Test
  void several_texts_need_a_folder() throws IOException {
    page("a.html");
    page("b.html");
    Run run = Run.winnow("extract", pages);
    assertThat(run.code()).isEqualTo(2);
    assertThat(run.err()).contains("--out DIR");
    assertThat(run.out()).isEmpty();
  }

  @Test
  void a_wrong_address_is_a_wrong_command() throws IOException {
    Run run = Run.winnow("extract", page("a.html"), "--url", "example.org");
    assertThat(run.code()).isEqualTo(2);
    assertThat(run.err()).contains("'example.org' is not an http(s) address");
  }

  @Test
  void explain_shows_every_block_with_its_label_and_the_reason() throws IOException {
    Run run = Run.winnow("extract", page("a.html"), "--explain");
    assertThat(run.code()).isZero();
    assertThat(run.out()).contains(HEADLINE, FIRST, SECOND, "Share");
    assertThat(run.out().lines().filter(line -> line.matches("[+-] \\d+ [A-Z]+  \\S.*")))
        .hasSizeGreaterThanOrEqualTo(5)
        .anyMatch(line -> line.contains("BOILERPLATE"))
        .anyMatch(line -> line.contains("CONTENT"));
  }

  @Test
  void explain_isolates_text_from_the_line_around_it_on_a_terminal() throws IOException {
    Run run = Run.winnowOnTerminal("extract", page("a.html"), "--explain");
    assertThat(run.out()).contains("\u2068" + FIRST + "\u2069");
  }

  @Test
  void an_unfinished_jsonl_file_is_not_left_behind() throws IOException {
    page("a.html");
    Path file = out.resolve("articles.jsonl");
    assertThat(Run.winnow("extract", pages, "--format", "JSONL", "-o", file).code()).isZero();
    assertThat(objects(Files.readString(file))).hasSize(1);
    try (var files = Files.list(out)) {
      assertThat(files.map(f -> f.getFileName().toString().toLowerCase(Locale.ROOT)))
          .containsExactly("articles.jsonl");
    }
  }
}
