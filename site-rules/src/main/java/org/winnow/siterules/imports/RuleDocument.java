// SPDX-License-Identifier: Apache-2.0
package org.winnow.siterules.imports;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.winnow.siterules.RuleWriter;

/**
 * A rule that is made, as text, and where each of its entries stands in it.
 *
 * @param yaml the text
 * @param places the first and the last line of what each entry stands in: itself, its key, its
 *     section
 */
record RuleDocument(String yaml, List<Place> places) {

  private static final List<String> ORDER = List.of("", "extract", "remove", "fetch.headers");

  /** Lines from 1; an entry whose section or key is not taken goes with it. */
  record Place(RuleEntry entry, int sectionLine, int keyLine, int line) {
    boolean isAt(int problemLine) {
      int sectionEnd = sectionLine + parts(entry.section()).size();
      return problemLine == line
          || problemLine == keyLine
          || (problemLine >= sectionLine && problemLine < sectionEnd);
    }
  }

  private static List<String> parts(String section) {
    return section.isEmpty() ? List.of() : List.of(section.split("\\.", -1));
  }

  /**
   * Writes the entries, by section and key.
   *
   * @param head writes what stands before them
   */
  static RuleDocument of(RuleWriter head, List<RuleEntry> entries) {
    List<Place> places = new ArrayList<>();
    Map<String, Map<String, List<RuleEntry>>> sections = new LinkedHashMap<>();
    ORDER.forEach(section -> sections.put(section, new LinkedHashMap<>()));
    for (RuleEntry entry : entries) {
      sections
          .computeIfAbsent(entry.section(), section -> new LinkedHashMap<>())
          .computeIfAbsent(entry.key(), key -> new ArrayList<>())
          .add(entry);
    }
    sections.forEach((section, keys) -> write(head, section, keys, places));
    return new RuleDocument(head.toString(), List.copyOf(places));
  }

  private static void write(
      RuleWriter writer, String section, Map<String, List<RuleEntry>> keys, List<Place> places) {
    if (keys.isEmpty()) {
      return;
    }
    int sectionLine = writer.lines() + 1;
    parts(section).forEach(writer::begin);
    keys.forEach((key, entries) -> write(writer, key, entries, sectionLine, places));
    parts(section).forEach(part -> writer.end());
  }

  private static void write(
      RuleWriter writer, String key, List<RuleEntry> entries, int sectionLine, List<Place> places) {
    RuleEntry first = entries.get(0);
    int keyLine = writer.lines() + 1;
    boolean isSingle = entries.size() == 1;
    if (isSingle && first.value() instanceof RuleEntry.Text text) {
      writer.text(key, text.text());
      places.add(new Place(first, sectionLine, keyLine, keyLine));
    } else {
      writer.list(key);
      for (RuleEntry entry : entries) {
        item(writer, entry.value());
        places.add(new Place(entry, sectionLine, keyLine, writer.lines()));
      }
    }
  }

  private static void item(RuleWriter writer, RuleEntry.Value value) {
    if (value instanceof RuleEntry.Fields fields) {
      writer.item(fields.fields());
    } else if (value instanceof RuleEntry.Text text) {
      writer.item(text.text());
    }
  }
}
