// SPDX-License-Identifier: Apache-2.0
package org.winnow.corpus;

import java.time.Instant;
import java.util.List;

/**
 * One page as it came over the wire (or from a file), before anything is made of it.
 *
 * @param requested the address that was asked for
 * @param url the address that answered, after redirects; relative links resolve against it
 * @param fetched when the answer was complete
 * @param status the HTTP status; 200 for a page read from a file
 * @param headers the response's headers, in their order
 * @param body the bytes after content decoding; not copied, never to be changed
 */
@SuppressWarnings("ArrayRecordComponent") // pages are compared by address, never by value
public record FetchedPage(
    Url requested, Url url, Instant fetched, int status, List<Header> headers, byte[] body) {

  /** One response header. Names compare without regard to case. */
  public record Header(String name, String value) {}

  public FetchedPage {
    headers = List.copyOf(headers);
  }

  /** The value of the first header of that name, or an empty string. */
  public String header(String name) {
    for (Header header : headers) {
      if (header.name().equalsIgnoreCase(name)) {
        return header.value();
      }
    }
    return "";
  }
}
