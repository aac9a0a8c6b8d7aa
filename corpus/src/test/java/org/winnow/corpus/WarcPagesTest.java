// SPDX-License-Identifier: Apache-2.0
package org.winnow.corpus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.winnow.corpus.FetchedPage.Header;

class WarcPagesTest {
  @TempDir Path folder;
  private int skipped;

  @Test
  void reads_plain_and_compressed_files() throws IOException {
    byte[] first = response("https://example.org/a", http("", bytes("first")));
    byte[] second = response("https://example.org/b", http("", bytes("second")));

    assertThat(texts(first, second)).containsExactly("first", "second");
    assertThat(texts(gzip(first), gzip(second))).containsExactly("first", "second");
    assertThat(texts(gzip(join(first, second)))).containsExactly("first", "second");
  }

  @Test
  void tells_what_the_record_says() throws IOException {
    byte[] record =
        response(
            "https://example.org/a",
            bytes("HTTP/1.1 203 Whatever\nB: 1\r\nA:2 \r\nno header\r\n\r\ntext"));

    FetchedPage page = pages(record).get(0);

    assertThat(page.url()).isEqualTo(Url.of("https://example.org/a"));
    assertThat(page.requested()).isEqualTo(page.url());
    assertThat(page.fetched()).isEqualTo("2024-01-26T12:00:00Z");
    assertThat(page.status()).isEqualTo(203);
    assertThat(page.headers()).containsExactly(new Header("B", "1"), new Header("A", "2"));
  }

  @Test
  void leaves_out_what_is_no_response_of_a_web_address() throws IOException {
    byte[] info = record("warcinfo", "", "application/warc-fields", bytes("software: x\r\n"));
    byte[] request =
        record("request", "https://example.org/", "application/http", bytes("GET / HTTP/1.1\r\n"));
    byte[] dns = record("response", "dns:example.org", "text/dns", bytes("20240126 A 127.0.0.1"));
    byte[] page = response("https://example.org/", http("", bytes("text")));

    assertThat(texts(info, request, dns, page)).containsExactly("text");
    assertThat(skipped).isZero();
  }

  @Test
  void decodes_gzip_and_chunks() throws IOException {
    byte[] zipped = gzip(bytes("<p>text"));
    byte[] chunks = join(bytes("3;x=y\r\n<p>\r\n4\r\ntext\r\n0\r\n\r\n"));
    byte[] both =
        join(bytes(Integer.toHexString(zipped.length) + "\r\n"), zipped, bytes("\r\n0\r\n\r\n"));

    assertThat(
            texts(
                response("https://example.org/", http("Content-Encoding: gzip\r\n", zipped)),
                response("https://example.org/", http("Transfer-Encoding: chunked\r\n", chunks)),
                response(
                    "https://example.org/",
                    http("Transfer-Encoding: chunked\r\nContent-Encoding: gzip\r\n", both))))
        .containsExactly("<p>text", "<p>text", "<p>text");
  }

  @Test
  void the_headers_of_a_decoded_body_speak_of_no_encoding() throws IOException {
    byte[] record =
        response(
            "https://example.org/", http("A: b\r\nContent-Encoding: gzip\r\n", gzip(bytes("x"))));

    assertThat(pages(record).get(0).headers()).containsExactly(new Header("A", "b"));
  }

  @Test
  void reads_bodies_that_are_not_encoded_though_their_headers_say_so() throws IOException {
    byte[] body = bytes("\n<html>text");

    assertThat(
            texts(
                response("https://example.org/", http("Content-Encoding: gzip\r\n", body)),
                response("https://example.org/", http("Content-Encoding: br\r\n", body)),
                response("https://example.org/", http("Transfer-Encoding: chunked\r\n", body))))
        .containsExactly("\n<html>text", "\n<html>text", "\n<html>text");
  }

  @Test
  void leaves_out_and_counts_bodies_that_cannot_be_decoded() throws IOException {
    byte[] zipped = gzip(bytes("<p>text".repeat(1000)));
    byte[] torn = Arrays.copyOf(zipped, zipped.length / 2);
    byte[] good = response("https://example.org/", http("", bytes("good")));

    assertThat(
            texts(
                response("https://example.org/", http("Content-Encoding: gzip\r\n", torn)),
                good,
                response("https://example.org/", http("Content-Encoding: magic\r\n", torn)),
                good))
        .containsExactly("good", "good");
    assertThat(skipped).isEqualTo(2);
  }

  @Test
  void leaves_out_and_counts_a_body_that_inflates_beyond_all_measure() throws IOException {
    byte[] bomb = gzip(new byte[RecordedPage.MAX_BODY + 1]);
    byte[] good = response("https://example.org/", http("", bytes("good")));

    assertThat(
            texts(response("https://example.org/", http("Content-Encoding: gzip\r\n", bomb)), good))
        .containsExactly("good");
    assertThat(skipped).isEqualTo(1);
  }

  @Test
  void leaves_out_and_counts_records_that_are_no_http_or_have_no_address() throws IOException {
    byte[] good = response("https://example.org/", http("", bytes("good")));

    assertThat(
            texts(
                response("https://example.org/", bytes("no http")),
                response("https://example.org/", bytes("")),
                response("https://", http("", bytes("no address"))),
                good))
        .containsExactly("good");
    assertThat(skipped).isEqualTo(3);
  }

  @Test
  void goes_on_behind_a_damaged_record() throws IOException {
    byte[] first = response("https://example.org/", http("", bytes("first")));
    byte[] last = response("https://example.org/", http("", bytes("last")));
    byte[] damaged = gzip(response("https://example.org/", http("", bytes("damaged"))));
    Arrays.fill(damaged, 15, damaged.length - 10, (byte) 0xFF);

    assertThat(texts(gzip(first), damaged, gzip(last))).containsExactly("first", "last");
    assertThat(skipped).isEqualTo(1);
    assertThat(texts(first, bytes("WARC/1.0 nonsense\r\n\r\n"), last))
        .containsExactly("first", "last");
    assertThat(skipped).isEqualTo(1);
    assertThat(texts(first, bytes("garbage"), last)).containsExactly("first", "last");
    assertThat(skipped).isEqualTo(1);
  }

  @Test
  void gives_what_stands_before_a_torn_end() throws IOException {
    byte[] first = gzip(response("https://example.org/", http("", bytes("first"))));
    byte[] torn = gzip(response("https://example.org/", http("", bytes("torn".repeat(99)))));

    assertThat(texts(first, Arrays.copyOf(torn, torn.length / 2))).containsExactly("first");
    assertThat(skipped).isEqualTo(1);
  }

  @Test
  void ends_soon_on_a_file_that_only_looks_like_records() throws IOException {
    byte[] starts = new byte[3_000_000];
    for (int i = 0; i < starts.length; i += 3) {
      starts[i] = 0x1f;
      starts[i + 1] = (byte) 0x8b;
      starts[i + 2] = 8;
    }

    assertThat(texts(starts)).isEmpty();
    assertThat(skipped).isEqualTo(1);
  }

  @Test
  void finds_nothing_in_files_that_are_no_archives() throws IOException {
    assertThat(texts()).isEmpty();
    assertThat(skipped).isZero();
    assertThat(texts(bytes("x"))).isEmpty();
    assertThat(texts(bytes("<html><p>A page, not an archive"))).isEmpty();
    assertThat(skipped).isEqualTo(1);
    assertThat(texts(gzip(bytes("<html><p>A page, not an archive")))).isEmpty();
    assertThat(skipped).isEqualTo(1);
  }

  @Test
  void leaves_alone_and_counts_answers_that_are_no_pages() throws IOException {
    byte[] image =
        response("https://example.org/i", http("Content-Type: image/png\r\n", bytes("x")));
    byte[] feed =
        response("https://example.org/f", http("Content-Type: text/xml\r\n", bytes("<rss>")));
    byte[] gone = response("https://example.org/g", bytes("HTTP/1.1 404 Not Found\r\n\r\ntext"));
    byte[] page =
        response(
            "https://example.org/", http("Content-Type: TEXT/HTML;charset=x\r\n", bytes("page")));
    byte[] xhtml =
        response("https://example.org/x", http("Content-Type: text/xml\r\n", bytes("<html>")));

    try (WarcPages pages =
        WarcPages.read("stream", stream(image, feed, gone, image, page, xhtml))) {
      assertThat(texts(pages)).containsExactly("page", "<html>");
      assertThat(pages.leftAlone()).containsOnly(entry("not html", 3), entry("http 404", 1));
      assertThat(pages.skipped()).isZero();
    }
  }

  @Test
  void names_the_offset_of_a_damaged_record() throws IOException {
    byte[] first = gzip(response("https://example.org/", http("", bytes("first"))));
    byte[] damaged = gzip(response("https://example.org/", bytes("no http")));

    try (WarcPages pages = WarcPages.read("stream", stream(first, damaged, first))) {
      assertThat(texts(pages)).containsExactly("first", "first");
      assertThat(pages.damages())
          .containsExactly(new WarcPages.Damage(first.length, "not an HTTP response"));
    }
  }

  @Test
  void a_stream_is_read_behind_its_damaged_records_as_a_file_is() throws IOException {
    Random random = new Random(7);
    List<byte[]> records = new ArrayList<>();
    for (int i = 0; i < 60; i++) {
      byte[] noise = new byte[random.nextInt(200_000)];
      random.nextBytes(noise);
      byte[] record = gzip(response("https://example.org/" + i, http("", noise)));
      if (i % 7 == 3) {
        Arrays.fill(record, 30, record.length / 2 + 30, (byte) 0xFF);
      }
      records.add(record);
    }
    byte[][] all = records.toArray(byte[][]::new);

    List<Url> fromFile = pages(all).stream().map(FetchedPage::url).toList();
    List<WarcPages.Damage> damages;
    List<Url> fromStream = new ArrayList<>();
    try (WarcPages pages = WarcPages.read("stream", stream(all))) {
      for (Optional<FetchedPage> page = pages.next(); page.isPresent(); page = pages.next()) {
        fromStream.add(page.get().url());
      }
      damages = pages.damages();
    }
    assertThat(fromStream).hasSizeGreaterThan(45).isEqualTo(fromFile);
    assertThat(damages).isNotEmpty();
  }

  @Test
  void reads_the_pages_of_resource_records() throws IOException {
    byte[] page = record("resource", "https://example.org/", "text/html", bytes("saved"));
    byte[] shot = record("resource", "https://example.org/", "image/png", bytes("x"));
    byte[] note = record("resource", "urn:note", "text/html", bytes("note"));

    assertThat(texts(page, shot, note)).containsExactly("saved");
  }

  @Test
  void reads_arc_files() throws IOException {
    byte[] body = http("Content-Type: text/html\r\n", bytes("<p>old"));
    byte[] head =
        bytes(
            """
            filedesc://old.arc 0.0.0.0 20040126120000 text/plain 76
            1 0 InternetArchive
            URL IP-address Archive-date Content-type Archive-length

            """);
    byte[] record =
        bytes("https://example.org/old 192.0.2.1 20040126120000 text/html " + body.length + "\n");

    FetchedPage page = pages(head, record, body, bytes("\n")).get(0);

    assertThat(page.url()).isEqualTo(Url.of("https://example.org/old"));
    assertThat(page.fetched()).isEqualTo("2004-01-26T12:00:00Z");
    assertThat(page.body()).asString().isEqualTo("<p>old");
    assertThat(skipped).isZero();
  }

  @Test
  void names_a_file_that_is_not_there() {
    assertThatThrownBy(() -> WarcPages.open(folder.resolve("gone.warc")))
        .isInstanceOf(NoSuchFileException.class)
        .hasMessageContaining("gone.warc");
  }

  private List<String> texts(byte[]... records) throws IOException {
    return pages(records).stream()
        .map(page -> new String(page.body(), StandardCharsets.UTF_8))
        .toList();
  }

  private List<FetchedPage> pages(byte[]... records) throws IOException {
    Path file = folder.resolve("pages.warc");
    Files.write(file, join(records));
    List<FetchedPage> found = new ArrayList<>();
    try (WarcPages pages = WarcPages.open(file)) {
      for (Optional<FetchedPage> page = pages.next(); page.isPresent(); page = pages.next()) {
        found.add(page.get());
      }
      skipped = pages.skipped();
    }
    return found;
  }

  private static List<String> texts(WarcPages pages) throws IOException {
    List<String> texts = new ArrayList<>();
    for (Optional<FetchedPage> page = pages.next(); page.isPresent(); page = pages.next()) {
      texts.add(new String(page.get().body(), StandardCharsets.UTF_8));
    }
    return texts;
  }

  private static InputStream stream(byte[]... records) {
    return new ByteArrayInputStream(join(records));
  }

  private static byte[] http(String headers, byte[] body) {
    return join(bytes("HTTP/1.1 200 OK\r\n" + headers + "\r\n"), body);
  }

  private static byte[] response(String url, byte[] block) {
    return record("response", url, "application/http; msgtype=response", block);
  }

  private static byte[] record(String type, String url, String contentType, byte[] block) {
    String target = url.isEmpty() ? "" : "WARC-Target-URI: " + url + "\r\n";
    String head =
        "WARC/1.0\r\nWARC-Type: "
            + type
            + "\r\n"
            + target
            + "WARC-Date: 2024-01-26T12:00:00Z\r\n"
            + "WARC-Record-ID: <urn:uuid:00000000-0000-0000-0000-000000000000>\r\n"
            + "Content-Type: "
            + contentType
            + "\r\nContent-Length: "
            + block.length
            + "\r\n\r\n";
    return join(bytes(head), block, bytes("\r\n\r\n"));
  }

  private static byte[] gzip(byte[] bytes) throws IOException {
    ByteArrayOutputStream zipped = new ByteArrayOutputStream();
    try (GZIPOutputStream out = new GZIPOutputStream(zipped)) {
      out.write(bytes);
    }
    return zipped.toByteArray();
  }

  private static byte[] join(byte[]... parts) {
    ByteArrayOutputStream joined = new ByteArrayOutputStream();
    for (byte[] part : parts) {
      joined.writeBytes(part);
    }
    return joined.toByteArray();
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
