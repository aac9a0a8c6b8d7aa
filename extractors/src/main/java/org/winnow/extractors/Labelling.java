// SPDX-License-Identifier: Apache-2.0
package org.winnow.extractors;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.winnow.corpus.Decision;
import org.winnow.corpus.Label;
import org.winnow.corpus.LabelledBlock;

/**
 * The blocks of one page and what was decided about each so far. Every block begins as boilerplate
 * that nobody has chosen. Not for use by several threads.
 */
final class Labelling {
  private static final Decision UNDECIDED = new Decision(Label.BOILERPLATE, "structure:not chosen");

  private final PageBlocks page;
  private final PageMetadata metadata;
  private final List<List<Decision>> chains;
  private final Label[] labels;
  private final boolean[] isProtected;
  private double confidence = 0.5;
  private BitSet dense = new BitSet();
  private @Nullable String headline;
  private @Nullable String kicker;
  private int bodyAlternative = -1;

  Labelling(PageBlocks page, PageMetadata metadata) {
    this.page = page;
    this.metadata = metadata;
    labels = new Label[page.size()];
    isProtected = new boolean[page.size()];
    chains = new ArrayList<>(page.size());
    for (int i = 0; i < page.size(); i++) {
      chains.add(new ArrayList<>(2));
      labels[i] = Label.BOILERPLATE;
    }
  }

  PageBlocks page() {
    return page;
  }

  PageMetadata metadata() {
    return metadata;
  }

  int size() {
    return labels.length;
  }

  Label label(int block) {
    return labels[block];
  }

  boolean isContent(int block) {
    return labels[block].isContent();
  }

  /** Decides, whatever was decided before. */
  void decide(int block, Label label, String reason) {
    decide(block, new Decision(label, reason));
  }

  /** Decides, whatever was decided before. */
  void decide(int block, Decision decision) {
    chains.get(block).add(decision);
    labels[block] = decision.label();
  }

  /** Takes a block out of the content, unless it is out already or protected. */
  void drop(int block, String reason) {
    if (labels[block].isContent() && !isProtected[block]) {
      decide(block, Label.BOILERPLATE, reason);
    }
  }

  /** No step behind this one can drop the block. */
  void protect(int block) {
    isProtected[block] = true;
  }

  /** The characters of all content blocks from {@code first} up to {@code end}. */
  int contentChars(int first, int end) {
    int sum = 0;
    for (int i = first; i < end; i++) {
      if (labels[i].isContent()) {
        sum += page.text(i).length();
      }
    }
    return sum;
  }

  /** The blocks that Boilerpipe takes for content; empty where it was not asked. */
  BitSet dense() {
    return dense;
  }

  void dense(BitSet blocks) {
    dense = blocks;
  }

  void confidence(double sure) {
    confidence = sure;
  }

  double confidence() {
    return confidence;
  }

  void headline(String text) {
    headline = text;
  }

  @Nullable String headline() {
    return headline;
  }

  void kicker(String text) {
    kicker = text;
  }

  @Nullable String kicker() {
    return kicker;
  }

  /** The rule's body was found by that alternative. */
  void bodyAlternative(int position) {
    bodyAlternative = position;
  }

  /** Which alternative of a rule found the body, or -1. */
  int bodyAlternative() {
    return bodyAlternative;
  }

  List<LabelledBlock> blocks() {
    List<LabelledBlock> labelled = new ArrayList<>(labels.length);
    for (int i = 0; i < labels.length; i++) {
      List<Decision> chain = chains.get(i);
      labelled.add(new LabelledBlock(page.block(i), chain.isEmpty() ? List.of(UNDECIDED) : chain));
    }
    return labelled;
  }
}
