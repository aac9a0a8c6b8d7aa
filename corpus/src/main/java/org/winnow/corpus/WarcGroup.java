// SPDX-License-Identifier: Apache-2.0
package org.winnow.corpus;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.channels.Channels;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.netpreserve.jwarc.MediaType;
import org.netpreserve.jwarc.MessageVersion;
import org.netpreserve.jwarc.WarcCompression;
import org.netpreserve.jwarc.WarcConversion;
import org.netpreserve.jwarc.WarcMetadata;
import org.netpreserve.jwarc.WarcRecord;
import org.netpreserve.jwarc.WarcRequest;
import org.netpreserve.jwarc.WarcResponse;
import org.netpreserve.jwarc.WarcRevisit;
import org.netpreserve.jwarc.WarcWriter;

/**
 * The records about one fetch, each a gzip member. The one that holds the page stands last, so that
 * a file which ends behind a page's record has everything about it.
 */
final class WarcGroup {
  /** How many of a page's links are noted: far more than people make by hand. */
  private static final int MAX_LINKS = 2000;

  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
  private final ByteArrayOutputStream record = new ByteArrayOutputStream();
  private int last;

  private WarcGroup() {}

  /**
   * A page: its request and notes, the answer, and what a browser made of it.
   *
   * @param sha256 of its body, in hexadecimal
   */
  static WarcGroup page(FetchedPage page, PageNotes notes, String sha256) throws IOException {
    WarcGroup group = new WarcGroup();
    FetchedPage served = page.asServed();
    String servedSha256 = page.raw() == null ? sha256 : Sha256.hex(served.body());
    URI answer = id();
    URI rendered = id();
    group.addAbout(served, notes, answer);
    WarcResponse.Builder response =
        new WarcResponse.Builder(served.url().toString())
            .recordId(answer)
            .version(MessageVersion.WARC_1_1)
            .date(served.fetched())
            .setHeader("WARC-Payload-Digest", digest(servedSha256))
            .body(MediaType.HTTP_RESPONSE, HttpBlock.write(served));
    if (!served.requested().equals(served.url())) {
      response.addHeader(RecordedPage.REQUESTED, served.requested().toString());
    }
    if (page.raw() == null) {
      group.add(response.build());
      return group;
    }
    group.add(response.addHeader(RecordedPage.RENDERED, "<" + rendered + ">").build());
    WarcConversion.Builder conversion =
        new WarcConversion.Builder()
            .recordId(rendered)
            .version(MessageVersion.WARC_1_1)
            .setHeader("WARC-Target-URI", page.url().toString())
            .date(page.fetched())
            .refersTo(answer)
            .setHeader("WARC-Payload-Digest", digest(sha256))
            .body(MediaType.parse(page.header("Content-Type")), page.body());
    if (!page.requested().equals(page.url())) {
      conversion.addHeader(RecordedPage.REQUESTED, page.requested().toString());
    }
    group.add(conversion.build());
    return group;
  }

  /**
   * An answer that brought nothing new: a 304, or the very bytes that are archived already.
   *
   * @param answer the answer; its body is not stored
   * @param original the record that holds the body
   * @param position where that lies
   */
  static WarcGroup revisit(FetchedPage answer, WarcRecord original, WarcPosition position)
      throws IOException {
    WarcGroup group = new WarcGroup();
    URI id = id();
    group.addAbout(answer, PageNotes.NONE, id);
    boolean isUnmodified = answer.status() == 304;
    WarcRevisit.Builder revisit =
        new WarcRevisit.Builder(
                answer.url().toString(),
                isUnmodified
                    ? WarcRevisit.SERVER_NOT_MODIFIED_1_1
                    : WarcRevisit.IDENTICAL_PAYLOAD_DIGEST_1_1)
            .recordId(id)
            .version(MessageVersion.WARC_1_1)
            .date(answer.fetched())
            .refersTo(
                original.id(),
                original.headers().first("WARC-Target-URI").orElse(""),
                original.date())
            .addHeader(RecordedPage.BODY_AT, "%s %d".formatted(position.file(), position.offset()))
            .body(MediaType.HTTP_RESPONSE, HttpBlock.writeHead(answer));
    original
        .headers()
        .first("WARC-Payload-Digest")
        .filter(digest -> !isUnmodified)
        .ifPresent(digest -> revisit.addHeader("WARC-Payload-Digest", digest));
    if (!answer.requested().equals(answer.url())) {
      revisit.addHeader(RecordedPage.REQUESTED, answer.requested().toString());
    }
    group.add(revisit.build());
    return group;
  }

  /** One record alone. */
  static WarcGroup of(WarcRecord record) throws IOException {
    WarcGroup group = new WarcGroup();
    group.add(record);
    return group;
  }

  byte[] bytes() {
    return bytes.toByteArray();
  }

  /** Where the last record begins. */
  int last() {
    return last;
  }

  private void addAbout(FetchedPage page, PageNotes notes, URI answer) throws IOException {
    if (!page.sent().isEmpty()) {
      add(
          new WarcRequest.Builder(page.url().toString())
              .recordId(id())
              .version(MessageVersion.WARC_1_1)
              .date(page.fetched())
              .concurrentTo(answer)
              .body(MediaType.HTTP_REQUEST, HttpBlock.writeRequest(page))
              .build());
    }
    Map<String, List<String>> fields = fields(notes);
    if (!fields.isEmpty()) {
      add(
          new WarcMetadata.Builder()
              .recordId(id())
              .version(MessageVersion.WARC_1_1)
              .targetURI(page.url().toString())
              .date(page.fetched())
              .concurrentTo(answer)
              .fields(fields)
              .build());
    }
  }

  private static Map<String, List<String>> fields(PageNotes notes) {
    Map<String, List<String>> fields = new LinkedHashMap<>();
    if (!notes.published().isEmpty()) {
      fields.put("published", List.of(notes.published()));
    }
    if (!notes.links().isEmpty()) {
      // As Heritrix writes them: the address, the kind of link (navigation), where it stands.
      fields.put(
          "outlink",
          notes.links().stream()
              .distinct()
              .limit(MAX_LINKS)
              .map(url -> url + " L a/@href")
              .toList());
    }
    return fields;
  }

  private void add(WarcRecord added) throws IOException {
    last = bytes.size();
    record.reset();
    new WarcWriter(Channels.newChannel(record), WarcCompression.NONE).write(added);
    GzipMember.write(record.toByteArray(), bytes);
  }

  /** In hexadecimal: in base 32, as jwarc writes it, SHA-256 ends in signs that fail its checks. */
  private static String digest(String sha256) {
    return "sha256:" + sha256;
  }

  private static URI id() {
    return URI.create("urn:uuid:" + UUID.randomUUID());
  }
}
