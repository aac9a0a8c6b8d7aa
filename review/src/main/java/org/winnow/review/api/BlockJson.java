// SPDX-License-Identifier: Apache-2.0
package org.winnow.review.api;

import java.util.List;
import org.winnow.corpus.LabelledBlock;

/** A block of a page, and why it was kept or removed. */
record BlockJson(
    String page,
    int index,
    String text,
    String tag,
    String path,
    boolean isKept,
    String label,
    String reason,
    List<DecisionJson> chain) {

  /** One decision about it. */
  record DecisionJson(String label, String reason) {}

  static BlockJson of(String page, LabelledBlock labelled) {
    return new BlockJson(
        page,
        labelled.block().index(),
        labelled.block().text(),
        labelled.block().tag(),
        labelled.block().path(),
        labelled.isContent(),
        labelled.label().name(),
        labelled.reason(),
        labelled.chain().stream()
            .map(decision -> new DecisionJson(decision.label().name(), decision.reason()))
            .toList());
  }
}
