// SPDX-License-Identifier: Apache-2.0
package org.winnow.siterules;

/**
 * The body ends before the first block that equals {@code text}, both sides folded.
 *
 * @param text the block's text
 * @param mark where it stands in the rule
 */
public record CutRule(String text, Mark mark) {}
