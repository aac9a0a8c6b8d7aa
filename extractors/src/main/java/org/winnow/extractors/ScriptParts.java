// SPDX-License-Identifier: Apache-2.0
package org.winnow.extractors;

import java.lang.Character.UnicodeScript;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Parts a text that says the same in two scripts, as bilingual pages do. */
final class ScriptParts {
  /** A script with a smaller share of the words only quotes the other one. */
  private static final double LEAST = 0.2;

  private ScriptParts() {}

  /**
   * The blocks with those of one script together, in the order in which the scripts begin; as they
   * are where nearly all are of one script. Blocks without letters stay with those before them.
   */
  static List<String> ordered(List<String> blocks) {
    List<String> ordered = new ArrayList<>(blocks.size());
    of(blocks).values().forEach(ordered::addAll);
    return ordered;
  }

  /** The same, script by script; one part where nearly all are of one script. */
  static Map<UnicodeScript, List<String>> of(List<String> blocks) {
    Map<UnicodeScript, List<String>> parts = new LinkedHashMap<>();
    Map<UnicodeScript, Integer> words = new LinkedHashMap<>();
    UnicodeScript script = UnicodeScript.COMMON;
    int all = 0;
    for (String block : blocks) {
      TextLine line = TextLine.of(0, block);
      script = line.script() == UnicodeScript.COMMON ? script : line.script();
      parts.computeIfAbsent(script, key -> new ArrayList<>()).add(block);
      words.merge(script, line.weight(), Integer::sum);
      all += line.weight();
    }
    double least = all * LEAST;
    if (words.values().stream().filter(count -> count >= least).count() < 2) {
      return Map.of(script, blocks);
    }
    return parts;
  }
}
