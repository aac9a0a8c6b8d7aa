// SPDX-License-Identifier: Apache-2.0
package org.winnow.extractors.learn;

import java.util.List;
import org.winnow.corpus.Url;

/**
 * A rule that was learned, not yet written anywhere.
 *
 * @param site the site's address
 * @param yaml the rule, with remarks; the reader takes it without a problem
 * @param findings what was found for each part, the best first
 * @param samples the pages that it was learned from
 * @param leftOut the pages that it was not learned from, each with the reason
 * @param remarks what a person should know before using it
 * @param agreement how well its texts agree with those of the extraction without a rule, from 0 to
 *     1, mean of the pages
 */
public record LearnedRule(
    Url site,
    String yaml,
    List<Finding> findings,
    List<Sample> samples,
    List<String> leftOut,
    List<String> remarks,
    double agreement) {

  /**
   * One entry of the rule.
   *
   * @param key where it stands, {@code extract.body}
   * @param value the selector or the text
   * @param remark its score and what that is made of
   */
  public record Finding(String key, String value, String remark) {}

  /**
   * A page, as it goes beside the rule.
   *
   * @param name the file's name without an extension
   * @param url the page's address
   * @param page its bytes, which read the same without the response's headers
   * @param text the draft of its gold text: what the rule makes of it, for a person to correct
   */
  @SuppressWarnings("ArrayRecordComponent") // never compared
  public record Sample(String name, Url url, byte[] page, String text) {}

  public LearnedRule {
    findings = List.copyOf(findings);
    samples = List.copyOf(samples);
    leftOut = List.copyOf(leftOut);
    remarks = List.copyOf(remarks);
  }
}
