// SPDX-License-Identifier: Apache-2.0
package org.winnow.siterules.imports;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.winnow.siterules.imports.ImportNote.Kind;

/**
 * What an import of site configs came to.
 *
 * @param files how many configs there were
 * @param imported how many became rules
 * @param complete how many of these say all that the config says, in CSS, but for what was left out
 *     on purpose
 * @param families how many rules were made that others extend
 * @param members how many rules extend one of them
 * @param expressions how many XPath expressions there were
 * @param translated how many of these are CSS now
 * @param notImported the configs that did not become rules
 * @param notes everything that was not taken over as it was, by file and line
 */
public record FtrReport(
    int files,
    int imported,
    int complete,
    int families,
    int members,
    int expressions,
    int translated,
    List<NotImported> notImported,
    List<ImportNote> notes) {

  public FtrReport {
    notImported = List.copyOf(notImported);
    notes = List.copyOf(notes);
  }

  /** A config that did not become a rule, and why. */
  public record NotImported(String name, String reason) {}

  /** How often each reason was given for that kind of note. */
  public Map<String, Integer> reasons(Kind kind) {
    Map<String, Integer> reasons = new TreeMap<>();
    for (ImportNote note : notes) {
      if (note.kind() == kind) {
        reasons.merge(note.reason(), 1, Integer::sum);
      }
    }
    return reasons;
  }
}
