// SPDX-License-Identifier: Apache-2.0
package org.winnow.siterules.imports;

import java.util.List;
import java.util.Map;

/**
 * What one site config says, as a rule.
 *
 * @param file the config as the user named it
 * @param entries its entries in order, and the lines of the config that they come from
 * @param samples the addresses to try it on, and what their texts should contain
 * @param notes what was not taken over as it was
 * @param expressions how many XPath expressions there were
 * @param translated how many of them are CSS now
 */
record FtrRule(
    String file,
    Map<RuleEntry, Integer> entries,
    List<String> samples,
    List<ImportNote> notes,
    int expressions,
    int translated) {

  /** Whether nothing is missing but what was left out on purpose, and nothing is still XPath. */
  boolean isComplete() {
    return notes.stream().allMatch(note -> note.kind() == ImportNote.Kind.LEFT_OUT);
  }
}
