// SPDX-License-Identifier: Apache-2.0
package org.winnow.siterules;

import java.util.List;

/**
 * Where the parts of an article are. An empty list leaves the part to be found without a rule.
 *
 * @param title alternatives for the headline
 * @param subtitle alternatives for the kicker
 * @param author alternatives for the byline
 * @param date alternatives for the date of publication
 * @param body alternatives for the body: of the first selector that finds text, every outermost
 *     element that it finds belongs to the body
 * @param nextPage alternatives for the address of the article's next page; a CSS selector without
 *     an attribute reads {@code href}
 * @param fullPage alternatives for the address of a page that has the whole article
 * @param clean what to take out of the values
 * @param htmlReplace what to replace in the page's source, in this order
 * @param isJsonLdUsed whether the page's JSON-LD is believed where the rule does not ask for it
 */
public record ExtractRule(
    List<ValueSelector> title,
    List<ValueSelector> subtitle,
    List<ValueSelector> author,
    List<ValueSelector> date,
    List<ElementSelector> body,
    List<ValueSelector> nextPage,
    List<ValueSelector> fullPage,
    List<CleanRule> clean,
    List<HtmlReplacement> htmlReplace,
    boolean isJsonLdUsed) {

  public static final ExtractRule NONE =
      new ExtractRule(
          List.of(), List.of(), List.of(), List.of(), List.of(), List.of(), List.of(), List.of(),
          List.of(), true);
}
