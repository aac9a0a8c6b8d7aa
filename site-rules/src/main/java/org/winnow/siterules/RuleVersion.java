// SPDX-License-Identifier: Apache-2.0
package org.winnow.siterules;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Set;

/** Tells whether two readings of a rule say the same of its pages. */
public final class RuleVersion {
  private static final int BYTES = 8;

  /** What has no influence on the text of a page. */
  private static final Set<String> ELSEWHERE =
      Set.of("tests", "schedule", "discover", "status", "revision", "output");

  private RuleVersion() {}

  /** Sixteen hexadecimal digits, different after every edit that may change a text. */
  public static String of(SiteRule rule) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      for (RuleValue value : rule.values()) {
        if (!ELSEWHERE.contains(value.path().split("[.\\[]", 2)[0])) {
          String line = value.path() + "=" + value.text() + "\n";
          digest.update(line.getBytes(StandardCharsets.UTF_8));
        }
      }
      return HexFormat.of().formatHex(digest.digest(), 0, BYTES);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
