// SPDX-License-Identifier: Apache-2.0
package org.winnow.app;

import java.io.PrintStream;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.winnow.corpus.LabelledBlock;

/** Shows which blocks of one page were wrongly kept or removed, judged by the gold text. */
final class PageReview {

  /** A block is in the gold if this share of its shingles is; typography may differ a little. */
  private static final double SHARE = 0.7;

  private final Set<String> gold = new HashSet<>();

  PageReview(String goldText) {
    List<String> tokens = ScoreTokens.of(goldText);
    gold.addAll(ScoreTokens.shingles(tokens));
    // A block may be shorter than a shingle: then a whole line of the gold must equal it.
    goldText.lines().forEach(line -> gold.addAll(ScoreTokens.shingles(ScoreTokens.of(line))));
  }

  /** Whether the gold has the text of that block. */
  boolean isInGold(LabelledBlock block) {
    List<String> shingles = ScoreTokens.shingles(ScoreTokens.of(block.block().text()));
    long found = shingles.stream().filter(gold::contains).count();
    return !shingles.isEmpty() && found >= SHARE * shingles.size();
  }

  /** Prints every block that was judged wrongly, and how many there are of each kind. */
  void print(List<LabelledBlock> blocks, PrintStream out) {
    int kept = 0;
    int removed = 0;
    for (LabelledBlock block : blocks) {
      boolean isInGold = isInGold(block);
      if (block.isContent() == isInGold) {
        continue;
      }
      kept += block.isContent() ? 1 : 0;
      removed += block.isContent() ? 0 : 1;
      out.println(
          Terminal.printable(
              "%s  %d %s  %s"
                  .formatted(
                      block.isContent() ? "wrongly kept   " : "wrongly removed",
                      block.block().index(),
                      block.label().name().toLowerCase(Locale.ROOT),
                      block.reason())));
      out.println("    at " + Terminal.printable(block.block().path()));
      out.println("    " + Terminal.printable(block.block().text()));
    }
    out.println(
        "%d of %d blocks wrongly kept, %d wrongly removed".formatted(kept, blocks.size(), removed));
  }
}
