// SPDX-License-Identifier: Apache-2.0
package org.winnow.corpus;

import java.time.Instant;

/**
 * A text that a person wrote in place of an extracted one.
 *
 * @param id the catalog's number for it
 * @param article the catalog's number for the article
 * @param base the extracted text that it was made of
 * @param text the text, in the form of {@link Article#text}
 * @param who its writer
 * @param made when, to the millisecond
 */
public record Edit(long id, long article, String base, String text, String who, Instant made) {

  /** Of the text, in hexadecimal. */
  public String sha256() {
    return Sha256.hex(text);
  }
}
