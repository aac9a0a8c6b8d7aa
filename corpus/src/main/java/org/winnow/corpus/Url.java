// SPDX-License-Identifier: Apache-2.0
package org.winnow.corpus;

import java.util.Objects;
import java.util.Optional;
import okhttp3.HttpUrl;
import org.jspecify.annotations.Nullable;

/**
 * A normalised absolute http(s) address. Two addresses of the same page are equal as far as the
 * address alone can tell; this is the only place in Winnow that normalises. Immutable.
 *
 * <p>An address is read as browsers read it (the WHATWG URL standard: white space, backslashes, dot
 * segments, IDNs, numeric hosts, raw characters in path and query). Beyond that, percent-encoded
 * letters, digits and {@code -._~} are decoded and other triplets written in upper case, and what
 * does not choose the page is dropped: user name and password, the default port, the fragment, the
 * host's final dot, tracking and session parameters, an empty query. Parameters keep their order.
 * Addresses longer than {@value #MAX_LENGTH} characters are none.
 */
public final class Url implements Comparable<Url> {
  /** What common servers accept at most in a request line. */
  static final int MAX_LENGTH = 8192;

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
    return text.length() > MAX_LENGTH
        ? Optional.empty()
        : normalised(HttpUrl.parse(UrlText.clean(text)));
  }

  /**
   * The address that {@code reference}, found on this page, leads to; empty if it is not http(s).
   */
  public Optional<Url> resolve(String reference) {
    return reference.length() > MAX_LENGTH
        ? Optional.empty()
        : normalised(address.resolve(UrlText.clean(reference)));
  }

  private static Optional<Url> normalised(@Nullable HttpUrl parsed) {
    if (parsed == null) {
      return Optional.empty();
    }
    Optional<String> host = UrlHosts.normalised(parsed.host());
    if (host.isEmpty()) {
      return Optional.empty();
    }
    String path = UrlText.encode(UrlNoise.withoutSessions(parsed.encodedPath()));
    String query = query(parsed.encodedQuery());
    HttpUrl address =
        isNormal(parsed, host.get(), path, query)
            ? parsed
            : rebuilt(parsed, host.get(), path, query);
    return address == null || address.toString().length() > MAX_LENGTH
        ? Optional.empty()
        : Optional.of(new Url(address));
  }

  /** Most addresses are normal already; to build them anew would take half of all the time. */
  private static boolean isNormal(
      HttpUrl parsed, String host, String path, @Nullable String query) {
    return parsed.fragment() == null
        && parsed.encodedUsername().isEmpty()
        && parsed.encodedPassword().isEmpty()
        && host.equals(parsed.host())
        && !host.contains("xn--")
        && path.equals(parsed.encodedPath())
        && Objects.equals(query, parsed.encodedQuery());
  }

  private static @Nullable HttpUrl rebuilt(
      HttpUrl parsed, String host, String path, @Nullable String query) {
    HttpUrl.Builder builder =
        parsed.newBuilder().username("").password("").encodedPath(path).encodedQuery(query);
    try {
      return builder.fragment(null).host(host).build();
    } catch (IllegalArgumentException e) {
      // Quirk: OkHttp writes some IDNs in a punycode that it does not read, as xn--_0-l1t.
      return null;
    }
  }

  private static @Nullable String query(@Nullable String raw) {
    String query = raw == null ? "" : UrlNoise.withoutNoise(UrlText.encode(raw));
    return query.isEmpty() ? null : query;
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
