// SPDX-License-Identifier: Apache-2.0
package org.winnow.corpus;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.netpreserve.jwarc.WarcConversion;
import org.netpreserve.jwarc.WarcRecord;
import org.netpreserve.jwarc.WarcResource;
import org.netpreserve.jwarc.WarcResponse;
import org.netpreserve.jwarc.WarcTargetRecord;
import org.winnow.corpus.FetchedPage.Header;

/** An answer as a WARC record holds it: its head is read, its body not yet. */
final class RecordedPage {
  /** The longest body that is read, in bytes: many times the longest article page. */
  static final int MAX_BODY = 32 << 20;

  /** Names the address that was asked for, where another one answered. */
  static final String REQUESTED = "Winnow-Requested-URI";

  /** On an answer: the record with what a browser made of it. */
  static final String RENDERED = "Winnow-Rendered-As";

  /** On a revisit: the file and the offset of the record that holds the body. */
  static final String BODY_AT = "Winnow-Body-At";

  private static final Set<String> PAGE_TYPES = Set.of("", "text/html", "application/xhtml+xml");
  private static final Set<String> XML_TYPES = Set.of("text/xml", "application/xml");
  private static final int START = 1024;

  private final Url requested;
  private final Url url;
  private final Instant date;
  private final HttpHead head;
  private final InputStream body;

  private RecordedPage(Url requested, Url url, Instant date, HttpHead head, InputStream body) {
    this.requested = requested;
    this.url = url;
    this.date = date;
    this.head = head;
    this.body = body;
  }

  /**
   * The answer in that record; empty where the record holds none of a web address.
   *
   * @throws IOException if the record is damaged
   */
  static Optional<RecordedPage> of(WarcRecord record) throws IOException {
    if (!(record instanceof WarcTargetRecord answer) || !isAnswer(record)) {
      return Optional.empty();
    }
    String target = answer.target();
    if (target == null || !target.regionMatches(true, 0, "http", 0, 4)) {
      return Optional.empty();
    }
    Url url = Url.parse(target).orElseThrow(() -> new IOException("no address: " + target));
    Url requested = record.headers().first(REQUESTED).flatMap(Url::parse).orElse(url);
    InputStream block = new BufferedInputStream(record.body().stream(), 1 << 13);
    HttpHead head = record instanceof WarcResponse ? HttpHead.read(block) : headOf(record);
    return Optional.of(new RecordedPage(requested, url, date(record), head, block));
  }

  private static boolean isAnswer(WarcRecord record) {
    return record instanceof WarcResponse
        || record instanceof WarcResource
        || record instanceof WarcConversion;
  }

  /** A record without HTTP has its content type. */
  private static HttpHead headOf(WarcRecord record) {
    String type = record.headers().first("Content-Type").orElse("application/octet-stream");
    return new HttpHead(200, List.of(new Header("Content-Type", type)), "");
  }

  /** Why this is no page to make an article of, in stable words; or empty. */
  Optional<String> reasonToLeaveAlone() throws IOException {
    if (head.status() < 200 || head.status() > 299) {
      return Optional.of("http " + head.status());
    }
    String type = head.mediaType();
    boolean isPage = PAGE_TYPES.contains(type) || (XML_TYPES.contains(type) && isXhtml());
    return isPage ? Optional.empty() : Optional.of("not html");
  }

  private boolean isXhtml() throws IOException {
    if (!head.encodings().isEmpty()) {
      return true;
    }
    body.mark(START);
    String start = new String(body.readNBytes(START), StandardCharsets.ISO_8859_1);
    body.reset();
    return start.toLowerCase(Locale.ROOT).contains("<html");
  }

  /**
   * The page, with its body decoded; may be called once.
   *
   * @throws IOException if the body cannot be decoded or is too long
   */
  FetchedPage page() throws IOException {
    HttpBlock http = HttpBlock.read(head, body, MAX_BODY);
    return new FetchedPage(requested, url, date, http.status(), http.headers(), http.body());
  }

  private static Instant date(WarcRecord record) throws IOException {
    try {
      return record.date();
    } catch (DateTimeParseException e) {
      throw new IOException("no date: " + e.getParsedString(), e);
    }
  }
}
