// SPDX-License-Identifier: Apache-2.0
package org.winnow.siterules;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.winnow.corpus.Url;

/** The hosts that a rule matches: exact, or {@code *.} and a suffix. */
final class HostPattern {
  static final String WILDCARD = "*.";

  private static final Pattern HOST = Pattern.compile("[^\\s/:@?#*]+");

  /** A name as it is compared already, as nearly all are. */
  private static final Pattern PLAIN =
      Pattern.compile("(?!.*xn--)([a-z0-9]([a-z0-9-]*[a-z0-9])?\\.)+[a-z]{2,63}");

  private HostPattern() {}

  /** The pattern as it is compared: lower case, punycode; or empty and a problem. */
  static Optional<String> of(String text, Field item) {
    boolean isWildcard = text.startsWith(WILDCARD);
    String host = isWildcard ? text.substring(WILDCARD.length()) : text;
    if (PLAIN.matcher(host).matches()) {
      return Optional.of(text);
    }
    Optional<Url> url =
        HOST.matcher(host).matches() ? Url.parse("https://" + host + "/") : Optional.empty();
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
