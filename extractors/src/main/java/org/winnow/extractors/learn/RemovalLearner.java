// SPDX-License-Identifier: Apache-2.0
package org.winnow.extractors.learn;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jsoup.nodes.Element;
import org.winnow.corpus.Block;

/**
 * Finds what stands inside the body and is not part of it: by a selector where the element has a
 * stable name, by its text where it has not. Nothing is removed that is content on any page, and
 * nothing that would take more than {@value #MOST_WORDS} words of text that does not repeat.
 */
final class RemovalLearner {
  static final int MOST_WORDS = 40;

  private static final int MOST_SELECTORS = 12;

  private final List<LearnPage> pages;
  private final List<PageBody> bodies;

  /**
   * What the body selector covers on one page.
   *
   * @param covered the blocks
   * @param leaked of those, the ones that the rule so far keeps and that are no content
   * @param open those of them, and what repeats, for which no removal was found yet
   */
  private record PageBody(BitSet covered, BitSet leaked, BitSet open) {}

  RemovalLearner(List<LearnPage> pages, String bodyCss, List<Set<String>> kept) {
    this.pages = pages;
    bodies = new ArrayList<>();
    for (int p = 0; p < pages.size(); p++) {
      LearnPage page = pages.get(p);
      boolean[] covered = page.view().covered(page.view().document().select(bodyCss));
      PageBody body = new PageBody(new BitSet(), new BitSet(), new BitSet());
      for (int i = 0; i < covered.length; i++) {
        boolean isNoise = covered[i] && page.isNoise(i);
        boolean isLeaked = isNoise && kept.get(p).contains(page.block(i).text());
        body.covered().set(i, covered[i]);
        body.leaked().set(i, isLeaked);
        body.open().set(i, isLeaked || (isNoise && page.isRepeated(i)));
      }
      bodies.add(body);
    }
  }

  List<Removal> find() {
    List<Removal> found = new ArrayList<>(selectors());
    found.addAll(
        new LineRemovals(
                pages,
                bodies.stream().map(PageBody::covered).toList(),
                bodies.stream().map(RemovalLearner::stillLeaked).toList())
            .find());
    return found;
  }

  private static BitSet stillLeaked(PageBody body) {
    BitSet still = (BitSet) body.open().clone();
    still.and(body.leaked());
    return still;
  }

  private record Judged(Selector selector, int pages, int leaked, int gain, String example) {
    double worth() {
      return (gain + 2.0 * leaked) * selector.kind().prior();
    }
  }

  private List<Removal> selectors() {
    Set<Selector> candidates = new LinkedHashSet<>();
    for (int p = 0; p < pages.size(); p++) {
      candidates.addAll(pure(pages.get(p), bodies.get(p)));
    }
    List<Removal> found = new ArrayList<>();
    while (found.size() < MOST_SELECTORS) {
      Judged best =
          candidates.stream()
              .map(this::judge)
              .filter(this::isWorthIt)
              .max(
                  Comparator.comparingDouble(Judged::worth)
                      .thenComparing(Judged::selector, Selector.SIMPLEST.reversed()))
              .orElse(null);
      if (best == null) {
        return found;
      }
      take(best.selector());
      found.add(new Removal(Removal.Form.SELECTOR, best.selector().css(), remark(best)));
    }
    return found;
  }

  private String remark(Judged best) {
    return "%d of %d pages: %s"
        .formatted(best.pages(), pages.size(), LineRemovals.shortened(best.example()));
  }

  /** What repeats must do so on most pages; what leaks, on two. */
  private boolean isWorthIt(Judged judged) {
    return judged.pages() >= (judged.leaked() > 0 ? 2 : Shares.most(pages.size()));
  }

  /** The selectors of elements in the body that hold nothing but what may go. */
  private static Set<Selector> pure(LearnPage page, PageBody body) {
    Set<Selector> found = new LinkedHashSet<>();
    for (int e = 0; e < page.view().elements(); e++) {
      int first = page.view().first(e);
      int end = page.view().end(e);
      boolean isPure = end > first;
      boolean hasOpen = false;
      boolean hasLeaked = false;
      for (int i = first; i < end && isPure; i++) {
        isPure = body.covered().get(i) && page.isNoise(i);
        hasOpen |= body.open().get(i);
        hasLeaked |= body.open().get(i) && body.leaked().get(i);
      }
      Element element = page.view().element(e);
      boolean isWorthIt = hasLeaked || (hasOpen && !Selectors.isProse(element));
      if (isPure && isWorthIt) {
        found.addAll(Selectors.own(element));
      }
    }
    return found;
  }

  private boolean[] coveredBy(Selector selector, int p) {
    List<Element> elements = pages.get(p).view().document().select(selector.css());
    return pages.get(p).view().covered(elements);
  }

  private Judged judge(Selector selector) {
    int on = 0;
    int gain = 0;
    int leaked = 0;
    String example = "";
    for (int p = 0; p < pages.size(); p++) {
      LearnPage page = pages.get(p);
      boolean[] covered = coveredBy(selector, p);
      int words = 0;
      int here = 0;
      for (int i = 0; i < covered.length; i++) {
        if (covered[i] && !page.isNoise(i)) {
          return new Judged(selector, 0, 0, 0, "");
        }
        if (covered[i] && bodies.get(p).covered().get(i)) {
          words += wordsAtRisk(page, i);
          here += bodies.get(p).open().get(i) ? 1 : 0;
          leaked += bodies.get(p).open().get(i) && bodies.get(p).leaked().get(i) ? 1 : 0;
          example =
              example.isEmpty() && bodies.get(p).open().get(i) ? page.block(i).text() : example;
        }
      }
      if (words > MOST_WORDS) {
        return new Judged(selector, 0, 0, 0, "");
      }
      gain += here;
      on += here > 0 ? 1 : 0;
    }
    return new Judged(selector, on, leaked, gain, example);
  }

  /** The words of a block that may be somebody's text: not repeated, not a link. */
  static int wordsAtRisk(LearnPage page, int i) {
    Block block = page.block(i);
    return page.isRepeated(i) || block.linkDensity() > 0.5 ? 0 : Shares.words(block.text()).size();
  }

  private void take(Selector selector) {
    for (int p = 0; p < pages.size(); p++) {
      boolean[] covered = coveredBy(selector, p);
      for (int i = 0; i < covered.length; i++) {
        bodies.get(p).open().set(i, bodies.get(p).open().get(i) && !covered[i]);
      }
    }
  }

  /** The texts of blocks, for looking up. */
  static Set<String> texts(List<Block> blocks) {
    Set<String> texts = new HashSet<>();
    blocks.forEach(block -> texts.add(block.text()));
    return texts;
  }
}
