// SPDX-License-Identifier: Apache-2.0
package org.winnow.pipeline.rules;

import java.util.ArrayList;
import java.util.List;
import org.winnow.corpus.FetchedPage;
import org.winnow.siterules.RuleWriter;

/** Adds an entry to the {@code tests} of a rule's text, all else as it is. */
final class SampleEntry {
  private SampleEntry() {}

  /**
   * The rule with an entry more. Where {@code tests} is not written as a list, one entry a line, it
   * may be no rule any more.
   *
   * @param name the sample's files, without their endings
   */
  static String added(String yaml, String name, FetchedPage page) {
    String entry =
        new RuleWriter()
            .item(
                RuleWriter.fields(
                    "page", name + ".html", "url", page.url().toString(), "gold", name + ".txt"))
            .toString()
            .strip();
    List<String> lines = new ArrayList<>(yaml.lines().toList());
    int tests = tests(lines);
    if (tests < 0) {
      lines.add("");
      lines.add("tests:");
      lines.add("  " + entry);
    } else {
      int end = end(lines, tests);
      lines.add(end, indent(lines, tests, end) + entry);
    }
    return String.join("\n", lines) + "\n";
  }

  private static int tests(List<String> lines) {
    for (int i = 0; i < lines.size(); i++) {
      if (lines.get(i).startsWith("tests:")) {
        return i;
      }
    }
    return -1;
  }

  /** The line behind the last one that belongs to it. */
  private static int end(List<String> lines, int tests) {
    int end = tests + 1;
    for (int i = tests + 1; i < lines.size(); i++) {
      String line = lines.get(i);
      boolean isInside = line.startsWith(" ") || line.startsWith("-");
      if (!line.isBlank() && !line.startsWith("#")) {
        if (!isInside) {
          break;
        }
        end = i + 1;
      }
    }
    return end;
  }

  private static String indent(List<String> lines, int tests, int end) {
    for (int i = tests + 1; i < end; i++) {
      int dash = lines.get(i).indexOf('-');
      if (dash >= 0 && lines.get(i).substring(0, dash).isBlank()) {
        return lines.get(i).substring(0, dash);
      }
    }
    return "  ";
  }
}
