// SPDX-License-Identifier: Apache-2.0
package org.winnow.corpus;

/**
 * What came of a reviewer's action.
 *
 * @param action its number
 * @param taken how many articles it was taken for
 * @param overtaken how many it was not taken for: somebody else has said something about them
 *     since, or their text has changed
 */
public record ReviewOutcome(long action, int taken, int overtaken) {}
