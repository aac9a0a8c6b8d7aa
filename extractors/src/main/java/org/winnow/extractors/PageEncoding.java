// SPDX-License-Identifier: Apache-2.0
package org.winnow.extractors;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayInputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.StringReader;
import java.nio.charset.Charset;
import org.jspecify.annotations.Nullable;
import org.winnow.extractors.DecodedPage.Source;

/**
 * A page's bytes and how they are to be read.
 *
 * @param bytes the bytes
 * @param from where the text begins: behind a byte order mark
 * @param charset the charset to read them in
 * @param source what decided on the charset
 * @param remark in words for the user, what was odd about the declaration; null if nothing was
 */
@SuppressWarnings("ArrayRecordComponent") // a page's bytes, which nobody compares
record PageEncoding(
    byte[] bytes, int from, Charset charset, Source source, @Nullable String remark) {

  /** The whole text, U+FFFD where bytes mean nothing. */
  String text() {
    return new String(bytes, from, bytes.length - from, charset);
  }

  DecodedPage decoded() {
    return new DecodedPage(text(), charset, source, remark);
  }

  /**
   * The same text, bit by bit. Of UTF-8, the parser reads what is decoded straight into its buffer:
   * a string of a whole page costs a sixth of the parse.
   */
  Reader reader() {
    return charset.equals(UTF_8)
        ? new InputStreamReader(new ByteArrayInputStream(bytes, from, bytes.length - from), UTF_8)
        : new StringReader(text());
  }
}
