// SPDX-License-Identifier: Apache-2.0
package org.winnow.app;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.winnow.corpus.FetchedPage;

class ExtractArchiveTest {
  @TempDir private Path dir;

  private static FetchedPage article(int number) {
    return PageMaker.article(
        "https://news.example/" + number, "Story number " + number, "First words.", "");
  }

  private Path out() {
    return dir.resolve("out");
  }

  @Test
  void every_page_of_an_archive_becomes_a_text() throws IOException {
    Path warc = dir.resolve("news.warc.gz");
    Files.write(warc, WarcMaker.join(WarcMaker.page(article(1)), WarcMaker.page(article(2))));
    Run run = Run.winnow("extract", warc, "--out", out());
    assertThat(run.code()).as(run.err()).isZero();
    assertThat(run.err()).isEmpty();
    assertThat(out().resolve("news/000001.txt")).content().startsWith("Story number 1\n");
    assertThat(out().resolve("news/000002.txt")).content().startsWith("Story number 2\n");
  }

  @Test
  void a_wacz_is_read_whatever_its_name() throws IOException {
    Path wacz = dir.resolve("collection.zip");
    try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(wacz))) {
      zip.putNextEntry(new ZipEntry("archive/data.warc.gz"));
      zip.write(WarcMaker.page(article(1)));
    }
    Run run = Run.winnow("extract", wacz, "--out", out());
    assertThat(run.code()).as(run.err()).isZero();
    assertThat(out().resolve("collection/000001.txt")).content().startsWith("Story number 1\n");
  }

  @Test
  void an_archive_may_come_by_stdin() throws IOException {
    Run run = Run.winnowReading(WarcMaker.page(article(1)), "extract", "-", "--out", out());
    assertThat(run.code()).as(run.err()).isZero();
    assertThat(out().resolve("stdin/000001.txt")).content().startsWith("Story number 1\n");
  }

  @Test
  void a_page_may_come_by_stdin_with_its_address() {
    byte[] html = article(1).body();
    Run run = Run.winnowReading(html, "extract", "-", "--url", "https://news.example/1");
    assertThat(run.code()).as(run.err()).isZero();
    assertThat(run.out()).startsWith("Story number 1\n");
    Run json =
        Run.winnowReading(
            html, "extract", "-", "--url", "https://news.example/1", "--format", "jsonl");
    assertThat(json.out()).contains("https://news.example/1");
  }

  @Test
  void a_gzipped_page_on_stdin_is_no_archive() throws IOException {
    Run run = Run.winnowReading(WarcMaker.gzip(article(1).body()), "extract", "-");
    assertThat(run.out()).startsWith("Story number 1\n");
  }

  @Test
  void nothing_on_stdin_is_a_failure() {
    Run run = Run.winnowReading(new byte[0], "extract", "-");
    assertThat(run.code()).isEqualTo(1);
    assertThat(run.err()).contains("stdin: the file is empty");
  }

  @Test
  void answers_that_are_no_pages_are_counted_and_damaged_records_named() throws IOException {
    byte[] first = WarcMaker.page(article(1));
    byte[] image = WarcMaker.page(PageMaker.page("https://news.example/i.png", "x"), "image/png");
    byte[] torn = WarcMaker.page(article(2));
    java.util.Arrays.fill(torn, 15, torn.length - 9, (byte) 0xFF);
    Path warc = dir.resolve("news.warc.gz");
    Files.write(warc, WarcMaker.join(first, image, torn, WarcMaker.page(article(3))));
    Run run = Run.winnow("extract", warc, "--out", out());
    assertThat(run.code()).isEqualTo(1);
    assertThat(run.err())
        .contains("1 records left alone (not html: 1)")
        .contains(warc + ": record at byte " + (first.length + image.length) + ": ");
    assertThat(out().resolve("news/000002.txt")).content().startsWith("Story number 3\n");
  }

  @Test
  void a_zip_without_an_archive_in_it_is_named() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      zip.putNextEntry(new ZipEntry("readme.txt"));
      zip.write("nothing".getBytes(UTF_8));
    }
    Path wacz = Files.write(dir.resolve("empty.wacz"), bytes.toByteArray());
    Run run = Run.winnow("extract", wacz, "--out", out());
    assertThat(run.code()).isEqualTo(1);
    assertThat(run.err()).contains("empty.wacz: there is no WARC file in it");
  }

  @Test
  void archives_of_one_name_do_not_overwrite_each_other() throws IOException {
    Path one = Files.createDirectory(dir.resolve("one")).resolve("a.warc.gz");
    Path two = Files.createDirectory(dir.resolve("two")).resolve("a.warc.gz");
    Files.write(one, WarcMaker.page(article(1)));
    Files.write(two, WarcMaker.page(article(2)));
    Run run = Run.winnow("extract", one, two, "--out", out());
    assertThat(run.code()).as(run.err()).isZero();
    assertThat(out().resolve("a/000001.txt")).content().startsWith("Story number 1\n");
    assertThat(out().resolve("a-2/000001.txt")).content().startsWith("Story number 2\n");
  }
}
