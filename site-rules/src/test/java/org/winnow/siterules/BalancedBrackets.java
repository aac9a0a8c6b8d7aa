// SPDX-License-Identifier: Apache-2.0
package org.winnow.siterules;

import java.util.Optional;

/** A selector syntax for tests, where no HTML parser is at hand. */
final class BalancedBrackets implements SelectorSyntax {

  @Override
  public Optional<String> problemWith(String css) {
    long opened = css.chars().filter(c -> c == '[' || c == '(').count();
    long closed = css.chars().filter(c -> c == ']' || c == ')').count();
    if (opened != closed) {
      return Optional.of("a bracket is missing");
    }
    return css.matches("[^\\[]*=.*") ? Optional.of("unexpected '='") : Optional.empty();
  }
}
