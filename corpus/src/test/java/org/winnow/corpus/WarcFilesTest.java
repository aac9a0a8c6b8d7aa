// SPDX-License-Identifier: Apache-2.0
package org.winnow.corpus;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WarcFilesTest {
  @TempDir private Path folder;

  @Test
  void a_warc_file_stands_for_itself() throws IOException {
    Path file = Files.write(folder.resolve("a.warc"), record("https://example.org/a"));

    try (WarcFiles files = WarcFiles.open(file)) {
      assertThat(files.bytes()).isEqualTo(Files.size(file));
      assertThat(pages(files)).containsExactly(file + " https://example.org/a");
    }
  }

  @Test
  void a_wacz_stands_for_the_warc_files_in_it() throws IOException {
    Path file = Files.write(folder.resolve("a.wacz"), wacz());

    try (WarcFiles files = WarcFiles.open(file)) {
      assertThat(files.bytes()).isEqualTo(2L * record("https://example.org/a").length);
      assertThat(pages(files))
          .containsExactly(
              file + "/archive/a.warc https://example.org/a",
              file + "/archive/b.warc https://example.org/b");
    }
  }

  @Test
  void a_stream_may_hold_either() throws IOException {
    try (WarcFiles files = WarcFiles.of("-", new ByteArrayInputStream(wacz()))) {
      assertThat(files.bytes()).isEqualTo(-1);
      assertThat(pages(files))
          .containsExactly(
              "-/archive/a.warc https://example.org/a", "-/archive/b.warc https://example.org/b");
    }
    byte[] warc = record("https://example.org/a");
    try (WarcFiles files = WarcFiles.of("-", new ByteArrayInputStream(warc))) {
      assertThat(pages(files)).containsExactly("- https://example.org/a");
    }
  }

  private static List<String> pages(WarcFiles files) throws IOException {
    List<String> found = new ArrayList<>();
    for (Optional<WarcPages> file = files.next(); file.isPresent(); file = files.next()) {
      try (WarcPages pages = file.get()) {
        for (Optional<FetchedPage> page = pages.next(); page.isPresent(); page = pages.next()) {
          found.add(pages.name() + " " + page.get().url());
        }
      }
    }
    return found;
  }

  private static byte[] wacz() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      add(zip, "datapackage.json", "{}".getBytes(StandardCharsets.UTF_8));
      add(zip, "archive/a.warc", record("https://example.org/a"));
      add(zip, "pages/pages.jsonl", new byte[0]);
      add(zip, "archive/b.warc", record("https://example.org/b"));
    }
    return bytes.toByteArray();
  }

  private static void add(ZipOutputStream zip, String name, byte[] bytes) throws IOException {
    zip.putNextEntry(new ZipEntry(name));
    zip.write(bytes);
    zip.closeEntry();
  }

  private static byte[] record(String url) {
    String block = "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n<p>text";
    String head =
        """
        WARC/1.0\r
        WARC-Type: response\r
        WARC-Target-URI: %s\r
        WARC-Date: 2024-01-26T12:00:00Z\r
        WARC-Record-ID: <urn:uuid:00000000-0000-0000-0000-000000000000>\r
        Content-Type: application/http; msgtype=response\r
        Content-Length: %d\r
        \r
        %s\r
        \r
        """;
    return head.formatted(url, block.length(), block).getBytes(StandardCharsets.UTF_8);
  }
}
