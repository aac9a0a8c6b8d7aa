// SPDX-License-Identifier: Apache-2.0
package org.winnow.bench;

/**
 * What a contender took out of a page.
 *
 * @param text the text with its headline, as far as the contender tells one
 * @param body the text without it
 * @param confidence from 0 to 1, how sure the contender says it is; 0 where it does not say
 * @param outcome what the contender takes the page for, in a word
 */
public record TakenText(String text, String body, double confidence, String outcome) {
  public static final TakenText NOTHING = new TakenText("", "", 0, "nothing");

  /** A text of a contender that tells no headlines and no confidence. */
  public static TakenText of(String text) {
    return new TakenText(text, text, 0, text.isBlank() ? "nothing" : "text");
  }
}
