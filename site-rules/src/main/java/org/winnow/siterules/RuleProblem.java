// SPDX-License-Identifier: Apache-2.0
package org.winnow.siterules;

/**
 * Something wrong in a rule file.
 *
 * @param mark where
 * @param path the key's path, {@code remove.lines[1].regex}; empty for the file as a whole
 * @param message what is wrong and, where it can be told, what was probably meant
 */
public record RuleProblem(Mark mark, String path, String message) {

  /** {@code file:line:column: path: message}. */
  @Override
  public String toString() {
    return mark + ": " + (path.isEmpty() ? "" : path + ": ") + message;
  }
}
