// SPDX-License-Identifier: Apache-2.0
package org.winnow.extractors.dates;

import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The words around a time of day. */
final class ClockWords {
  private static final Map<String, Set<String>> WORDS = new HashMap<>();
  private static final Map<String, ZoneOffset> ZONES = new HashMap<>();

  static {
    for (WordFile line : WordFile.read("clock-words.txt")) {
      for (String word : line.words()) {
        if (line.kind().equals("zone")) {
          ZONES.put(DateText.key(word), ZoneOffset.of(line.value()));
        } else {
          WORDS.computeIfAbsent(line.kind(), kind -> new HashSet<>()).add(DateText.key(word));
        }
      }
    }
  }

  private ClockWords() {}

  /** Whether a folded word is one of that kind: am, pm, hour, minute, dot-before, dot-after. */
  static boolean is(String kind, String word) {
    return WORDS.getOrDefault(kind, Set.of()).contains(word);
  }

  /** The offset that a folded name means, or null. */
  static @Nullable ZoneOffset zone(String word) {
    return ZONES.get(word);
  }
}
