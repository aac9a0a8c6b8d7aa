// SPDX-License-Identifier: Apache-2.0
package org.winnow.siterules;

import java.util.List;

/**
 * The languages of a site.
 *
 * @param expect primary BCP 47 tags of its articles, or empty for any
 * @param isSplitByScript whether a page with its text in two scripts is parted
 * @param files what becomes of the parts
 * @param alternates whether the versions in other languages that a page names are crawled too
 */
public record LanguageRule(
    List<String> expect, boolean isSplitByScript, Files files, boolean alternates) {

  /** Any language, nothing parted. */
  public static final LanguageRule ANY = new LanguageRule(List.of(), false, Files.ONE, false);

  /** What becomes of the parts of a page. */
  public enum Files {
    /** Each is a text of its own. */
    SEPARATE,
    /** One text has them one after the other. */
    ONE
  }
}
