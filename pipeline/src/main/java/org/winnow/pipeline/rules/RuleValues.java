// SPDX-License-Identifier: Apache-2.0
package org.winnow.pipeline.rules;

import java.util.Optional;
import org.winnow.siterules.RuleValue;
import org.winnow.siterules.SiteRule;

/** Finds a rule's values by their paths. */
public final class RuleValues {
  private RuleValues() {}

  /**
   * The first value of an entry: of {@code remove.lines[0]} that of {@code remove.lines[0].regex};
   * a list of one may be written without a list.
   */
  public static Optional<RuleValue> at(SiteRule rule, String entry) {
    String single = entry.endsWith("[0]") ? entry.substring(0, entry.length() - 3) : entry;
    return rule.values().stream()
        .filter(value -> begins(value.path(), entry) || isSingle(value.path(), single))
        .findFirst();
  }

  private static boolean begins(String path, String entry) {
    return path.equals(entry) || path.startsWith(entry + ".") || path.startsWith(entry + "[");
  }

  private static boolean isSingle(String path, String single) {
    return path.equals(single) || path.startsWith(single + ".");
  }
}
