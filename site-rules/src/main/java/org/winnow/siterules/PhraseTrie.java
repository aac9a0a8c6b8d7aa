// SPDX-License-Identifier: Apache-2.0
package org.winnow.siterules;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Phrases by their words. A line whose first word begins no phrase costs one look-up. */
final class PhraseTrie {
  /** The words that a gap may stand for: a name, a zone, an owner; a clause is longer. */
  private static final int WIDEST_GAP = 6;

  /** The words that a number may be written as: {@code 15:07:19}, {@code 1,234,567}. */
  private static final int LONGEST_NUMBER = 6;

  private static final class Node {
    /** By word or wildcard; a folded word is never a wildcard. */
    private final Map<String, Node> next = new HashMap<>();

    private @Nullable Phrase phrase;
  }

  private final Node root = new Node();
  private final DateWords dates;

  PhraseTrie(DateWords dates) {
    this.dates = dates;
  }

  /** Adds a phrase; of two with the same words the first one holds. */
  void add(List<String> words, Phrase phrase) {
    Node node = root;
    for (String word : words) {
      Node next = node.next.get(word);
      if (next == null) {
        next = new Node();
        node.next.put(word, next);
      }
      node = next;
    }
    if (node.phrase == null) {
      node.phrase = phrase;
    }
  }

  /** The phrase that is all of those words, or null. */
  @Nullable Phrase whole(Words line) {
    return find(root, line, 0, false);
  }

  /** The phrase that those words begin with, or null. */
  @Nullable Phrase opening(Words line) {
    return find(root, line, 0, true);
  }

  private @Nullable Phrase find(Node node, Words line, int at, boolean mayGoOn) {
    if (at < line.size()) {
      Phrase found = step(node.next.get(line.get(at)), line, at, 1, mayGoOn);
      if (found == null) {
        found = step(node.next.get("#"), line, at, numberRun(line, at), mayGoOn);
      }
      if (found == null && node.next.containsKey("@")) {
        found = step(node.next.get("@"), line, at, dates.run(line, at), mayGoOn);
      }
      if (found != null) {
        return found;
      }
    }
    Node gap = node.next.get("*");
    if (gap != null) {
      for (int end = at; end <= Math.min(line.size(), at + WIDEST_GAP); end++) {
        Phrase found = find(gap, line, end, mayGoOn);
        if (found != null) {
          return found;
        }
      }
    }
    return mayGoOn || at == line.size() ? node.phrase : null;
  }

  private @Nullable Phrase step(
      @Nullable Node next, Words line, int at, int taken, boolean mayGoOn) {
    return next == null || taken == 0 ? null : find(next, line, at + taken, mayGoOn);
  }

  private static int numberRun(Words line, int from) {
    int end = from;
    while (end < line.size() && end - from < LONGEST_NUMBER && Words.isNumber(line.get(end))) {
      end++;
    }
    return end - from;
  }
}
