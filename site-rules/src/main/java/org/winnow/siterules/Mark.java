// SPDX-License-Identifier: Apache-2.0
package org.winnow.siterules;

/**
 * A place in a rule file.
 *
 * @param file the file as the user named it, or its name among the bundled rules
 * @param line from 1
 * @param column from 1, in code points
 */
public record Mark(String file, int line, int column) {

  /** {@code file:line:column}. */
  @Override
  public String toString() {
    return file + ":" + line + ":" + column;
  }
}
