// SPDX-License-Identifier: Apache-2.0
package org.winnow.extractors;

/** Counts words in texts of any script. */
public final class WordCount {
  private WordCount() {}

  /**
   * How many words the text has. Scripts without spaces count 0.6 words a character, as a Chinese
   * word has 1.6 characters on average.
   */
  public static int of(String text) {
    return TextLine.split(text).stream().mapToInt(TextLine::weight).sum();
  }
}
