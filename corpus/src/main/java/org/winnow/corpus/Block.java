// SPDX-License-Identifier: Apache-2.0
package org.winnow.corpus;

/**
 * One run of a page's text: a paragraph, a heading, a list item, a cell, the text between two
 * double line breaks. A block is a run of text, not a tag.
 *
 * @param index the block's position on its page, from 0
 * @param text the text as written, white space collapsed and trimmed; never empty
 * @param tag the innermost block-level element around the text, in lower case: {@code p}, {@code
 *     h2}, {@code li}, {@code div}
 * @param path the elements from body down to that element, with ids and classes: {@code
 *     body>div#main>article.post>p}
 * @param depth how many elements that path has
 * @param linkChars how many of the text's characters stand inside links
 */
public record Block(int index, String text, String tag, String path, int depth, int linkChars) {

  /** The share of the text's characters that stand inside links, from 0 to 1. */
  public double linkDensity() {
    return (double) linkChars / text.length();
  }

  /** Whether the block is an h1 to h6. */
  public boolean isHeading() {
    return tag.length() == 2
        && tag.charAt(0) == 'h'
        && tag.charAt(1) >= '1'
        && tag.charAt(1) <= '6';
  }
}
