// SPDX-License-Identifier: Apache-2.0
package org.winnow.corpus;

import java.util.ArrayList;
import java.util.List;

/**
 * A block with everything that was decided about it. Blocks are never deleted, only labelled.
 *
 * @param block the block
 * @param chain every decision, in the order of the steps; the last one holds
 */
public record LabelledBlock(Block block, List<Decision> chain) {

  public LabelledBlock {
    if (chain.isEmpty()) {
      throw new IllegalArgumentException("block without a decision: " + block);
    }
    chain = List.copyOf(chain);
  }

  /** The label that holds. */
  public Label label() {
    return chain.get(chain.size() - 1).label();
  }

  /** The reason of the decision that holds. */
  public String reason() {
    return chain.get(chain.size() - 1).reason();
  }

  /** Whether the block stands in the text. */
  public boolean isContent() {
    return label().isContent();
  }

  /** The same block with one decision more. */
  public LabelledBlock with(Label label, String reason) {
    List<Decision> longer = new ArrayList<>(chain);
    longer.add(new Decision(label, reason));
    return new LabelledBlock(block, longer);
  }
}
