// SPDX-License-Identifier: Apache-2.0
package org.winnow.corpus;

import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.netpreserve.jwarc.MessageVersion;
import org.netpreserve.jwarc.WarcRecord;
import org.netpreserve.jwarc.WarcRevisit;
import org.netpreserve.jwarc.Warcinfo;

/** Pages as WARC records and back. */
final class WarcRecords {
  private static final Pattern POSITION = Pattern.compile("([^/\\\\ ]+) ([0-9]{1,18})");

  private WarcRecords() {}

  /** The record that opens a file, as one gzip member. */
  static byte[] info(String file, Instant created) throws IOException {
    return WarcGroup.of(
            new Warcinfo.Builder()
                .version(MessageVersion.WARC_1_1)
                .date(created)
                .filename(file)
                .fields(
                    Map.of(
                        "software", List.of("winnow"),
                        "format", List.of("WARC File Format 1.1"),
                        "description", List.of("bodies are stored decoded")))
                .build())
        .bytes();
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
    if (record instanceof WarcRevisit) {
      return Optional.of("revisit");
    }
    return record.headers().first(RecordedPage.RENDERED).map(id -> "rendered since");
  }

  /** Where the body lies that a revisit leaves out; empty where the record is none of ours. */
  static Optional<WarcPosition> bodyAt(WarcRecord record) {
    Optional<String> place = record.headers().first(RecordedPage.BODY_AT);
    return record instanceof WarcRevisit ? place.flatMap(WarcRecords::position) : Optional.empty();
  }

  private static Optional<WarcPosition> position(String text) {
    Matcher parts = POSITION.matcher(text);
    return parts.matches()
        ? Optional.of(new WarcPosition(parts.group(1), Long.parseLong(parts.group(2))))
        : Optional.empty();
  }

  /**
   * The page that an answer of nothing new stands for.
   *
   * @param revisit the record of that answer
   * @param original the page whose body it left out
   */
  static FetchedPage revisited(WarcRevisit revisit, FetchedPage original) throws IOException {
    HttpHead head = HttpHead.read(revisit.body().stream());
    boolean isUnmodified = head.status() == 304;
    return new FetchedPage(
        original.requested(),
        original.url(),
        revisit.date(),
        isUnmodified ? original.status() : head.status(),
        isUnmodified ? original.headers() : head.headers(),
        original.body());
  }
}
