// SPDX-License-Identifier: Apache-2.0
package org.winnow.extractors;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Words that tell a page's kind, in groups: those of addresses, of classes, of types. */
final class KindCues {
  /** Longer runs of letters are no words. */
  private static final int MAX_WORD = 24;

  private static final List<String> GROUPS = new ArrayList<>();

  /** By kind, the groups of each word, as bits. */
  private static final Map<String, Map<String, Integer>> WORDS = read();

  private KindCues() {}

  /** The groups of cues: each is the name of a feature. */
  static List<String> groups() {
    return GROUPS;
  }

  /** Counts, group by group, the words of a text that are cues of that kind: url, class. */
  static void count(String kind, String text, int[] counts) {
    groupsIn(kind, text).forEach(group -> counts[group]++);
  }

  /** The groups of the words of a text that are cues of that kind, in any case. */
  static List<Integer> groupsIn(String kind, String text) {
    List<Integer> groups = new ArrayList<>();
    String lower = text.toLowerCase(Locale.ROOT);
    int at = 0;
    while (at < lower.length()) {
      int end = at;
      while (end < lower.length() && Character.isLetter(lower.charAt(end))) {
        end++;
      }
      if (end > at && end - at <= MAX_WORD) {
        addGroups(kind, lower.substring(at, end), groups);
      }
      at = end + 1;
    }
    return List.copyOf(groups);
  }

  /** Counts a whole word of that kind, as it is written. */
  static void word(String kind, String word, int[] counts) {
    List<Integer> groups = new ArrayList<>();
    addGroups(kind, word, groups);
    groups.forEach(group -> counts[group]++);
  }

  private static void addGroups(String kind, String word, List<Integer> groups) {
    int bits = WORDS.getOrDefault(kind, Map.of()).getOrDefault(word, 0);
    while (bits != 0) {
      groups.add(Integer.numberOfTrailingZeros(bits));
      bits &= bits - 1;
    }
  }

  private static Map<String, Map<String, Integer>> read() {
    Map<String, Map<String, Integer>> words = new HashMap<>();
    for (String line : WordList.read("kind-cues.txt")) {
      int space = line.indexOf(' ');
      String group = line.substring(0, space);
      String kind = group.substring(0, group.indexOf('-'));
      int bit = 1 << GROUPS.size();
      GROUPS.add(group);
      Arrays.stream(line.substring(space + 1).split("\\|", -1))
          .forEach(
              word ->
                  words
                      .computeIfAbsent(kind, name -> new HashMap<>())
                      .merge(word, bit, (a, b) -> a | b));
    }
    return words;
  }
}
