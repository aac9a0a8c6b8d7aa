// SPDX-License-Identifier: Apache-2.0
package org.winnow.corpus;

/**
 * What one step decided about a block.
 *
 * @param label what the step took the block for
 * @param reason which step and why: {@code site:remove.selectors[2] .related}, {@code
 *     phrases:ar/share}, {@code boilerpipe:low text density}
 */
public record Decision(Label label, String reason) {}
