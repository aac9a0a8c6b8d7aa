// SPDX-License-Identifier: Apache-2.0
package org.winnow.siterules.imports;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.winnow.siterules.RuleProblem;
import org.winnow.siterules.RuleReader;
import org.winnow.siterules.RuleSource;
import org.winnow.siterules.RuleWriter;
import org.winnow.siterules.imports.ImportNote.Kind;

/** Shows a rule that is made to the reader, and takes out what the reader does not take. */
final class RuleTrial {
  private final RuleReader reader;

  RuleTrial(RuleReader reader) {
    this.reader = reader;
  }

  /**
   * What the reader said.
   *
   * @param accepted the entries that it takes, in order
   * @param refused the others
   * @param problem why it does not take the rule at all, or null
   */
  record Outcome(List<RuleEntry> accepted, List<Refusal> refused, @Nullable RuleProblem problem) {}

  record Refusal(RuleEntry entry, String why) {

    /** {@code extract.title { const: 'x' }: unknown key …}. */
    String words() {
      return entry.path() + " " + entry.value().words() + ": " + why;
    }

    ImportNote note(String file, int line) {
      return new ImportNote(file, line, Kind.REFUSED, entry.path(), words());
    }
  }

  Outcome of(FtrHost host, FtrRule rule) {
    List<RuleEntry> entries = new ArrayList<>(rule.entries().keySet());
    List<Refusal> refused = new ArrayList<>();
    while (true) {
      Map<RuleEntry, String> found = new LinkedHashMap<>();
      List<RuleProblem> problems = problems(host, entries, found);
      if (found.isEmpty()) {
        return new Outcome(
            List.copyOf(entries),
            List.copyOf(refused),
            problems.isEmpty() ? null : problems.get(0));
      }
      found.forEach((entry, why) -> refused.add(new Refusal(entry, why)));
      entries.removeAll(found.keySet());
    }
  }

  /** What the reader finds; and in {@code found} the entries that it is about. */
  private List<RuleProblem> problems(
      FtrHost host, List<RuleEntry> entries, Map<RuleEntry, String> found) {
    RuleWriter writer = new RuleWriter();
    head(writer, host, "");
    RuleDocument document = RuleDocument.of(writer, entries);
    byte[] bytes = document.yaml().getBytes(StandardCharsets.UTF_8);
    RuleSource source = new RuleSource(host.ruleName(), host.ruleName(), () -> bytes);
    List<RuleProblem> problems = reader.read(List.of(source)).problems();
    for (RuleProblem problem : problems) {
      for (RuleDocument.Place place : document.places()) {
        if (place.isAt(problem.mark().line())) {
          found.putIfAbsent(place.entry(), problem.message());
        }
      }
    }
    return problems;
  }

  /** The keys that every imported rule begins with. */
  static void head(RuleWriter writer, FtrHost host, String family) {
    writer.number("version", 1);
    if (!family.isEmpty()) {
      writer.text("extends", family);
    }
    writer.text("site", host.site());
    if (!host.hosts().isEmpty()) {
      writer.begin("match").texts("hosts", host.hosts()).end();
    }
    writer.text("status", "unverified");
  }
}
