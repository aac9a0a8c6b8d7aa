// SPDX-License-Identifier: Apache-2.0
package org.winnow.siterules;

import java.util.List;

/**
 * The languages of a site.
 *
 * @param expect primary BCP 47 tags of its articles, or empty for any
 * @param isSplitByScript whether the blocks of one script stand together in the text
 * @param isSeparate whether each script's text is a text of its own where texts are handed out
 * @param alternates whether the versions in other languages that a page names are crawled too
 */
public record LanguageRule(
    List<String> expect, boolean isSplitByScript, boolean isSeparate, boolean alternates) {

  /** Any language, nothing parted. */
  public static final LanguageRule ANY = new LanguageRule(List.of(), false, false, false);
}
