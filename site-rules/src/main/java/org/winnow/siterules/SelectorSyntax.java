// SPDX-License-Identifier: Apache-2.0
package org.winnow.siterules;

import java.util.Optional;

/** Says whether a CSS selector can be used; given by the module that has the HTML parser. */
@FunctionalInterface
public interface SelectorSyntax {

  /** What is wrong with the selector, or empty if it compiles. */
  Optional<String> problemWith(String css);
}
