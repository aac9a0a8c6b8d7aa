// SPDX-License-Identifier: Apache-2.0
package org.winnow.extractors.learn;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.winnow.corpus.Article;
import org.winnow.corpus.Block;
import org.winnow.corpus.Label;
import org.winnow.corpus.LabelledBlock;
import org.winnow.extractors.Extraction.Extracted;
import org.winnow.extractors.PageView;
import org.winnow.siterules.MatchKey;

/**
 * One page to learn from, and what its blocks are taken for once all pages are known: the
 * extraction without a rule and the page's own JSON-LD say what is content, and what repeats across
 * pages says what is not. Both may be wrong on one page; a selector must do well on all.
 */
final class LearnPage {
  /** Shorter blocks stand in many texts by chance. */
  private static final int LONG_ENOUGH = 40;

  /** Numbers in shorter lines are all that the line says. */
  private static final int MASKED_WORDS = 3;

  private final PageView view;
  private final Article article;
  private final Set<String> repeated;
  private final double[] content;
  private final double[] noise;
  private final double allContent;

  LearnPage(PageView view, Set<String> repeated) {
    this.view = view;
    this.article = ((Extracted) view.extraction()).article();
    this.repeated = repeated;
    List<LabelledBlock> blocks = view.blocks();
    content = new double[blocks.size()];
    noise = new double[blocks.size()];
    String body = MatchKey.of(view.articleBody());
    double sum = 0;
    for (int i = 0; i < content.length; i++) {
      weigh(i, blocks.get(i), body);
      sum += content[i];
    }
    allContent = sum;
  }

  private void weigh(int i, LabelledBlock labelled, String body) {
    Block block = labelled.block();
    int length = block.text().length();
    if (labelled.label() == Label.HEADLINE || labelled.label() == Label.KICKER) {
      return;
    }
    boolean isStated = length >= LONG_ENOUGH && body.contains(MatchKey.of(block.text()));
    if ((labelled.isContent() || isStated) && !isRepeated(i)) {
      content[i] = length * (1 - 0.5 * block.linkDensity());
    } else {
      // What presets and phrases take out goes with a rule, too: it hardly counts.
      noise[i] = length * (isTakenAnyway(labelled.reason()) || isRepeated(i) ? 0.2 : 1);
    }
  }

  private static boolean isTakenAnyway(String reason) {
    return reason.startsWith("preset:")
        || reason.startsWith("phrases:")
        || (reason.startsWith("structure:")
            && !reason.equals("structure:links")
            && !reason.equals("structure:not chosen"));
  }

  /** What blocks are compared by across pages: where they stand, by tags, and what they say. */
  static String key(Block block) {
    StringBuilder tags = new StringBuilder();
    for (String step : block.path().split(">", -1)) {
      int end = 0;
      while (end < step.length() && step.charAt(end) != '#' && step.charAt(end) != '.') {
        end++;
      }
      tags.append(step, 0, end).append('>');
    }
    return tags + " " + masked(MatchKey.of(block.text()));
  }

  /** The key of a line whose numbers do not count: edition 12 of a note is the note. */
  static String masked(String key) {
    return key.split(" ", MASKED_WORDS).length < MASKED_WORDS ? key : key.replaceAll("\\d+", "0");
  }

  PageView view() {
    return view;
  }

  /** The article as it is found without a rule. */
  Article article() {
    return article;
  }

  String headline() {
    return orEmpty(article.headline());
  }

  String kicker() {
    return orEmpty(article.kicker());
  }

  String byline() {
    return orEmpty(article.byline());
  }

  private static String orEmpty(@Nullable String text) {
    return text == null ? "" : text;
  }

  int size() {
    return content.length;
  }

  Block block(int i) {
    return view.blocks().get(i).block();
  }

  boolean isContent(int i) {
    return content[i] > 0;
  }

  /** Whether the block stands on most of the pages, at the same place in the same words. */
  boolean isRepeated(int i) {
    return repeated.contains(key(block(i)));
  }

  /** Whether it is neither content nor headline nor kicker. */
  boolean isNoise(int i) {
    return noise[i] > 0;
  }

  /** The share of the page's content that is covered. */
  double recall(boolean[] covered) {
    return allContent == 0 ? 0 : sum(content, covered) / allContent;
  }

  /** The share of content in what is covered. */
  double precision(boolean[] covered) {
    double good = sum(content, covered);
    double bad = sum(noise, covered);
    return good + bad == 0 ? 0 : good / (good + bad);
  }

  /** The share of the page's content that stands from one block up to another. */
  double share(int first, int end) {
    double sum = 0;
    for (int i = first; i < end; i++) {
      sum += content[i];
    }
    return allContent == 0 ? 0 : sum / allContent;
  }

  private static double sum(double[] weights, boolean[] covered) {
    double sum = 0;
    for (int i = 0; i < covered.length; i++) {
      sum += covered[i] ? weights[i] : 0;
    }
    return sum;
  }

  /** The text that a rule should give, as far as is known: headline, kicker, content. */
  String expected() {
    StringBuilder text = new StringBuilder(headline()).append('\n').append(kicker()).append('\n');
    for (int i = 0; i < size(); i++) {
      if (isContent(i)) {
        text.append(block(i).text()).append('\n');
      }
    }
    return text.toString();
  }
}
