// SPDX-License-Identifier: Apache-2.0
package org.winnow.extractors;

import java.nio.charset.Charset;
import org.jspecify.annotations.Nullable;

/**
 * A page's text and how its charset was found.
 *
 * @param text the text, without byte order mark; U+FFFD where bytes mean nothing
 * @param charset the charset that the bytes were read in
 * @param source what decided on the charset
 * @param remark in words for the user, what was odd about the declaration; null if nothing was
 */
public record DecodedPage(String text, Charset charset, Source source, @Nullable String remark) {

  /** What decided on a charset. */
  public enum Source {
    /** The site's rule. */
    RULE,
    /** The byte order mark. */
    BOM,
    /** The Content-Type header. */
    HEADER,
    /** A meta element or an XML declaration. */
    META,
    /** The bytes themselves: they are UTF-8 or UTF-16 and could hardly be anything else. */
    BYTES,
    /** The statistics of the text. */
    DETECTOR,
    /** Nothing: the text is ASCII, or no charset fits it. */
    DEFAULT
  }
}
