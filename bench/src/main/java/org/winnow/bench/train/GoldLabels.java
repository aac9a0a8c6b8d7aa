// SPDX-License-Identifier: Apache-2.0
package org.winnow.bench.train;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.winnow.app.ScoreTokens;

/**
 * Which of a page's blocks are in its gold text. A block is in it when half of its words stand in
 * runs of four that the gold has too; runs go over the ends of blocks, so that short lines between
 * paragraphs are found, and what was cut differently is.
 *
 * @param isContent for each block whether it is in the gold
 * @param share for each block the share of its words in such runs; -1 for one without words
 * @param isCopy whether the block says what another one says that is nearer to other content, and
 *     the gold has it only once
 * @param tokens how many words each block has
 */
@SuppressWarnings("ArrayRecordComponent") // one value a block, used once
record GoldLabels(boolean[] isContent, double[] share, boolean[] isCopy, int[] tokens) {
  private static final int RUN = 4;
  private static final double MOST = 0.5;

  /** Around a copy, so many blocks on both sides tell which one is the text. */
  private static final int AROUND = 3;

  /** The labels of blocks with these texts. */
  static GoldLabels of(List<String> texts, String gold) {
    List<List<String>> blocks = new ArrayList<>(texts.size());
    texts.forEach(text -> blocks.add(tokens(text)));
    Map<String, Integer> runs = new HashMap<>();
    for (String run : runs(tokens(gold))) {
      runs.merge(run, 1, Integer::sum);
    }
    int[] sizes = blocks.stream().mapToInt(List::size).toArray();
    double[] share = share(blocks, sizes, runs.keySet());
    boolean[] isCopy = copies(blocks, share, runs);
    boolean[] isContent = new boolean[sizes.length];
    for (int i = 0; i < sizes.length; i++) {
      isContent[i] = share[i] >= MOST && !isCopy[i];
    }
    addShortLines(blocks, isContent, gold);
    return new GoldLabels(isContent, share, isCopy, sizes);
  }

  private static List<String> tokens(String text) {
    return ScoreTokens.of(text.toLowerCase(Locale.ROOT));
  }

  private static List<String> runs(List<String> tokens) {
    List<String> runs = new ArrayList<>();
    for (int i = 0; i + RUN <= tokens.size(); i++) {
      runs.add(String.join(" ", tokens.subList(i, i + RUN)));
    }
    return runs;
  }

  private static double[] share(List<List<String>> blocks, int[] sizes, Set<String> runs) {
    List<String> all = new ArrayList<>();
    blocks.forEach(all::addAll);
    boolean[] isShared = new boolean[all.size()];
    List<String> own = runs(all);
    for (int i = 0; i < own.size(); i++) {
      if (runs.contains(own.get(i))) {
        for (int j = i; j < i + RUN; j++) {
          isShared[j] = true;
        }
      }
    }
    double[] share = new double[sizes.length];
    int at = 0;
    for (int i = 0; i < sizes.length; i++) {
      int shared = 0;
      for (int j = 0; j < sizes[i]; j++) {
        shared += isShared[at++] ? 1 : 0;
      }
      share[i] = sizes[i] == 0 ? -1 : (double) shared / sizes[i];
    }
    return share;
  }

  private static boolean[] copies(
      List<List<String>> blocks, double[] share, Map<String, Integer> runs) {
    Map<List<String>, List<Integer>> same = new HashMap<>();
    for (int i = 0; i < share.length; i++) {
      if (blocks.get(i).size() >= RUN && share[i] >= MOST) {
        same.computeIfAbsent(blocks.get(i), key -> new ArrayList<>()).add(i);
      }
    }
    boolean[] isCopy = new boolean[share.length];
    same.forEach(
        (tokens, at) -> {
          int wanted = runs.getOrDefault(String.join(" ", tokens.subList(0, RUN)), 1);
          if (at.size() > wanted) {
            List<Integer> best = new ArrayList<>(at);
            best.sort(Comparator.comparingDouble(i -> -around(blocks, share, i)));
            best.subList(wanted, best.size()).forEach(i -> isCopy[i] = true);
          }
        });
    return isCopy;
  }

  private static double around(List<List<String>> blocks, double[] share, int block) {
    double sum = 0;
    for (int i = Math.max(0, block - AROUND);
        i <= Math.min(share.length - 1, block + AROUND);
        i++) {
      sum += i == block ? 0 : Math.max(share[i], 0) * Math.min(blocks.get(i).size(), 30);
    }
    return sum;
  }

  /** Lines shorter than a run, that are lines of the gold, between blocks of it. */
  private static void addShortLines(List<List<String>> blocks, boolean[] isContent, String gold) {
    Set<List<String>> lines = new HashSet<>();
    gold.lines().forEach(line -> lines.add(tokens(line)));
    for (int i = 1; i + 1 < isContent.length; i++) {
      List<String> block = blocks.get(i);
      if (!isContent[i]
          && !block.isEmpty()
          && block.size() < RUN
          && isContent[i - 1]
          && isContent[i + 1]
          && lines.contains(block)) {
        isContent[i] = true;
      }
    }
  }
}
