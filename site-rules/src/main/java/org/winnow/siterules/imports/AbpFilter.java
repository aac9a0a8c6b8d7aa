// SPDX-License-Identifier: Apache-2.0
package org.winnow.siterules.imports;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.winnow.corpus.Url;

/**
 * A line of an Adblock list.
 *
 * @param hosts the hosts that it names
 * @param otherHosts the hosts that it leaves out, {@code ~example.org}
 * @param isGeneral whether it is for all other hosts
 * @param selector what it hides, or the line where that is not known
 */
record AbpFilter(
    Kind kind, List<String> hosts, List<String> otherHosts, boolean isGeneral, String selector) {
  enum Kind {
    /** An empty line, a comment, the list's head. */
    NOTHING,
    /** What is fetched, not what is shown. */
    NETWORK,
    /** Hides elements. */
    HIDE,
    /** Takes a HIDE back. */
    EXCEPTION,
    /** Hides elements, changes styles or runs scripts, in words that are not CSS. */
    EXTENDED
  }

  /** In order: of two that begin at the same place, the longer one. */
  private static final List<String> EXTENDED =
      List.of("#@?#", "#?#", "#@$#", "#$#", "#$?#", "#@%#", "#%#", "$@$", "$$");

  static AbpFilter of(String line) {
    if (line.isEmpty() || line.startsWith("!") || line.startsWith("[")) {
      return new AbpFilter(Kind.NOTHING, List.of(), List.of(), false, line);
    }
    int hide = line.indexOf("##");
    int exception = line.indexOf("#@#");
    if (hide >= 0 && (exception < 0 || hide < exception)) {
      return of(Kind.HIDE, line.substring(0, hide), line.substring(hide + 2));
    }
    if (exception >= 0) {
      return of(Kind.EXCEPTION, line.substring(0, exception), line.substring(exception + 3));
    }
    boolean isExtended = EXTENDED.stream().anyMatch(line::contains);
    return new AbpFilter(
        isExtended ? Kind.EXTENDED : Kind.NETWORK, List.of(), List.of(), false, line);
  }

  private static AbpFilter of(Kind kind, String domains, String selector) {
    // uBlock's scripts (+js) and filters of the source text (^) come in the same guise.
    boolean isPlain = !selector.startsWith("+") && !selector.startsWith("^");
    List<String> hosts = new ArrayList<>();
    List<String> others = new ArrayList<>();
    boolean isKnown = true;
    for (String domain : domains.isEmpty() ? new String[0] : domains.split(",", -1)) {
      String name = domain.strip().toLowerCase(Locale.ROOT);
      boolean isOther = name.startsWith("~");
      String host = isOther ? name.substring(1) : name;
      boolean isHost =
          host.indexOf('.') > 0
              && host.matches("[^\\s/:@?#*%\\[\\]]+")
              && Url.parse("https://" + host + "/").isPresent();
      isKnown &= isHost;
      (isOther ? others : hosts).add(host);
    }
    return isPlain && isKnown
        ? new AbpFilter(kind, hosts, others, hosts.isEmpty(), selector.strip())
        : new AbpFilter(Kind.EXTENDED, List.of(), List.of(), false, domains + "## " + selector);
  }
}
