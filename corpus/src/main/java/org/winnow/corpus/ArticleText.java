// SPDX-License-Identifier: Apache-2.0
package org.winnow.corpus;

/**
 * An article's text and what it is told by, worked out once.
 *
 * @param text the text
 * @param sha256 of its bytes, in hexadecimal
 * @param print its {@link TextPrint}
 */
public record ArticleText(String text, String sha256, long print) {

  /** The text of that article. */
  public static ArticleText of(Article article) {
    String text = article.text();
    return new ArticleText(text, Sha256.hex(text), TextPrint.of(text));
  }
}
