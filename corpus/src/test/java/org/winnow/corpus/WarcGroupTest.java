// SPDX-License-Identifier: Apache-2.0
package org.winnow.corpus;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.netpreserve.jwarc.WarcMetadata;
import org.netpreserve.jwarc.WarcReader;
import org.netpreserve.jwarc.WarcRecord;
import org.netpreserve.jwarc.WarcRequest;
import org.netpreserve.jwarc.WarcRevisit;
import org.netpreserve.jwarc.tools.ValidateTool;
import org.winnow.corpus.FetchedPage.Header;

class WarcGroupTest {
  private static final Instant NOON = Instant.parse("2024-01-26T12:00:00Z");
  private static final Url ADDRESS = Url.of("https://example.org/a?b=ج");
  private static final List<Header> SENT =
      List.of(new Header("User-Agent", "winnow"), new Header("Accept", "text/html"));

  @TempDir private Path folder;
  private PageArchive archive;

  @BeforeEach
  void open() throws IOException {
    archive = PageArchive.open(folder, Optional.empty(), Clock.fixed(NOON, ZoneOffset.UTC));
  }

  private static FetchedPage page(int status, String body) {
    return new FetchedPage(
        Url.of("https://example.org/from"),
        ADDRESS,
        NOON.plusSeconds(status),
        status,
        List.of(new Header("Content-Type", "text/html"), new Header("ETag", "\"" + status + "\"")),
        body.getBytes(StandardCharsets.UTF_8),
        SENT,
        null);
  }

  private List<String> types() throws IOException {
    List<String> types = new ArrayList<>();
    try (WarcReader reader = new WarcReader(file())) {
      for (WarcRecord record : reader) {
        types.add(record.type());
      }
    }
    return types;
  }

  private Path file() throws IOException {
    try (var files = Files.list(folder)) {
      return files.findFirst().orElseThrow();
    }
  }

  @Test
  void a_fetch_has_its_request_its_notes_and_its_answer() throws IOException {
    PageNotes notes =
        new PageNotes(List.of(ADDRESS, Url.of("https://example.org/c")), "2024-01-26");
    WarcPosition position = archive.append(page(200, "text"), notes);

    assertThat(types()).containsExactly("warcinfo", "request", "metadata", "response");
    assertThat(archive.read(position).body()).asString().isEqualTo("text");
    try (WarcReader reader = new WarcReader(file())) {
      WarcRecord info = reader.next().orElseThrow();
      WarcRequest request = (WarcRequest) reader.next().orElseThrow();
      assertThat(request.http().target()).isEqualTo("/a?b=%D8%AC");
      assertThat(request.http().headers().first("Host")).contains("example.org");
      assertThat(request.http().headers().first("User-Agent")).contains("winnow");
      WarcMetadata metadata = (WarcMetadata) reader.next().orElseThrow();
      assertThat(metadata.fields().first("published")).contains("2024-01-26");
      assertThat(metadata.fields().all("outlink"))
          .containsExactly(ADDRESS + " L a/@href", "https://example.org/c L a/@href");
      WarcRecord response = reader.next().orElseThrow();
      assertThat(request.concurrentTo()).containsExactly(response.id());
      assertThat(metadata.concurrentTo()).containsExactly(response.id());
      assertThat(info.type()).isEqualTo("warcinfo");
    }
  }

  @Test
  void an_answer_without_news_is_a_revisit_that_reads_as_the_page() throws IOException {
    WarcPosition first = archive.append(page(200, "text"));
    WarcPosition unmodified = archive.appendRevisit(page(304, ""), first);
    WarcPosition same = archive.appendRevisit(page(203, "text"), unmodified);

    assertThat(types())
        .containsExactly(
            "warcinfo", "request", "response", "request", "revisit", "request", "revisit");
    FetchedPage known = archive.read(unmodified);
    assertThat(known.body()).asString().isEqualTo("text");
    assertThat(known.status()).isEqualTo(200);
    assertThat(known.header("ETag")).isEqualTo("\"200\"");
    assertThat(known.fetched()).isEqualTo(NOON.plusSeconds(304));
    FetchedPage again = archive.read(same);
    assertThat(again.body()).asString().isEqualTo("text");
    assertThat(again.header("ETag")).isEqualTo("\"203\"");
    try (WarcReader reader = new WarcReader(file())) {
      List<WarcRevisit> revisits = new ArrayList<>();
      for (WarcRecord record : reader) {
        if (record instanceof WarcRevisit revisit) {
          revisits.add(revisit);
          assertThat(revisit.refersToTargetURI())
              .map(Object::toString)
              .contains(ADDRESS.toString());
          assertThat(revisit.refersToDate()).contains(NOON.plusSeconds(200));
        }
      }
      assertThat(revisits)
          .extracting(WarcRevisit::profile)
          .containsExactly(
              WarcRevisit.SERVER_NOT_MODIFIED_1_1, WarcRevisit.IDENTICAL_PAYLOAD_DIGEST_1_1);
    }
  }

  @Test
  void a_rendered_page_stands_beside_the_raw_one_and_is_the_one_that_is_read() throws IOException {
    FetchedPage raw = page(200, "<script>");
    WarcPosition position =
        archive.append(raw.rendered("<p>نص".getBytes(StandardCharsets.UTF_8)), PageNotes.NONE);

    assertThat(types()).containsExactly("warcinfo", "request", "response", "conversion");
    FetchedPage read = archive.read(position);
    assertThat(read.body()).asString(StandardCharsets.UTF_8).isEqualTo("<p>نص");
    assertThat(read.requested()).isEqualTo(raw.requested());
    assertThat(read.fetched()).isEqualTo(raw.fetched());
    try (WarcPages pages = WarcPages.open(file())) {
      FetchedPage only = pages.next().orElseThrow();
      assertThat(only.body()).asString(StandardCharsets.UTF_8).isEqualTo("<p>نص");
      assertThat(pages.next()).isEmpty();
      assertThat(pages.leftAlone()).containsOnlyKeys("rendered since");
    }
  }

  @Test
  void what_was_not_committed_is_cut_off_behind_the_last_group() throws IOException {
    WarcPosition first = archive.append(page(200, "first"), PageNotes.NONE);
    long committed = Files.size(file());
    archive.append(page(200, "second"), new PageNotes(List.of(ADDRESS), ""));
    archive.close();

    PageArchive again =
        PageArchive.open(folder, Optional.of(first), Clock.fixed(NOON, ZoneOffset.UTC));
    assertThat(Files.size(file())).isEqualTo(committed);
    assertThat(again.read(first).body()).asString().isEqualTo("first");
  }

  @Test
  void jwarc_finds_nothing_wrong_with_any_record() throws Exception {
    PageNotes notes = new PageNotes(List.of(ADDRESS), "2024-01-26");
    WarcPosition first = archive.append(page(200, "text"), notes);
    archive.appendRevisit(page(304, ""), first);
    archive.appendRevisit(page(200, "text"), first);
    archive.append(page(200, "<script>").rendered("<p>".getBytes(StandardCharsets.UTF_8)), notes);
    archive.append(page(404, ""), PageNotes.NONE);

    assertThat(types()).contains("request", "response", "revisit", "metadata", "conversion");
    assertThat(problems(file())).isEmpty();
  }

  @Test
  void jwarc_would_find_a_wrong_digest() throws Exception {
    archive.append(page(200, "text"));
    byte[] plain;
    try (var in = new java.util.zip.GZIPInputStream(Files.newInputStream(file()))) {
      plain = in.readAllBytes();
    }
    String broken =
        new String(plain, StandardCharsets.ISO_8859_1).replace("\r\n\r\ntext", "\r\n\r\ntexT");
    Path warc =
        Files.writeString(folder.resolve("broken.warc"), broken, StandardCharsets.ISO_8859_1);
    assertThat(problems(warc)).contains("digest");
  }

  /** What jwarc's own validator says; its exit code is that of a process, so it has one. */
  private static String problems(Path warc) throws Exception {
    ByteArrayOutputStream said = new ByteArrayOutputStream();
    Process validator =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                ValidateTool.class.getName(),
                warc.toString())
            .redirectErrorStream(true)
            .start();
    validator.getInputStream().transferTo(said);
    int code = validator.waitFor();
    return code == 0 ? "" : code + ": " + said.toString(StandardCharsets.UTF_8);
  }
}
