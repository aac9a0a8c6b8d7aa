// SPDX-License-Identifier: Apache-2.0
package org.winnow.siterules.imports;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.winnow.siterules.imports.XPathTranslation.Branch;
import org.winnow.siterules.imports.XPathTranslation.Selected;

/** Writes selector values: a text where that says all, else a mapping. */
final class SelectorEntry {
  private SelectorEntry() {}

  /**
   * A value in {@code extract}; of an element without an attribute, {@code attribute} or the text.
   */
  static RuleEntry of(String key, Branch branch, @Nullable String attribute, Selected selected) {
    boolean isWhole = selected.after() == null && selected.before() == null;
    String named = branch.attribute() == null && isWhole ? attribute : branch.attribute();
    // An @ in the selector itself could be taken for the attribute's.
    if (isWhole && branch.css().indexOf('@') < 0) {
      return new RuleEntry("extract", key, branch.css() + (named == null ? "" : "@" + named));
    }
    Map<String, String> fields = new LinkedHashMap<>();
    fields.put("css", branch.css());
    put(fields, "attr", named);
    put(fields, "after", selected.after());
    put(fields, "before", selected.before());
    return new RuleEntry("extract", key, fields);
  }

  private static void put(Map<String, String> fields, String key, @Nullable String value) {
    if (value != null) {
      fields.put(key, value);
    }
  }

  /** The same value on pages where the condition finds something; empty where CSS cannot say so. */
  static Optional<RuleEntry> where(XPathTranslation condition, RuleEntry link) {
    if (!(condition instanceof Selected selected)
        || !(link.value() instanceof RuleEntry.Text text)) {
      return Optional.empty();
    }
    String has = selected.branches().stream().map(Branch::css).collect(Collectors.joining(", "));
    int at = text.text().lastIndexOf('@');
    String css = at < 0 ? text.text() : text.text().substring(0, at);
    String attribute = at < 0 ? "" : text.text().substring(at);
    return Optional.of(
        new RuleEntry(
            link.section(), link.key(), "html:has(" + has + ") :is(" + css + ")" + attribute));
  }
}
