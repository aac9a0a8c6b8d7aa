// SPDX-License-Identifier: Apache-2.0
package org.winnow.siterules;

import java.util.AbstractList;
import java.util.ArrayList;
import java.util.List;

/** The words of a folded text. */
final class Words extends AbstractList<String> {
  private final List<String> words;

  private Words(List<String> words) {
    this.words = words;
  }

  /** The words of a match key, which stand one space apart. */
  static Words of(String key) {
    List<String> words = new ArrayList<>();
    int start = 0;
    for (int end = key.indexOf(' '); end >= 0; end = key.indexOf(' ', start)) {
      words.add(key.substring(start, end));
      start = end + 1;
    }
    if (start < key.length()) {
      words.add(key.substring(start));
    }
    return new Words(words);
  }

  /** These words without the "and" that is joined to the first one in Arabic. */
  Words withoutConjunction() {
    List<String> bare = new ArrayList<>(words);
    bare.set(0, bare.get(0).substring(1));
    return new Words(bare);
  }

  /** Whether an Arabic "and" (waw or fa') may be joined to the first word. */
  boolean mayHaveConjunction() {
    return !words.isEmpty()
        && words.get(0).length() >= 3
        && (words.get(0).charAt(0) == 'و' || words.get(0).charAt(0) == 'ف');
  }

  /** Digits, or digits and one letter ({@code 12k}). */
  static boolean isNumber(String word) {
    int last = word.length() - 1;
    for (int i = 0; i <= last; i++) {
      char c = word.charAt(i);
      if ((c < '0' || c > '9') && (i == 0 || i < last)) {
        return false;
      }
    }
    return true;
  }

  @Override
  public String get(int index) {
    return words.get(index);
  }

  @Override
  public int size() {
    return words.size();
  }
}
