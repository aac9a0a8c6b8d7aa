// SPDX-License-Identifier: Apache-2.0
package org.winnow.extractors;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * How many texts of a folder have a line. A line that many texts share belongs to the site and not
 * to the texts. Copies of one text count once: they are known by their longest line.
 *
 * <p>Fill it with {@link #add}, by one thread; then it may be asked by several.
 */
public final class RecurringLines {

  /** A line of fewer texts never counts as recurring. */
  private static final int FEWEST_TEXTS = 3;

  /**
   * Share of the folder's texts for a line before or after the prose. A folder of twenty sites of
   * the same size still shows the lines of each.
   */
  private static final double SHARE_OUTSIDE = 0.05;

  /**
   * And for one among the prose, where subheadings of a column ("Background") and questions of a
   * series recur by right.
   */
  private static final double SHARE_INSIDE = 0.3;

  /** So many copies are known apart per line; further texts count without a look. */
  private static final int MARKS = 32;

  /** By the hash of a line's key: how many texts have it, then the marks of the first of them. */
  private final Map<Long, int[]> textsByLine = new HashMap<>();

  private int texts;

  /** Counts the lines of one more text. */
  public void add(String text) {
    List<TextLine> lines =
        TextLine.split(text).stream().filter(line -> !line.key().isEmpty()).toList();
    TextLine longest = null;
    TextLine second = null;
    for (TextLine line : lines) {
      if (longest == null || line.key().length() > longest.key().length()) {
        second = longest;
        longest = line;
      } else if (!line.key().equals(longest.key())
          && (second == null || line.key().length() > second.key().length())) {
        second = line;
      }
    }
    if (longest == null) {
      return;
    }
    texts++;
    for (TextLine line : lines) {
      TextLine mark = line.key().equals(longest.key()) ? second : longest;
      if (mark != null) {
        int markHash = mark.key().hashCode();
        textsByLine.merge(
            hash(line.key()), new int[] {1, markHash}, (known, one) -> counted(known, markHash));
      }
    }
  }

  /** How many texts were added, those without any line not counted. */
  public int texts() {
    return texts;
  }

  /** In how many different texts the line with that key stands. */
  int textsWith(String key) {
    int[] known = textsByLine.get(hash(key));
    return known == null ? 0 : known[0];
  }

  /** Whether the line with that key is one of the site's, outside or among a text's prose. */
  boolean isRecurring(String key, boolean isOutsideProse) {
    int count = textsWith(key);
    double share = isOutsideProse ? SHARE_OUTSIDE : SHARE_INSIDE;
    return count >= FEWEST_TEXTS && count >= share * texts;
  }

  private static int[] counted(int[] known, int mark) {
    for (int i = 1; i < known.length; i++) {
      if (known[i] == mark) {
        return known;
      }
    }
    known[0]++;
    if (known.length > MARKS) {
      return known;
    }
    int[] longer = Arrays.copyOf(known, known.length + 1);
    longer[known.length] = mark;
    return longer;
  }

  private static long hash(String key) {
    long hash = 0xcbf29ce484222325L;
    for (int i = 0; i < key.length(); i++) {
      hash = (hash ^ key.charAt(i)) * 0x100000001b3L;
    }
    return hash;
  }
}
