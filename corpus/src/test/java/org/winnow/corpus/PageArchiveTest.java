// SPDX-License-Identifier: Apache-2.0
package org.winnow.corpus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.netpreserve.jwarc.WarcReader;
import org.netpreserve.jwarc.WarcRecord;
import org.netpreserve.jwarc.Warcinfo;
import org.winnow.corpus.FetchedPage.Header;

class PageArchiveTest {
  private static final Clock NOON = at("2024-01-26T12:00:00Z");
  private static final String FIRST_FILE = "winnow-20240126T120000Z-00000.warc.gz";

  @TempDir Path folder;

  @Test
  void gives_back_what_was_put_in() throws IOException {
    byte[] body = new byte[100_000];
    new Random(42).nextBytes(body);
    List<Header> headers =
        List.of(
            new Header("Date", "Fri, 26 Jan 2024 12:00:00 GMT"),
            new Header("set-cookie", "b=2"),
            new Header("Content-Type", "text/html; charset=windows-1256"),
            new Header("Set-Cookie", "a=1"),
            new Header("X-Title", "خبر: a \"b\""),
            new Header("X-Empty", ""));
    FetchedPage page =
        new FetchedPage(
            Url.of("https://example.org/خبر?a[]={1}"),
            Url.of("https://www.example.org/%zz|[a]"),
            Instant.parse("2024-01-26T12:00:00.123456789Z"),
            404,
            headers,
            body);
    try (PageArchive archive = open(Optional.empty())) {
      FetchedPage read = archive.read(archive.append(page));

      assertThat(read.requested()).isEqualTo(page.requested());
      assertThat(read.url()).isEqualTo(page.url());
      assertThat(read.fetched()).isEqualTo(page.fetched());
      assertThat(read.status()).isEqualTo(404);
      assertThat(read.headers()).isEqualTo(headers);
      assertThat(read.body()).isEqualTo(body);
    }
  }

  @Test
  void gives_back_an_empty_body() throws IOException {
    try (PageArchive archive = open(Optional.empty())) {
      assertThat(archive.read(archive.append(page("a", ""))).body()).isEmpty();
    }
  }

  @Test
  void headers_tell_of_the_body_as_it_is_stored() throws IOException {
    FetchedPage page =
        page(
            "a",
            "<p>text",
            new Header("Content-Encoding", "gzip"),
            new Header("transfer-encoding", "chunked"),
            new Header("content-length", "3"));
    try (PageArchive archive = open(Optional.empty())) {
      FetchedPage read = archive.read(archive.append(page));

      assertThat(read.headers()).containsExactly(new Header("content-length", "7"));
      assertThat(read.body()).asString(StandardCharsets.UTF_8).isEqualTo("<p>text");
    }
  }

  @Test
  void a_header_cannot_forge_another_one() throws IOException {
    FetchedPage page =
        page("a", "body", new Header("X", "1\r\nForged: 2\r\n\r\nbody"), new Header("Y\r\nZ", "3"));
    try (PageArchive archive = open(Optional.empty())) {
      FetchedPage read = archive.read(archive.append(page));

      assertThat(read.header("Forged")).isEmpty();
      assertThat(read.header("Z")).isEmpty();
      assertThat(read.body()).asString(StandardCharsets.UTF_8).isEqualTo("body");
    }
  }

  @Test
  void other_tools_can_read_the_files() throws IOException {
    try (PageArchive archive = open(Optional.empty())) {
      archive.append(page("a", "first"));
      archive.append(page("b", "second"));
    }

    try (WarcReader reader = new WarcReader(folder.resolve(FIRST_FILE))) {
      List<String> types = new ArrayList<>();
      for (WarcRecord record : reader) {
        types.add(record.type());
        if (record instanceof Warcinfo info) {
          assertThat(info.filename()).contains(FIRST_FILE);
        }
      }
      assertThat(types).containsExactly("warcinfo", "response", "response");
    }
  }

  @Test
  void goes_on_in_the_file_of_the_last_committed_page() throws IOException {
    WarcPosition first;
    try (PageArchive archive = open(Optional.empty())) {
      first = archive.append(page("a", "first"));
    }
    try (PageArchive archive = open(Optional.of(first))) {
      WarcPosition second = archive.append(page("b", "second"));

      assertThat(second.file()).isEqualTo(first.file());
      assertThat(text(archive, first)).isEqualTo("first");
      assertThat(text(archive, second)).isEqualTo("second");
    }
  }

  @Test
  void cuts_off_what_was_appended_and_never_committed() throws IOException {
    WarcPosition committed;
    WarcPosition lost;
    try (PageArchive archive = open(Optional.empty())) {
      committed = archive.append(page("a", "committed"));
      lost = archive.append(page("b", "lost ".repeat(100)));
      archive.append(page("c", "lost too"));
    }
    try (PageArchive archive = open(Optional.of(committed))) {
      assertThatThrownBy(() -> archive.read(lost)).isInstanceOf(IOException.class);
      assertThat(archive.append(page("d", "next"))).isEqualTo(lost);
    }
    assertThat(urls()).containsExactly("https://example.org/a", "https://example.org/d");
  }

  @Test
  void cuts_off_half_a_record() throws IOException {
    WarcPosition committed;
    try (PageArchive archive = open(Optional.empty())) {
      committed = archive.append(page("a", "committed"));
    }
    Path file = folder.resolve(FIRST_FILE);
    long size = Files.size(file);
    Files.write(file, new byte[] {0x1f, (byte) 0x8b, 8, 0, 0}, StandardOpenOption.APPEND);

    open(Optional.of(committed)).close();

    assertThat(file).hasSize(size);
  }

  @Test
  void goes_on_where_the_last_committed_record_itself_is_torn() throws IOException {
    WarcPosition first;
    WarcPosition torn;
    try (PageArchive archive = open(Optional.empty())) {
      first = archive.append(page("a", "first"));
      torn = archive.append(page("b", "torn".repeat(50)));
    }
    Path file = folder.resolve(FIRST_FILE);
    byte[] bytes = Files.readAllBytes(file);
    Files.write(file, java.util.Arrays.copyOf(bytes, bytes.length - 9));

    try (PageArchive archive = open(Optional.of(torn))) {
      WarcPosition next = archive.append(page("c", "next"));

      assertThat(next).isEqualTo(torn);
      assertThat(text(archive, first)).isEqualTo("first");
      assertThat(text(archive, next)).isEqualTo("next");
    }
  }

  @Test
  void sets_aside_a_file_of_which_nothing_was_committed() throws IOException {
    WarcPosition committed;
    try (PageArchive archive = PageArchive.open(folder, Optional.empty(), NOON, 1)) {
      committed = archive.append(page("a", "committed"));
      archive.append(page("b", "lost"));
    }

    open(Optional.of(committed)).close();

    assertThat(names())
        .containsExactly(FIRST_FILE, "winnow-20240126T120000Z-00001.warc.gz.uncommitted");
  }

  @Test
  void leaves_an_archive_alone_of_which_the_catalog_knows_nothing() throws IOException {
    try (PageArchive archive = open(Optional.empty())) {
      archive.append(page("a", "old"));
    }
    byte[] before = Files.readAllBytes(folder.resolve(FIRST_FILE));

    try (PageArchive archive = open(Optional.empty())) {
      assertThat(archive.append(page("b", "new")).file())
          .isEqualTo("winnow-20240126T120000Z-00001.warc.gz");
    }

    assertThat(folder.resolve(FIRST_FILE)).hasBinaryContent(before);
  }

  @Test
  void leaves_files_alone_that_it_did_not_name() throws IOException {
    Files.writeString(folder.resolve("winnow-zzz.warc.gz"), "mine");
    Files.writeString(folder.resolve("zzz.warc.gz"), "mine");
    WarcPosition committed;
    try (PageArchive archive = open(Optional.empty())) {
      committed = archive.append(page("a", "committed"));
    }

    open(Optional.of(committed)).close();

    assertThat(names()).containsExactly(FIRST_FILE, "winnow-zzz.warc.gz", "zzz.warc.gz");
  }

  @Test
  void begins_a_new_file_when_one_is_full() throws IOException {
    try (PageArchive archive = PageArchive.open(folder, Optional.empty(), NOON, 2000)) {
      List<WarcPosition> positions = new ArrayList<>();
      for (int i = 0; i < 20; i++) {
        positions.add(archive.append(page("p" + i, "text " + i)));
      }

      assertThat(names()).hasSizeBetween(3, 10);
      for (int i = 0; i < positions.size(); i++) {
        assertThat(text(archive, positions.get(i))).isEqualTo("text " + i);
      }
    }
  }

  @Test
  void a_younger_file_has_the_greater_name_though_the_clock_was_set_back() throws IOException {
    try (PageArchive archive = PageArchive.open(folder, Optional.empty(), NOON, 1)) {
      archive.append(page("a", "a"));
    }
    Clock earlier = at("2024-01-25T12:00:00Z");
    try (PageArchive archive = PageArchive.open(folder, Optional.empty(), earlier, 1)) {
      assertThat(archive.append(page("b", "b")).file()).isGreaterThan(FIRST_FILE);
    }
  }

  @Test
  void is_not_made_before_the_first_page() throws IOException {
    open(Optional.empty()).close();

    assertThat(names()).isEmpty();
  }

  @Test
  void reads_while_another_archive_appends() throws IOException {
    try (PageArchive writer = open(Optional.empty());
        PageArchive reader = PageArchive.openForReading(folder)) {
      assertThat(text(reader, writer.append(page("a", "text")))).isEqualTo("text");
      assertThatThrownBy(() -> reader.append(page("b", "")))
          .isInstanceOf(IllegalStateException.class);
    }
  }

  @Test
  void refuses_pages_after_it_was_closed() throws IOException {
    PageArchive archive = open(Optional.empty());
    archive.close();

    assertThatThrownBy(() -> archive.append(page("a", "")))
        .isInstanceOf(IllegalStateException.class);
  }

  @Test
  void names_a_position_where_nothing_lies() throws IOException {
    try (PageArchive archive = open(Optional.empty())) {
      WarcPosition position = archive.append(page("a", "text"));

      assertThatThrownBy(() -> archive.read(new WarcPosition(position.file(), 0)))
          .isInstanceOf(IOException.class)
          .hasMessageContaining(position.file());
      assertThatThrownBy(() -> archive.read(new WarcPosition(position.file(), 7)))
          .isInstanceOf(IOException.class);
      assertThatThrownBy(() -> archive.read(new WarcPosition(position.file(), 1L << 40)))
          .isInstanceOf(IOException.class);
      assertThatThrownBy(() -> archive.read(new WarcPosition("gone.warc.gz", 0)))
          .isInstanceOf(NoSuchFileException.class);
    }
  }

  @Test
  void takes_pages_from_many_threads() throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(8);
    try (PageArchive archive = PageArchive.open(folder, Optional.empty(), NOON, 5000)) {
      List<Callable<Boolean>> tasks = new ArrayList<>();
      for (int i = 0; i < 200; i++) {
        String text = "text " + i;
        FetchedPage page = page("p" + i, text);
        tasks.add(() -> text(archive, archive.append(page)).equals(text));
      }
      for (Future<Boolean> task : threads.invokeAll(tasks)) {
        assertThat(task.get()).isTrue();
      }
      archive.flush();
    } finally {
      threads.shutdown();
    }
    assertThat(urls()).hasSize(200).doesNotHaveDuplicates();
  }

  private PageArchive open(Optional<WarcPosition> lastCommitted) throws IOException {
    return PageArchive.open(folder, lastCommitted, NOON);
  }

  private List<String> names() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }

  private List<String> urls() throws IOException {
    List<String> urls = new ArrayList<>();
    for (String name : names()) {
      try (WarcPages pages = WarcPages.open(folder.resolve(name))) {
        for (Optional<FetchedPage> page = pages.next(); page.isPresent(); page = pages.next()) {
          urls.add(page.get().url().toString());
        }
        assertThat(pages.skipped()).isZero();
      }
    }
    return urls;
  }

  private static String text(PageArchive archive, WarcPosition position) throws IOException {
    return new String(archive.read(position).body(), StandardCharsets.UTF_8);
  }

  private static FetchedPage page(String path, String text, Header... headers) {
    Url url = Url.of("https://example.org/" + path);
    byte[] body = text.getBytes(StandardCharsets.UTF_8);
    return new FetchedPage(url, url, NOON.instant(), 200, List.of(headers), body);
  }

  private static Clock at(String instant) {
    return Clock.fixed(Instant.parse(instant), ZoneOffset.UTC);
  }
}
