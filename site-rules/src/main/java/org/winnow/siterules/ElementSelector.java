// SPDX-License-Identifier: Apache-2.0
package org.winnow.siterules;

/** Chooses elements of a page. */
public sealed interface ElementSelector permits CssSelector, XPathSelector {

  /** Where it stands in the rule. */
  Mark mark();

  /** The selector as it is written. */
  String text();
}
