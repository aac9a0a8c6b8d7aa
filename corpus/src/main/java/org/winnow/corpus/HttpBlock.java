// SPDX-License-Identifier: Apache-2.0
package org.winnow.corpus;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.channels.Channels;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.netpreserve.jwarc.HttpResponse;
import org.netpreserve.jwarc.MessageBody;
import org.winnow.corpus.FetchedPage.Header;

/**
 * An HTTP response as a WARC record holds it: status line, headers, blank line, body. jwarc decodes
 * the body; it sorts headers by name, so they are read here, in their order.
 *
 * @param status the HTTP status
 * @param headers the headers, without those that speak of an encoding which is gone
 * @param body the body, decoded
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record HttpBlock(int status, List<Header> headers, byte[] body) {
  /** The block of that page; its body's length stands where the headers gave one. */
  static byte[] write(FetchedPage page) {
    byte[] head = writeHead(page);
    ByteArrayOutputStream block = new ByteArrayOutputStream(head.length + page.body().length);
    block.writeBytes(head);
    block.writeBytes(page.body());
    return block.toByteArray();
  }

  /** Its head alone, with the blank line. */
  static byte[] writeHead(FetchedPage page) {
    StringBuilder head = new StringBuilder("HTTP/1.1 ").append(page.status()).append(' ');
    head.append(page.status() == 200 ? "OK" : "").append("\r\n");
    for (Header header : page.headers()) {
      String name = oneLine(header.name());
      if (name.isEmpty() || name.indexOf(':') >= 0 || HttpHead.isEncoding(name)) {
        continue;
      }
      String value =
          name.equalsIgnoreCase("Content-Length")
              ? Integer.toString(page.body().length)
              : oneLine(header.value());
      head.append(name).append(": ").append(value).append("\r\n");
    }
    return head.append("\r\n").toString().getBytes(StandardCharsets.UTF_8);
  }

  /** The request that got that page. */
  static byte[] writeRequest(FetchedPage page) {
    Url url = page.url();
    String query = url.query().map(text -> "?" + text).orElse("");
    StringBuilder head = new StringBuilder("GET ").append(url.path()).append(query);
    head.append(" HTTP/1.1\r\nHost: ").append(url.origin().replaceFirst("^[a-z]+://", ""));
    for (Header header : page.sent()) {
      head.append("\r\n").append(oneLine(header.name())).append(": ");
      head.append(oneLine(header.value()));
    }
    return head.append("\r\n\r\n").toString().getBytes(StandardCharsets.UTF_8);
  }

  /**
   * Reads the body that follows a head.
   *
   * @param maxBody how many bytes the decoded body may have
   * @throws IOException if the body cannot be decoded or is longer
   */
  static HttpBlock read(HttpHead head, InputStream block, int maxBody) throws IOException {
    byte[] raw = block.readNBytes(maxBody + 1);
    if (raw.length > maxBody) {
      throw new BodyTooLong(maxBody);
    }
    byte[] body = head.encodings().isEmpty() ? raw : decoded(head.encodings(), raw, maxBody);
    return new HttpBlock(head.status(), head.headers(), body);
  }

  private static byte[] decoded(String encodings, byte[] raw, int maxBody) throws IOException {
    try {
      return atMost(maxBody, encoded(encodings, raw).bodyDecoded());
    } catch (IOException | RuntimeException | LinkageError e) {
      // Quirk: archives exist that store decoded bodies under headers which say encoded. A linkage
      // error is an encoding whose optional library is not there.
      if (e instanceof BodyTooLong || !looksLikeText(raw)) {
        throw new IOException("body cannot be decoded: " + e.getMessage(), e);
      }
      return raw;
    }
  }

  /** A response of nothing but its encodings and the length that the body really has. */
  private static HttpResponse encoded(String encodings, byte[] raw) throws IOException {
    String length = "Content-Length: " + raw.length + "\r\n";
    String head = "HTTP/1.1 200 OK\r\n" + encodings + length + "\r\n";
    return HttpResponse.parse(
        Channels.newChannel(
            new SequenceInputStream(
                new ByteArrayInputStream(head.getBytes(StandardCharsets.UTF_8)),
                new ByteArrayInputStream(raw))));
  }

  private static byte[] atMost(int length, MessageBody body) throws IOException {
    byte[] bytes = body.stream().readNBytes(length + 1);
    if (bytes.length > length) {
      throw new BodyTooLong(length);
    }
    return bytes;
  }

  /** Whether a body begins as markup does: white space, byte order marks, then a tag. */
  private static boolean looksLikeText(byte[] body) {
    for (byte b : body) {
      if (b == '<') {
        return true;
      }
      boolean skipped =
          b >= 0 ? b <= ' ' && b != 0 : b == (byte) 0xEF || b == (byte) 0xBB || b == (byte) 0xBF;
      if (!skipped) {
        return false;
      }
    }
    return body.length == 0;
  }

  private static String oneLine(String text) {
    return text.replace('\r', ' ').replace('\n', ' ').replace('\0', ' ').strip();
  }

  private static final class BodyTooLong extends IOException {
    private static final long serialVersionUID = 1;

    BodyTooLong(int length) {
      super("body longer than " + length + " bytes");
    }
  }
}
