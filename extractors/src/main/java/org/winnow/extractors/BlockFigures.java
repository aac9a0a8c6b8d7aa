// SPDX-License-Identifier: Apache-2.0
package org.winnow.extractors;

import java.util.Arrays;

/** What is counted about each block, in parallel arrays. */
final class BlockFigures {
  /** Most pages have fewer. */
  private static final int MANY = 512;

  private int[] owners = new int[MANY];
  private int[] weights = new int[MANY];
  private int[] clauses = new int[MANY];
  private int[] sentences = new int[MANY];
  private int[] letters = new int[MANY];
  private int[] emphasis = new int[MANY];
  private int[] around = new int[MANY];
  private int[] aroundByTag = new int[MANY];
  private boolean[] lines = new boolean[MANY];
  private int[] runs = new int[MANY];
  private boolean[] spaced = new boolean[MANY];
  private int[] digits = new int[MANY];
  private int[] capitals = new int[MANY];
  private int[] signs = new int[MANY];
  private int[] words = new int[MANY];
  private long[] hashes = new long[MANY];
  private final TextCount count = new TextCount();
  private int size;

  /** Adds a block of that text, which is the run's in NFC. */
  void add(int owner, String text, TextRun run) {
    if (size == owners.length) {
      int wider = size * 2;
      owners = Arrays.copyOf(owners, wider);
      weights = Arrays.copyOf(weights, wider);
      clauses = Arrays.copyOf(clauses, wider);
      sentences = Arrays.copyOf(sentences, wider);
      letters = Arrays.copyOf(letters, wider);
      emphasis = Arrays.copyOf(emphasis, wider);
      around = Arrays.copyOf(around, wider);
      aroundByTag = Arrays.copyOf(aroundByTag, wider);
      lines = Arrays.copyOf(lines, wider);
      runs = Arrays.copyOf(runs, wider);
      spaced = Arrays.copyOf(spaced, wider);
      digits = Arrays.copyOf(digits, wider);
      capitals = Arrays.copyOf(capitals, wider);
      signs = Arrays.copyOf(signs, wider);
      words = Arrays.copyOf(words, wider);
      hashes = Arrays.copyOf(hashes, wider);
    }
    owners[size] = owner;
    emphasis[size] = Math.min(run.emphasisChars(), text.length());
    lines[size] = run.startsLine();
    runs[size] = run.number();
    spaced[size] = run.isSpaced();
    if (text.length() == run.length()) {
      text.getChars(0, text.length(), run.chars(), 0);
      count.of(run.chars(), run.length());
    } else {
      count.of(text);
    }
    weights[size] = count.weight();
    clauses[size] = count.clauses();
    sentences[size] = count.sentences();
    letters[size] = count.letters();
    digits[size] = count.digits();
    capitals[size] = count.capitals();
    signs[size] = count.signs();
    words[size] = count.words();
    hashes[size] = count.hash();
    size++;
  }

  /** The hash of that text, as {@link #hash} has it. */
  static long hashOf(String text) {
    TextCount count = new TextCount();
    count.of(text);
    return count.hash();
  }

  void around(int block, int cues, int tagCues) {
    around[block] |= cues;
    aroundByTag[block] |= tagCues;
  }

  /** The number of the innermost block-level element around the block. */
  int owner(int block) {
    return owners[block];
  }

  /** The block's {@link TextCount#weight}. */
  int weight(int block) {
    return weights[block];
  }

  /** How many commas and semicolons it has. */
  int clauses(int block) {
    return clauses[block];
  }

  /** How many sentences end in it. */
  int sentences(int block) {
    return sentences[block];
  }

  /** How many letters it has. */
  int letters(int block) {
    return letters[block];
  }

  /** How many digits it has. */
  int digits(int block) {
    return digits[block];
  }

  /** How many capital letters it has. */
  int capitals(int block) {
    return capitals[block];
  }

  /** Its {@link TextCount#signs}. */
  int signs(int block) {
    return signs[block];
  }

  /** Its {@link TextCount#words}. */
  int words(int block) {
    return words[block];
  }

  /** Its {@link TextCount#hash}. */
  long hash(int block) {
    return hashes[block];
  }

  /** How many of its characters are bold or italic. */
  int emphasis(int block) {
    return emphasis[block];
  }

  /** Whether only a single line break parts it from the block before. */
  boolean isLine(int block) {
    return lines[block];
  }

  /** Whether both blocks are parts of one run of text that only a removal may part. */
  boolean continues(int block, int before) {
    return runs[block] == runs[before];
  }

  /** Whether white space stands directly before the block. */
  boolean isSpaced(int block) {
    return spaced[block];
  }

  /** The bits of {@link Cues} of all elements around it. */
  int around(int block) {
    return around[block];
  }

  /** Those of them that tags and roles give, names of classes and ids aside. */
  int aroundByTag(int block) {
    return aroundByTag[block];
  }

  boolean has(int block, int cues) {
    return (around[block] & cues) != 0;
  }
}
