// SPDX-License-Identifier: Apache-2.0
package org.winnow.corpus;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.channels.Channels;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.netpreserve.jwarc.MediaType;
import org.netpreserve.jwarc.MessageVersion;
import org.netpreserve.jwarc.WarcCompression;
import org.netpreserve.jwarc.WarcRecord;
import org.netpreserve.jwarc.WarcResponse;
import org.netpreserve.jwarc.WarcWriter;
import org.netpreserve.jwarc.Warcinfo;

/** Pages as WARC records and back. */
final class WarcRecords {
  /** The longest body that is read, in bytes: many times the longest article page. */
  static final int MAX_BODY = 32 << 20;

  /** Names the address that was asked for, where another one answered. */
  private static final String REQUESTED = "Winnow-Requested-URI";

  private static final int MAX_HEAD = 1 << 20;

  private WarcRecords() {}

  /** A page as one gzip member. */
  static byte[] response(FetchedPage page) throws IOException {
    WarcResponse.Builder record =
        new WarcResponse.Builder(page.url().toString())
            .version(MessageVersion.WARC_1_1)
            .date(page.fetched())
            .payloadDigest("sha256", Sha256.hex(page.body()))
            .body(MediaType.HTTP_RESPONSE, HttpBlock.write(page));
    if (!page.requested().equals(page.url())) {
      record.addHeader(REQUESTED, page.requested().toString());
    }
    return member(record.build());
  }

  /** The record that opens a file, as one gzip member. */
  static byte[] info(String file, Instant created) throws IOException {
    return member(
        new Warcinfo.Builder()
            .version(MessageVersion.WARC_1_1)
            .date(created)
            .filename(file)
            .fields(
                Map.of(
                    "software", List.of("winnow"),
                    "format", List.of("WARC File Format 1.1"),
                    "description", List.of("bodies are stored decoded")))
            .build());
  }

  /**
   * The page in that record; empty where the record is not an HTTP response of a web address.
   *
   * @throws IOException if the record is damaged or its page too long
   */
  static Optional<FetchedPage> page(WarcRecord record) throws IOException {
    if (!(record instanceof WarcResponse response)) {
      return Optional.empty();
    }
    String target = response.target();
    if (target == null || !target.regionMatches(true, 0, "http", 0, 4)) {
      return Optional.empty();
    }
    Url url = Url.parse(target).orElseThrow(() -> new IOException("no address: " + target));
    byte[] block = response.body().stream().readNBytes(MAX_BODY + MAX_HEAD);
    HttpBlock http = HttpBlock.read(block, MAX_BODY);
    Url requested = response.headers().first(REQUESTED).flatMap(Url::parse).orElse(url);
    return Optional.of(
        new FetchedPage(
            requested, url, date(response), http.status(), http.headers(), http.body()));
  }

  private static Instant date(WarcResponse response) throws IOException {
    try {
      return response.date();
    } catch (DateTimeParseException e) {
      throw new IOException("no date: " + e.getParsedString(), e);
    }
  }

  private static byte[] member(WarcRecord record) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (WarcWriter writer = new WarcWriter(Channels.newChannel(bytes), WarcCompression.GZIP)) {
      writer.write(record);
    }
    return bytes.toByteArray();
  }
}
