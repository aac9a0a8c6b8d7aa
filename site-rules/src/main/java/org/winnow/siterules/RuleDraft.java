// SPDX-License-Identifier: Apache-2.0
package org.winnow.siterules;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.winnow.corpus.Url;

/**
 * A rule as its file has it, before inheritance.
 *
 * @param layer which of the layers it comes from; the higher one wins
 * @param parent what it extends, or null
 * @param site null where there is none, as in abstract rules
 */
record RuleDraft(
    String name,
    int layer,
    boolean isAbstract,
    @Nullable Parent parent,
    @Nullable Url site,
    List<Host> hosts,
    boolean verified,
    ExtractRule extract,
    RemoveRule remove,
    List<CssSelector> keep,
    TextDraft text,
    List<SampleTest> tests,
    Mark mark) {

  /** What a rule extends, and where it says so. */
  record Parent(String name, Mark mark) {}

  /** A host and where it stands. */
  record Host(String name, Mark mark) {}

  /** The normalisations that the rule names; null for the others. */
  record TextDraft(
      TextRule.@Nullable Tatweel tatweel,
      TextRule.@Nullable Diacritics diacritics,
      TextRule.@Nullable Digits digits,
      TextRule.@Nullable Quotes quotes) {

    static final TextDraft NONE = new TextDraft(null, null, null, null);
  }
}
