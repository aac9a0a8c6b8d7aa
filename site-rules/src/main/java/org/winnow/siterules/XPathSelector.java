// SPDX-License-Identifier: Apache-2.0
package org.winnow.siterules;

/**
 * An XPath 1.0 expression that selects elements.
 *
 * @param xpath the expression, known to compile
 * @param mark where it stands
 */
public record XPathSelector(String xpath, Mark mark) implements ElementSelector {
  @Override
  public String text() {
    return xpath;
  }
}
