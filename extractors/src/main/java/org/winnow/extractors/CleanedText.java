// SPDX-License-Identifier: Apache-2.0
package org.winnow.extractors;

import java.util.List;

/**
 * A text after cleaning.
 *
 * @param text the kept lines, each as written, line end included. Blank lines between them stay,
 *     but where something was removed one blank line is left of those around it, and none before
 *     the first or after the last kept line; empty if nothing was kept
 * @param lines every line that is not blank, in order, with what was decided about it
 */
public record CleanedText(String text, List<LabelledLine> lines) {

  public CleanedText {
    lines = List.copyOf(lines);
  }

  /** How many lines were removed, blank ones not counted. */
  public int removed() {
    return (int) lines.stream().filter(line -> !line.isContent()).count();
  }
}
