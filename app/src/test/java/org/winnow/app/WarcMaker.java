// SPDX-License-Identifier: Apache-2.0
package org.winnow.app;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.zip.GZIPOutputStream;
import org.winnow.corpus.FetchedPage;

/** WARC records by hand, as other programs write them. */
final class WarcMaker {
  private WarcMaker() {}

  static byte[] page(FetchedPage page) throws IOException {
    return page(page, "text/html; charset=utf-8");
  }

  /** That page as a gzip member of its own. */
  static byte[] page(FetchedPage page, String contentType) throws IOException {
    byte[] body = page.body();
    byte[] http =
        "HTTP/1.1 %d Whatever\r\nContent-Type: %s\r\n\r\n"
            .formatted(page.status(), contentType)
            .getBytes(StandardCharsets.UTF_8);
    String head =
        """
        WARC/1.0\r
        WARC-Type: response\r
        WARC-Target-URI: %s\r
        WARC-Date: %s\r
        WARC-Record-ID: <urn:uuid:00000000-0000-0000-0000-000000000000>\r
        Content-Type: application/http; msgtype=response\r
        Content-Length: %d\r
        \r
        """;
    return gzip(
        join(
            head.formatted(page.url(), page.fetched(), http.length + body.length)
                .getBytes(StandardCharsets.UTF_8),
            http,
            body,
            "\r\n\r\n".getBytes(StandardCharsets.UTF_8)));
  }

  static byte[] gzip(byte[] bytes) throws IOException {
    ByteArrayOutputStream zipped = new ByteArrayOutputStream();
    try (GZIPOutputStream out = new GZIPOutputStream(zipped)) {
      out.write(bytes);
    }
    return zipped.toByteArray();
  }

  static byte[] join(byte[]... parts) {
    ByteArrayOutputStream joined = new ByteArrayOutputStream();
    for (byte[] part : parts) {
      joined.writeBytes(part);
    }
    return joined.toByteArray();
  }
}
