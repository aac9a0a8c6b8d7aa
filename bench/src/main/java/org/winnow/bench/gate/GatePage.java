// SPDX-License-Identifier: Apache-2.0
package org.winnow.bench.gate;

import java.nio.charset.Charset;
import java.nio.charset.CharsetEncoder;
import java.time.Instant;
import java.util.List;
import org.winnow.corpus.FetchedPage;
import org.winnow.corpus.Url;

/**
 * A page of the gate.
 *
 * @param id template, language and article, as a path: {@code br-cell/en/harbour-crane-restored}
 * @param kind what its template is an example of
 * @param language its language
 * @param html its source
 * @param charset what it is written in; characters that are not in it are references
 * @param gold the text that should come of it, one line a block
 */
record GatePage(
    String id, String kind, String language, String html, Charset charset, String gold) {

  /** The address of the page: every template is a site of its own. */
  Url url() {
    return Url.of(address(id));
  }

  static String address(String id) {
    return "https://www." + id.replaceFirst("/", ".example/");
  }

  /** Its bytes as a server would send them. */
  byte[] bytes() {
    CharsetEncoder encoder = charset.newEncoder();
    StringBuilder writable = new StringBuilder(html.length());
    html.codePoints()
        .forEach(
            c -> {
              if (encoder.canEncode(Character.toString(c))) {
                writable.appendCodePoint(c);
              } else {
                writable.append("&#").append(c).append(';');
              }
            });
    return writable.toString().getBytes(charset);
  }

  FetchedPage fetched() {
    return new FetchedPage(url(), url(), Instant.EPOCH, 200, List.of(), bytes());
  }
}
