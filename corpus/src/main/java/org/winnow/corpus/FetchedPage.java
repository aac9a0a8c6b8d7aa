// SPDX-License-Identifier: Apache-2.0
package org.winnow.corpus;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One page as it came over the wire (or from a file), before anything is made of it.
 *
 * @param requested the address that was asked for
 * @param url the address that answered, after redirects; relative links resolve against it
 * @param fetched when the answer was complete
 * @param status the HTTP status; 200 for a page read from a file
 * @param headers the response's headers, in their order
 * @param body the bytes after content decoding; not copied, never to be changed
 * @param sent the request's headers, in their order; empty where they are not known
 * @param raw the page as the server gave it, where this one is what a browser made of it; or null
 */
@SuppressWarnings("ArrayRecordComponent") // pages are compared by address, never by value
public record FetchedPage(
    Url requested,
    Url url,
    Instant fetched,
    int status,
    List<Header> headers,
    byte[] body,
    List<Header> sent,
    @Nullable FetchedPage raw) {

  /** One response header. Names compare without regard to case. */
  public record Header(String name, String value) {}

  public FetchedPage {
    headers = List.copyOf(headers);
    sent = List.copyOf(sent);
  }

  /** A page whose request is not known. */
  public FetchedPage(
      Url requested, Url url, Instant fetched, int status, List<Header> headers, byte[] body) {
    this(requested, url, fetched, status, headers, body, List.of(), null);
  }

  /** The page as the server gave it: this one, unless a browser made this one of it. */
  public FetchedPage asServed() {
    return raw == null ? this : raw;
  }

  /** What a browser made of this page: a document in UTF-8. */
  public FetchedPage rendered(byte[] document) {
    List<Header> type = List.of(new Header("Content-Type", "text/html; charset=utf-8"));
    return new FetchedPage(requested, url, fetched, status, type, document, List.of(), this);
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
