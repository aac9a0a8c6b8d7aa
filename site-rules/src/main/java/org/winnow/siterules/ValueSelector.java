// SPDX-License-Identifier: Apache-2.0
package org.winnow.siterules;

import org.jspecify.annotations.Nullable;

/** Where one value of an article comes from. Alternatives stand in a list; the first hit wins. */
public sealed interface ValueSelector {

  /** Where it stands in the rule. */
  Mark mark();

  /**
   * The text of the first element that a CSS selector finds, or an attribute of it.
   *
   * @param css the selector, known to compile
   * @param attribute the attribute to read, or null for the text
   */
  record Css(String css, @Nullable String attribute, Mark mark) implements ValueSelector {}

  /** The content of the meta element whose name, property or itemprop is {@code name}. */
  record Meta(String name, Mark mark) implements ValueSelector {}

  /** A field of the page's JSON-LD article, by dotted path: {@code author.name}. */
  record JsonLd(String path, Mark mark) implements ValueSelector {}
}
