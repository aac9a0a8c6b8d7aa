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
 */
public record ExtractRule(
    List<ValueSelector> title,
    List<ValueSelector> subtitle,
    List<ValueSelector> author,
    List<ValueSelector> date,
    List<CssSelector> body,
    List<ValueSelector> nextPage) {

  public static final ExtractRule NONE =
      new ExtractRule(List.of(), List.of(), List.of(), List.of(), List.of(), List.of());
}
