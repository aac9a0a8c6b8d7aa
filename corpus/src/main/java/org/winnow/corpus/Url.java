// SPDX-License-Identifier: Apache-2.0
package org.winnow.corpus;

import java.util.Optional;
import okhttp3.HttpUrl;

/**
 * A normalised absolute http(s) address. Two addresses of the same page are equal as far as the
 * address alone can tell; this is the only place in Winnow that normalises. Immutable.
 */
public final class Url implements Comparable<Url> {
  private final HttpUrl address;

  private Url(HttpUrl address) {
    this.address = address;
  }

  /**
   * The address written in {@code text}.
   *
   * @throws IllegalArgumentException if it is not an absolute http or https address
   */
  public static Url of(String text) {
    return parse(text)
        .orElseThrow(() -> new IllegalArgumentException("not an http(s) address: " + text));
  }

  /** The address written in {@code text}, or empty if it is not an absolute http or https one. */
  public static Optional<Url> parse(String text) {
    return Optional.ofNullable(HttpUrl.parse(text)).map(Url::new);
  }

  /**
   * The address that {@code reference}, found on this page, leads to; empty if it is not http(s).
   */
  public Optional<Url> resolve(String reference) {
    return Optional.ofNullable(address.resolve(reference)).map(Url::new);
  }

  /** The host in lower case, IDNs in punycode, IPv6 without brackets. */
  public String host() {
    return address.host();
  }

  /** Scheme, host and, unless it is the scheme's default, port: {@code https://example.org}. */
  public String origin() {
    String full = address.toString();
    return full.substring(0, full.indexOf('/', address.scheme().length() + 3));
  }

  /** The percent-encoded path, at least {@code /}. */
  public String path() {
    return address.encodedPath();
  }

  /** The percent-encoded query without its question mark, or empty. */
  public Optional<String> query() {
    return Optional.ofNullable(address.encodedQuery());
  }

  @Override
  public int compareTo(Url other) {
    return toString().compareTo(other.toString());
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Url that && address.equals(that.address);
  }

  @Override
  public int hashCode() {
    return address.hashCode();
  }

  /** The whole address, percent-encoded. */
  @Override
  public String toString() {
    return address.toString();
  }
}
