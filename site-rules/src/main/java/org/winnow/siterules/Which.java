// SPDX-License-Identifier: Apache-2.0
package org.winnow.siterules;

/**
 * Which of several elements count.
 *
 * @param all all that have a text, joined by commas
 * @param nth otherwise: 1 for the first one, -1 for the last; 0 for the first one with a text
 */
public record Which(boolean all, int nth) {

  /** The first one with a text. */
  public static final Which FIRST = new Which(false, 0);
}
