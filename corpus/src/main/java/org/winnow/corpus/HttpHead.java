// SPDX-License-Identifier: Apache-2.0
package org.winnow.corpus;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.winnow.corpus.FetchedPage.Header;

/**
 * Status line and headers of an HTTP response, read leniently and in their order.
 *
 * @param status the HTTP status
 * @param headers the headers, without those that speak of an encoding
 * @param encodings the ones that do, as lines
 */
record HttpHead(int status, List<Header> headers, String encodings) {
  private static final int MAX_BYTES = 1 << 20;
  private static final Set<String> ENCODING_HEADERS =
      Set.of("content-encoding", "transfer-encoding");

  /**
   * Reads as far as the blank line.
   *
   * @throws IOException if it is no HTTP response, or its head is endless
   */
  static HttpHead read(InputStream block) throws IOException {
    LineReader lines = new LineReader(block);
    int status = status(lines.next());
    List<Header> headers = new ArrayList<>();
    StringBuilder encodings = new StringBuilder();
    for (String line = lines.next(); !line.isEmpty(); line = lines.next()) {
      int colon = line.indexOf(':');
      if (colon <= 0) {
        continue;
      }
      Header header =
          new Header(line.substring(0, colon).strip(), line.substring(colon + 1).strip());
      if (isEncoding(header.name())) {
        encodings.append(header.name()).append(": ").append(header.value()).append("\r\n");
      } else {
        headers.add(header);
      }
    }
    return new HttpHead(status, headers, encodings.toString());
  }

  static boolean isEncoding(String name) {
    return ENCODING_HEADERS.contains(name.toLowerCase(Locale.ROOT));
  }

  /** The media type, in small letters and without parameters; empty where none is given. */
  String mediaType() {
    return headers.stream()
        .filter(header -> header.name().equalsIgnoreCase("Content-Type"))
        .findFirst()
        .map(header -> header.value().split(";", 2)[0].strip().toLowerCase(Locale.ROOT))
        .orElse("");
  }

  private static int status(String line) throws IOException {
    String[] words = line.split(" ", 3);
    if (words.length < 2 || !words[0].startsWith("HTTP/") || !words[1].matches("[0-9]{3}")) {
      throw new IOException("not an HTTP response");
    }
    return Integer.parseInt(words[1]);
  }

  private static final class LineReader {
    private final InputStream in;
    private byte[] line = new byte[256];
    private int total;

    LineReader(InputStream in) {
      this.in = in;
    }

    /** The next line without its end; empty at the end of the block. */
    String next() throws IOException {
      int length = 0;
      for (int b = in.read(); b >= 0 && b != '\n'; b = in.read()) {
        if (++total > MAX_BYTES) {
          throw new IOException("headers longer than " + MAX_BYTES + " bytes");
        }
        if (length == line.length) {
          line = Arrays.copyOf(line, 2 * length);
        }
        line[length++] = (byte) b;
      }
      int trimmed = length > 0 && line[length - 1] == '\r' ? length - 1 : length;
      try {
        return StandardCharsets.UTF_8
            .newDecoder()
            .decode(ByteBuffer.wrap(line, 0, trimmed))
            .toString();
      } catch (CharacterCodingException e) {
        return new String(line, 0, trimmed, StandardCharsets.ISO_8859_1);
      }
    }
  }
}
