// SPDX-License-Identifier: Apache-2.0
package org.winnow.extractors;

import java.util.ArrayList;
import java.util.List;
import org.winnow.corpus.Decision;
import org.winnow.corpus.Label;

/**
 * A line of a text with everything that was decided about it.
 *
 * @param number the line's number in the text, from 1
 * @param text the line as written, without its line end
 * @param chain every decision, in the order of the steps; the last one holds
 */
public record LabelledLine(int number, String text, List<Decision> chain) {

  public LabelledLine {
    if (chain.isEmpty()) {
      throw new IllegalArgumentException("line without a decision: " + number);
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

  /** Whether the line stands in the cleaned text. */
  public boolean isContent() {
    return label().isContent();
  }

  /** The same line with one decision more. */
  LabelledLine with(Label label, String reason) {
    List<Decision> longer = new ArrayList<>(chain);
    longer.add(new Decision(label, reason));
    return new LabelledLine(number, text, longer);
  }
}
