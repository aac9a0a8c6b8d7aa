// SPDX-License-Identifier: Apache-2.0
package org.winnow.siterules;

import java.util.Collection;
import java.util.Locale;

/** What a misspelt word was probably meant to be. */
public final class Suggestion {
  private Suggestion() {}

  /** {@code " (did you mean title?)"}, or an empty string where nothing is near enough. */
  public static String of(String word, Collection<String> candidates) {
    String lower = word.toLowerCase(Locale.ROOT);
    String best = "";
    int bestDistance = 1 + Math.min(3, Math.max(1, lower.length() / 3));
    for (String candidate : candidates) {
      int distance = distance(lower, candidate.toLowerCase(Locale.ROOT));
      if (distance < bestDistance) {
        bestDistance = distance;
        best = candidate;
      }
    }
    return best.isEmpty() ? "" : " (did you mean " + best + "?)";
  }

  /** Insertions, deletions, replacements and swaps of neighbours that turn one into the other. */
  private static int distance(String a, String b) {
    if (Math.abs(a.length() - b.length()) > 3) {
      return Integer.MAX_VALUE;
    }
    int[][] table = new int[a.length() + 1][b.length() + 1];
    for (int i = 0; i <= a.length(); i++) {
      for (int j = 0; j <= b.length(); j++) {
        table[i][j] = i == 0 || j == 0 ? i + j : cheapest(table, a, b, i, j);
      }
    }
    return table[a.length()][b.length()];
  }

  private static int cheapest(int[][] table, String a, String b, int i, int j) {
    int replace = table[i - 1][j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
    int least = Math.min(replace, 1 + Math.min(table[i - 1][j], table[i][j - 1]));
    boolean isSwap =
        i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1);
    return isSwap ? Math.min(least, table[i - 2][j - 2] + 1) : least;
  }
}
