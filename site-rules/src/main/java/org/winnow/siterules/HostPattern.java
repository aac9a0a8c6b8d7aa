// SPDX-License-Identifier: Apache-2.0
package org.winnow.siterules;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.winnow.corpus.Url;

/** The hosts that a rule matches: exact, or {@code *.} and a suffix. */
final class HostPattern {
  static final String WILDCARD = "*.";

  private HostPattern() {}

  /** The pattern as it is compared: lower case, punycode; or empty and a problem. */
  static Optional<String> of(String text, Field item) {
    boolean isWildcard = text.startsWith(WILDCARD);
    String host = isWildcard ? text.substring(WILDCARD.length()) : text;
    Optional<Url> url =
        host.matches("[^\\s/:@?#*]+") ? Url.parse("https://" + host + "/") : Optional.empty();
    if (url.isEmpty()) {
      item.problem(
          "'"
              + text
              + "' is not a host; write www.example.org, or '*.example.org' for all below it");
      return Optional.empty();
    }
    return Optional.of((isWildcard ? WILDCARD : "") + url.get().host());
  }

  /** The host with and without {@code www.}; an address in numbers stays alone. */
  static List<String> defaults(String host) {
    String lower = host.toLowerCase(Locale.ROOT);
    if (lower.startsWith("www.")) {
      return List.of(lower, lower.substring("www.".length()));
    }
    boolean isName = lower.indexOf('.') > 0 && !Character.isDigit(lower.charAt(lower.length() - 1));
    return isName ? List.of(lower, "www." + lower) : List.of(lower);
  }
}
