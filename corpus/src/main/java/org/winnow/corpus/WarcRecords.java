// SPDX-License-Identifier: Apache-2.0
package org.winnow.corpus;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.channels.Channels;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.netpreserve.jwarc.MediaType;
import org.netpreserve.jwarc.MessageVersion;
import org.netpreserve.jwarc.WarcCompression;
import org.netpreserve.jwarc.WarcRecord;
import org.netpreserve.jwarc.WarcResponse;
import org.netpreserve.jwarc.WarcRevisit;
import org.netpreserve.jwarc.WarcWriter;
import org.netpreserve.jwarc.Warcinfo;

/** Pages as WARC records and back. */
final class WarcRecords {
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
      record.addHeader(RecordedPage.REQUESTED, page.requested().toString());
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
   * The page in that record; empty where the record holds no answer of a web address.
   *
   * @throws IOException if the record is damaged or its page too long
   */
  static Optional<FetchedPage> page(WarcRecord record) throws IOException {
    Optional<RecordedPage> recorded = RecordedPage.of(record);
    return recorded.isEmpty() ? Optional.empty() : Optional.of(recorded.get().page());
  }

  /** Why that record's answer is not to be read at all, in stable words; or empty. */
  static Optional<String> reasonToLeaveAlone(WarcRecord record) {
    return record instanceof WarcRevisit ? Optional.of("revisit") : Optional.empty();
  }

  private static byte[] member(WarcRecord record) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (WarcWriter writer = new WarcWriter(Channels.newChannel(bytes), WarcCompression.GZIP)) {
      writer.write(record);
    }
    return bytes.toByteArray();
  }
}
