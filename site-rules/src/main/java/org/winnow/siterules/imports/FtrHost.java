// SPDX-License-Identifier: Apache-2.0
package org.winnow.siterules.imports;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.winnow.corpus.Url;

/**
 * The site that a config is for, by its file's name: {@code example.org.txt} is for that host with
 * and without {@code www.}, {@code .example.org.txt} for all hosts below it.
 *
 * @param host without {@code www.}, in punycode
 */
record FtrHost(String host, boolean isWildcard) {
  static final String EXTENSION = ".txt";

  /** The site, or empty if the name is no host's. */
  static Optional<FtrHost> of(String fileName) {
    String name =
        fileName.substring(Math.max(fileName.lastIndexOf('/'), fileName.lastIndexOf('\\')) + 1);
    if (!name.endsWith(EXTENSION)) {
      return Optional.empty();
    }
    String bare = name.substring(0, name.length() - EXTENSION.length()).toLowerCase(Locale.ROOT);
    boolean isWildcard = bare.startsWith(".");
    String host = isWildcard ? bare.substring(1) : bare;
    if (host.startsWith("www.") && host.indexOf('.', 4) > 0) {
      host = host.substring("www.".length());
    }
    if (host.indexOf('.') < 1 || !host.matches("[^\\s/:@?#*%]+")) {
      return Optional.empty();
    }
    return Url.parse("https://" + host + "/").map(url -> new FtrHost(url.host(), isWildcard));
  }

  String site() {
    return "https://" + host + "/";
  }

  /** What the rule's {@code match.hosts} names; empty where the site says it. */
  List<String> hosts() {
    return isWildcard ? List.of("*." + host) : List.of();
  }

  /** The rule's file, without extension. */
  String ruleName() {
    return isWildcard ? "all." + host : host;
  }
}
