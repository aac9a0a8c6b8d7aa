// SPDX-License-Identifier: Apache-2.0
package org.winnow.app;

import java.util.List;
import org.winnow.corpus.Article;
import org.winnow.corpus.Decision;
import org.winnow.corpus.LabelledBlock;
import org.winnow.extractors.Extraction;

/**
 * Every block of a page with its label and the reason, in page order. The block's text stands on a
 * line of its own and in a directional isolate where a person reads it, so that right-to-left text
 * never runs into the reason.
 */
final class ExplainOutput implements PageOutput {
  private final Terminal terminal;

  ExplainOutput(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public void write(PageResult result) {
    Extraction extraction = result.extraction();
    if (extraction == null) {
      return;
    }
    long kept = extraction.blocks().stream().filter(LabelledBlock::isContent).count();
    Article article = result.article();
    terminal.print("bold", "== " + result.input().name());
    String kind = "; the page looks like this kind: " + extraction.kind().label();
    terminal.print(
        "faint",
        article == null
            ? "   no article: " + result.problem() + kind
            : "   rule %s, %d of %d blocks kept"
                    .formatted(article.rule(), kept, extraction.blocks().size())
                + kind);
    extraction.blocks().forEach(block -> block(block, true));
    terminal.out().println();
  }

  /**
   * One block.
   *
   * @param isChainShown whether earlier decisions are shown, where the last step changed them
   */
  void block(LabelledBlock block, boolean isChainShown) {
    String sign = block.isContent() ? "+" : "-";
    terminal.print(
        block.isContent() ? "green" : "red",
        "%s %d %s  %s".formatted(sign, block.block().index(), block.label(), block.reason()));
    terminal.print(
        "faint", "    at " + block.block().path() + (isChainShown ? earlier(block) : ""));
    terminal.print("", "    ", block.block().text());
  }

  /** What earlier steps had taken the block for, where the last step changed it. */
  private static String earlier(LabelledBlock block) {
    List<Decision> chain = block.chain();
    StringBuilder earlier = new StringBuilder();
    for (Decision decision : chain.subList(0, chain.size() - 1)) {
      earlier.append(earlier.isEmpty() ? "; before: " : ", ");
      earlier.append(decision.label()).append(' ').append(decision.reason());
    }
    return earlier.toString();
  }
}
