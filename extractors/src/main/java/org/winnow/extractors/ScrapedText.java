// SPDX-License-Identifier: Apache-2.0
package org.winnow.extractors;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/**
 * The text in a file's bytes. UTF-8 is read strictly, so that what is written again has the very
 * same bytes; other charsets are told by byte order mark or by the statistics of the text.
 *
 * @param text the text, without byte order mark
 * @param charset what it was read in
 */
public record ScrapedText(String text, Charset charset) {

  /**
   * The text of those bytes.
   *
   * @throws IOException if they are no text, or UTF-8 with an error in it; the message says where
   */
  public static ScrapedText of(byte[] bytes) throws IOException {
    int mark = hasUtf8Mark(bytes) ? 3 : 0;
    ByteBuffer in = ByteBuffer.wrap(bytes, mark, bytes.length - mark);
    CharBuffer out = CharBuffer.allocate(bytes.length - mark + 1);
    CharsetDecoder decoder =
        StandardCharsets.UTF_8
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT);
    CoderResult result = decoder.decode(in, out, true);
    if (!result.isError()) {
      return checked(new ScrapedText(out.flip().toString(), StandardCharsets.UTF_8));
    }
    DecodedPage decoded = PageDecoder.decode(bytes, "");
    if (decoded.charset().equals(StandardCharsets.UTF_8)) {
      throw new IOException(
          "not UTF-8 at byte %d (0x%02X); repair or re-encode the file"
              .formatted(in.position(), bytes[in.position()] & 0xFF));
    }
    return checked(new ScrapedText(decoded.text(), decoded.charset()));
  }

  private static ScrapedText checked(ScrapedText read) throws IOException {
    if (read.text.indexOf('\0') >= 0) {
      throw new IOException("a binary file, not a text");
    }
    return read;
  }

  private static boolean hasUtf8Mark(byte[] bytes) {
    return bytes.length >= 3
        && bytes[0] == (byte) 0xEF
        && bytes[1] == (byte) 0xBB
        && bytes[2] == (byte) 0xBF;
  }
}
