// SPDX-License-Identifier: Apache-2.0
package org.winnow.siterules;

/**
 * A CSS selector as a rule has it.
 *
 * @param css the selector, known to compile
 * @param mark where it stands
 */
public record CssSelector(String css, Mark mark) implements ElementSelector {
  @Override
  public String text() {
    return css;
  }
}
