// SPDX-License-Identifier: Apache-2.0
package org.winnow.app;

import java.util.List;

/**
 * How well one page was extracted.
 *
 * @param id the page's name in its dataset
 * @param language the page's language, {@code ?} where the dataset does not say
 * @param text the tokens of the text as its file has it, headline included
 * @param textShingles its shingles
 * @param body the tokens of the body alone
 * @param bodyShingles its shingles
 * @param millis CPU time of the thread on the page, decoding included
 */
public record PageScore(
    String id,
    String language,
    TextScore text,
    TextScore textShingles,
    TextScore body,
    TextScore bodyShingles,
    double millis) {

  /** The score of a text and its body against the gold text. */
  public static PageScore of(
      String id, String language, String gold, String text, String body, double millis) {
    List<String> goldTokens = ScoreTokens.of(gold);
    List<String> textTokens = ScoreTokens.of(text);
    List<String> bodyTokens = ScoreTokens.of(body);
    List<String> goldShingles = ScoreTokens.shingles(goldTokens);
    return new PageScore(
        id,
        language,
        TextScore.of(goldTokens, textTokens),
        TextScore.of(goldShingles, ScoreTokens.shingles(textTokens)),
        TextScore.of(goldTokens, bodyTokens),
        TextScore.of(goldShingles, ScoreTokens.shingles(bodyTokens)),
        millis);
  }

  /**
   * The better of the two token scores: datasets differ in whether the headline is in their gold.
   */
  public double bestF1() {
    return Math.max(text.f1(), body.f1());
  }
}
