// SPDX-License-Identifier: Apache-2.0
package org.winnow.pipeline.export;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.jerolba.carpet.CarpetReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ExportFormatTest {
  private static final String TEXT = "عنوان \"أول\"\n\nفقرة، بفاصلة؛ و\tعلامة\n";

  @TempDir private Path folder;

  private static ExportedText text(int number, String text) {
    return new ExportedText(
        "%03d_0123456789abcdef".formatted(number),
        null,
        "https://example.org/" + number,
        "example.org",
        "عنوان \"أول\"",
        null,
        "=cmd()",
        "2026-03-01",
        "ar",
        "auto",
        0.875,
        "2026-03-02T00:00:00Z",
        true,
        "00",
        "article",
        List.of("ليلى", "Sam"),
        null,
        "Example",
        null,
        List.of(),
        null,
        null,
        false,
        text);
  }

  private void export(ExportFormat format, ExportedText... texts) throws IOException {
    try (TextRows rows = format.in(folder)) {
      for (ExportedText text : texts) {
        rows.add(text);
      }
      rows.finish();
    }
  }

  private List<String> files() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }

  @Test
  void text_files_hold_exactly_the_text_and_the_index_tells_the_rest() throws IOException {
    export(ExportFormat.TEXT, text(0, TEXT));
    assertThat(files()).containsExactly("000_0123456789abcdef.txt", "index.jsonl");
    assertThat(folder.resolve("000_0123456789abcdef.txt")).hasContent(TEXT.strip());
    JsonNode entry = new ObjectMapper().readTree(folder.resolve("index.jsonl").toFile());
    assertThat(entry.path("file").asText()).isEqualTo("000_0123456789abcdef.txt");
    assertThat(entry.has("text")).isFalse();
  }

  @Test
  void a_json_line_has_all_keys_in_the_same_order_also_where_nothing_is_known() throws IOException {
    export(ExportFormat.JSONL, text(0, TEXT));
    JsonNode entry = new ObjectMapper().readTree(folder.resolve("index.jsonl").toFile());
    List<String> keys = new ArrayList<>();
    entry.fieldNames().forEachRemaining(keys::add);
    assertThat(keys)
        .startsWith("id", "url", "site", "headline", "kicker", "author")
        .endsWith("paywalled", "text");
    assertThat(entry.path("kicker").isNull()).isTrue();
    assertThat(entry.path("authors")).hasSize(2);
  }

  @Test
  void csv_comes_back_as_it_was() throws IOException {
    export(ExportFormat.CSV, text(0, TEXT), text(1, "b\n"));
    try (CSVParser csv =
        CSVParser.parse(
            Files.newBufferedReader(folder.resolve("corpus.csv")),
            CSVFormat.RFC4180.builder().setHeader().setSkipHeaderRecord(true).get())) {
      List<CSVRecord> rows = csv.getRecords();
      assertThat(rows).hasSize(2);
      assertThat(rows.get(0).get("text")).isEqualTo(TEXT);
      assertThat(rows.get(0).get("authors")).isEqualTo("ليلى\nSam");
      assertThat(rows.get(0).get("confidence")).isEqualTo("0.875");
    }
  }

  @Test
  void parquet_comes_back_as_it_was() throws IOException {
    export(ExportFormat.PARQUET, text(0, TEXT), text(1, "b\n"));
    List<ExportedText> read =
        new CarpetReader<>(folder.resolve("corpus.parquet").toFile(), ExportedText.class).toList();
    assertThat(read).containsExactly(text(0, TEXT), text(1, "b\n"));
  }

  @ParameterizedTest
  @EnumSource
  void the_same_texts_give_the_same_bytes(ExportFormat format) throws IOException {
    export(format, text(0, TEXT), text(1, "b\n"));
    Map<String, List<Byte>> first = bytes();
    export(format, text(0, TEXT), text(1, "b\n"));
    assertThat(bytes()).isEqualTo(first);
  }

  private Map<String, List<Byte>> bytes() throws IOException {
    Map<String, List<Byte>> all = new TreeMap<>();
    for (String file : files()) {
      List<Byte> content = new ArrayList<>();
      for (byte b : Files.readAllBytes(folder.resolve(file))) {
        content.add(b);
      }
      all.put(file, content);
    }
    return all;
  }

  @ParameterizedTest
  @EnumSource(names = "TEXT", mode = EnumSource.Mode.EXCLUDE)
  void an_export_that_ends_too_early_leaves_the_earlier_file(ExportFormat format)
      throws IOException {
    export(format, text(0, TEXT));
    Map<String, List<Byte>> before = bytes();
    try (TextRows rows = format.in(folder)) {
      rows.add(text(1, "b\n"));
    }
    assertThat(bytes()).isEqualTo(before);
  }

  @Test
  void text_files_that_are_not_in_the_export_any_more_are_deleted() throws IOException {
    Files.writeString(folder.resolve("notes.txt"), "mine");
    export(ExportFormat.TEXT, text(0, TEXT), text(1, "b\n"));
    export(ExportFormat.TEXT, text(0, TEXT));
    assertThat(files()).containsExactly("000_0123456789abcdef.txt", "index.jsonl", "notes.txt");
  }

  @Test
  void one_file_can_go_to_a_stream() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (TextRows rows = ExportFormat.JSONL.on(out)) {
      rows.add(text(0, TEXT));
      rows.finish();
    }
    assertThat(out.toString(UTF_8)).startsWith("{\"id\"").endsWith("}\n");
  }
}
