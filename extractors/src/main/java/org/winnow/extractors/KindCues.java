// SPDX-License-Identifier: Apache-2.0
package org.winnow.extractors;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Words that tell a page's kind, in groups: those of addresses, of classes, of types. */
final class KindCues {
  /** Longer runs of letters are no words. */
  private static final int MAX_WORD = 24;

  private static final List<String> GROUPS = new ArrayList<>();
  private static final Map<String, Integer> WORDS = read();

  private KindCues() {}

  /** The groups of cues: each is the name of a feature. */
  static List<String> groups() {
    return GROUPS;
  }

  /** Counts, group by group, the words of a text that are cues of that kind: url, class. */
  static void count(String kind, String text, int[] counts) {
    int at = 0;
    while (at < text.length()) {
      int end = at;
      while (end < text.length() && Character.isLetter(text.charAt(end))) {
        end++;
      }
      if (end > at && end - at <= MAX_WORD) {
        word(kind, text.substring(at, end), counts);
      }
      at = end + 1;
    }
  }

  /** Counts a whole word of that kind. */
  static void word(String kind, String word, int[] counts) {
    int groups = WORDS.getOrDefault(kind + ' ' + word, 0);
    while (groups != 0) {
      int group = Integer.numberOfTrailingZeros(groups);
      counts[group]++;
      groups &= groups - 1;
    }
  }

  private static Map<String, Integer> read() {
    Map<String, Integer> words = new HashMap<>();
    for (String line : WordList.read("kind-cues.txt")) {
      int space = line.indexOf(' ');
      String group = line.substring(0, space);
      String kind = group.substring(0, group.indexOf('-'));
      int bit = 1 << GROUPS.size();
      GROUPS.add(group);
      Arrays.stream(line.substring(space + 1).split("\\|", -1))
          .forEach(word -> words.merge(kind + ' ' + word, bit, (a, b) -> a | b));
    }
    return Map.copyOf(words);
  }
}
